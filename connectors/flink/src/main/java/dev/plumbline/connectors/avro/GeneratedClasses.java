package dev.plumbline.connectors.avro;

import dev.plumbline.schema.WorkEvent;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Avro makes generated classes only of packages that are trusted. Launchers say so with {@code
 * -Dorg.apache.avro.SERIALIZABLE_PACKAGES}; a cluster whose launcher did not would reject every
 * event as undecodable, so the connectors say it as well.
 */
public final class GeneratedClasses {
    private static final String PACKAGE = WorkEvent.class.getPackageName();
    private static boolean trusted;

    private GeneratedClasses() {}

    /** Trusts the classes of our schemas, besides those that are trusted already. */
    public static synchronized void trust() {
        if (trusted) {
            return;
        }
        ClassSecurityPredicate ours = type -> type.getPackageName().equals(PACKAGE);
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), ours));
        trusted = true;
    }
}

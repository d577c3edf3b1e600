package dev.plumbline.standalone.run;

/** What a run notes about the program that made its numbers. */
public final class Versions {

    /** Version of the definitions in the data dictionary: a change of a formula raises it. */
    public static final String DEFINITIONS = "1";

    /** Version of the program, as built. */
    public static final String PROGRAM = program();

    private Versions() {}

    private static String program() {
        String built = Versions.class.getPackage().getImplementationVersion();
        return built == null ? "development" : built;
    }
}

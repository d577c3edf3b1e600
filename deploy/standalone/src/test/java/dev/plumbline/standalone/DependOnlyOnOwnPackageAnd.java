package dev.plumbline.standalone;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A feature uses its own classes, the shared ones and libraries, but no other feature. */
final class DependOnlyOnOwnPackageAnd extends ArchCondition<JavaClass> {
    private final PackageMatchers shared;

    DependOnlyOnOwnPackageAnd(String... shared) {
        super("use no other feature");
        this.shared = PackageMatchers.of(shared);
    }

    @Override
    public void check(JavaClass feature, ConditionEvents events) {
        for (Dependency dependency : feature.getDirectDependenciesFromSelf()) {
            String target = dependency.getTargetClass().getPackageName();
            boolean allowed =
                    !target.startsWith("dev.plumbline.")
                            || target.equals(feature.getPackageName())
                            || shared.test(target);
            if (!allowed) {
                events.add(SimpleConditionEvent.violated(feature, dependency.getDescription()));
            }
        }
    }
}

package dev.plumbline.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import java.util.Set;

/** The walls of the house that the compiler and the enforcer cannot hold alone. */
@AnalyzeClasses(packages = "dev.plumbline", importOptions = DoNotIncludeTests.class)
class WallsTest {
    private static final String SCHEMAS = "dev.plumbline.schema..";
    private static final String TOOLS = "dev.plumbline.tools..";
    private static final String CONNECTORS = "dev.plumbline.connectors..";
    private static final String STREAMING = "dev.plumbline.streaming..";
    private static final String SIMULATION = "dev.plumbline.simulation..";
    private static final String DEPLOY = "dev.plumbline.standalone..";

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("dev.plumbline..");
    private static final DescribedPredicate<JavaClass> PURE =
            OURS.and(
                            not(
                                    resideInAnyPackage(
                                            SCHEMAS,
                                            TOOLS,
                                            CONNECTORS,
                                            STREAMING,
                                            SIMULATION,
                                            DEPLOY)))
                    .as("classes of jobs/patterns");

    /** The nouns that features share. */
    private static final String[] SHARED = {
        "dev.plumbline.work..",
        "dev.plumbline.time..",
        "dev.plumbline.statistics..",
        "dev.plumbline.directory..",
        "dev.plumbline.privacy.."
    };

    /** Where features come together. */
    private static final String[] COMPOSITIONS = {"dev.plumbline.item..", "dev.plumbline.pod.."};

    @ArchTest
    static final ArchRule schemasDependOnNothingOfOurs =
            classes()
                    .that()
                    .resideInAPackage(SCHEMAS)
                    .should()
                    .onlyDependOnClassesThat(not(OURS).or(resideInAPackage(SCHEMAS)));

    @ArchTest
    static final ArchRule workToolsAreReadWithoutRulesAndWithoutFlink =
            classes()
                    .that()
                    .resideInAPackage(TOOLS)
                    .should()
                    .onlyDependOnClassesThat(not(OURS).or(resideInAnyPackage(SCHEMAS, TOOLS)));

    @ArchTest
    static final ArchRule connectorsKnowNoMetric =
            classes()
                    .that()
                    .resideInAPackage(CONNECTORS)
                    .should()
                    .onlyDependOnClassesThat(
                            not(OURS).or(resideInAnyPackage(SCHEMAS, TOOLS, CONNECTORS)));

    @ArchTest
    static final ArchRule rulesKnowOnlyRules =
            classes().that(PURE).should().onlyDependOnClassesThat(not(OURS).or(PURE));

    @ArchTest
    static final ArchRule theTruthIsMadeWithoutTheRulesItJudges =
            classes()
                    .that()
                    .resideInAPackage(SIMULATION)
                    .should()
                    .onlyDependOnClassesThat(
                            not(OURS)
                                    .or(
                                            resideInAnyPackage(
                                                    SCHEMAS,
                                                    TOOLS,
                                                    SIMULATION,
                                                    "dev.plumbline.time..",
                                                    "dev.plumbline.work..")));

    @ArchTest
    static final ArchRule nobodyDependsOnTheDeployment =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(DEPLOY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(DEPLOY);

    @ArchTest
    static final ArchRule onlyTheFlinkHalfKnowsFlink =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(STREAMING, CONNECTORS, DEPLOY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule rulesTouchNoFileNoNetworkAndNoDatabase =
            noClasses()
                    .that(PURE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.nio.file..",
                            "java.net..",
                            "java.sql..",
                            "javax.sql..",
                            "org.apache.avro..");

    @ArchTest
    static final ArchRule rulesAskNoClock =
            noClasses()
                    .that(PURE)
                    .should()
                    .accessTargetWhere(describe("it asks a clock", WallsTest::asksClock));

    @ArchTest
    static final ArchRule sharedNounsKnowNoFeature =
            noClasses()
                    .that()
                    .resideInAnyPackage(SHARED)
                    .should()
                    .dependOnClassesThat(PURE.and(not(resideInAnyPackage(SHARED))));

    @ArchTest
    static final ArchRule featuresShareOnlyTheNouns =
            classes()
                    .that(
                            PURE.and(not(resideInAnyPackage(SHARED)))
                                    .and(not(resideInAnyPackage(COMPOSITIONS))))
                    .should(new DependOnlyOnOwnPackageAnd(SHARED));

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses()
                    .that(OURS)
                    .should()
                    .haveSimpleNameContaining("Util")
                    .orShould()
                    .haveSimpleNameContaining("Helper")
                    .orShould()
                    .haveSimpleNameContaining("Manager")
                    .orShould()
                    .haveSimpleNameContaining("Common")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl");

    private static final Set<String> CLOCKS =
            Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime");

    private static boolean asksClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean newDate =
                owner.isEquivalentTo(Date.class)
                        && access.getTarget().getFullName().endsWith("<init>()");
        boolean now =
                owner.getPackageName().equals("java.time")
                        && (name.equals("now")
                                || name.startsWith("system")
                                || name.startsWith("tick"));
        return newDate || now || CLOCKS.contains(owner.getName() + "." + name);
    }
}

package io.tenantry.integration.project;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPaths(Checkout.mainClasses());
    private static final JavaClasses ALL = new ClassFileImporter().importPaths(Checkout.allClasses());

    private static final String FEATURES = "io.tenantry.feature..";

    @Test
    void everySourceFileOfThePublishedModulesIsUnderTheseRules() throws IOException {
        for (var module : Checkout.published()) {
            var imported = new ClassFileImporter().importPath(module.directory().resolve("target/classes"));
            assertThat(imported.size())
                    .as("classes of %s", module.artifactId())
                    .isGreaterThanOrEqualTo(javaFiles(module.directory().resolve("src/main/java")));
            assertThat(imported).allMatch(type -> MAIN.contain(type.getName()));
        }
    }

    @Test
    void featuresDoNotDependOnEachOther() {
        slices().matching("io.tenantry.feature.(*)..")
                .should()
                .notDependOnEachOther()
                .check(MAIN);
    }

    @Test
    void featuresDependNeitherOnInternalsNorOnGuice() {
        noClasses()
                .that()
                .resideInAPackage(FEATURES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..internal..", "com.google.inject..", "io.tenantry.guice..")
                .check(MAIN);
    }

    @Test
    void configRecordsDoNotTouchWireTypes() {
        noClasses()
                .that()
                .resideInAPackage(FEATURES)
                .and()
                .arePublic()
                .and()
                .areAssignableTo(Record.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fabric8..")
                .check(MAIN);
    }

    @Test
    void onlyTheCommandLineAndBenchmarksPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.tenantry.cli..", "io.tenantry.benchmarks..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(MAIN);
    }

    @Test
    void onlyDiscoveryCallsTheServiceLoader() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.tenantry.internal.render.Discovery")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ServiceLoader.class)
                .check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .resideOutsideOfPackage("..jmh_generated..")
                .should(beInANullMarkedPackage())
                .check(ALL);
    }

    @Test
    void internalPackagesHaveNoCycles() {
        slices().matching("io.tenantry.internal.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void quantitiesAreNeverBinaryFloatingPoint() {
        var published = new ClassFileImporter()
                .importPaths(Checkout.published().stream()
                        .map(module -> module.directory().resolve("target/classes"))
                        .toList());

        noFields().should().haveRawType(binaryFloatingPoint()).check(published);
        noMethods().should().haveRawReturnType(binaryFloatingPoint()).check(published);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..jmh_generated..")
                .should()
                .callMethodWhere(sleeps())
                .check(ALL);
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a null-marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + (marked ? " is" : " is not")));
            }
        };
    }

    private static DescribedPredicate<JavaClass> binaryFloatingPoint() {
        var names = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
        return describe(
                "double or float",
                type -> names.contains(type.getBaseComponentType().getName()));
    }

    private static DescribedPredicate<JavaCall<?>> sleeps() {
        var owners = assignableTo(Thread.class).or(assignableTo(TimeUnit.class));
        return describe("sleep", call -> call.getName().equals("sleep") && owners.test(call.getTargetOwner()));
    }

    private static int javaFiles(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return (int) files.filter(file -> file.toString().endsWith(".java")).count();
        }
    }
}

package io.brenier.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may import what in the numerical core: docs/architecture.md, "Packages". */
class CorePackagesTest {

    private static final String CORE = "io.brenier.transport.";

    /** Each core package and the core packages that it may import. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("tensor", List.of()),
            Map.entry("measure", List.of("tensor")),
            Map.entry("entropic", List.of("tensor", "measure")),
            Map.entry("network", List.of("tensor", "measure", "entropic")),
            Map.entry("optimizer", List.of("tensor", "measure", "entropic", "network")),
            Map.entry("conjugate", List.of("tensor", "measure", "entropic", "network", "optimizer")),
            Map.entry("amortization", List.of("tensor", "measure", "entropic", "network", "optimizer", "conjugate")),
            Map.entry("metric", List.of("tensor", "measure", "entropic", "network")),
            Map.entry(
                    "dual",
                    List.of(
                            "tensor",
                            "measure",
                            "entropic",
                            "network",
                            "optimizer",
                            "conjugate",
                            "amortization",
                            "metric")),
            Map.entry("flow", List.of("tensor", "measure", "network", "conjugate", "dual")),
            Map.entry(
                    "archive",
                    List.of(
                            "tensor",
                            "measure",
                            "entropic",
                            "network",
                            "optimizer",
                            "conjugate",
                            "amortization",
                            "dual")));

    @TestFactory
    Stream<DynamicTest> corePackagesImportOnlyWhatTheTableAllows() {
        return MAY_IMPORT.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
    }

    private static void check(String name, List<String> allowed) {
        List<String> packages = new ArrayList<>(
                allowed.stream().map(other -> CORE + other + "..").toList());
        packages.add(CORE + name + "..");
        DescribedPredicate<JavaClass> brenierClassOutside =
                resideInAnyPackage("io.brenier..").and(resideOutsideOfPackages(packages.toArray(String[]::new)));
        noClasses()
                .that()
                .resideInAPackage(CORE + name + "..")
                .should()
                .dependOnClassesThat(brenierClassOutside.as("other packages of Brenier than " + allowed))
                .check(BrenierClasses.PRODUCTION);
    }

    @Test
    void everyCorePackageStandsInTheTable() {
        String[] known =
                MAY_IMPORT.keySet().stream().map(name -> CORE + name + "..").toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("io.brenier.transport.(*)..")
                .should()
                .resideInAnyPackage(known)
                .allowEmptyShould(true)
                .check(BrenierClasses.PRODUCTION);
    }

    @Test
    void coreKnowsNoSpringNoSqlAndNoHttp() {
        noClasses()
                .that()
                .resideInAPackage("io.brenier.transport..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..",
                        "jakarta..",
                        "io.micrometer..",
                        "io.swagger..")
                .check(BrenierClasses.PRODUCTION);
    }

    @Test
    void onlyTheArchiveKnowsJson() {
        noClasses()
                .that()
                .resideInAPackage("io.brenier.transport..")
                .and()
                .resideOutsideOfPackage("io.brenier.transport.archive..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..", "com.google.gson..")
                .check(BrenierClasses.PRODUCTION);
    }

    @Test
    void engineArraysStayInTensorNetworkAndOptimizer() {
        noClasses()
                .that()
                .resideOutsideOfPackages(CORE + "tensor..", CORE + "network..", CORE + "optimizer..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(BrenierClasses.PRODUCTION);
    }

    @Test
    void onlyOnePackageSeesTheIncubatingVectorApi() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CORE + "tensor.vector..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .check(BrenierClasses.PRODUCTION);
    }

    @Test
    void onlyOnePackageSeesThePytorchEngineItself() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CORE + "tensor.pytorch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl.pytorch..")
                .check(BrenierClasses.PRODUCTION);
    }
}

package io.brenier.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import io.brenier.BrenierApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The service's features and what each may use: docs/architecture.md, "Packages". */
class FeaturesTest {

    @Test
    void featuresUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(BrenierApplication.class, resideInAPackage("io.brenier.transport.."))
                .verify();
    }

    @Test
    void noPackageIsPartOfACycle() {
        slices().matching("io.brenier.(**)").should().beFreeOfCycles().check(BrenierClasses.PRODUCTION);
    }
}

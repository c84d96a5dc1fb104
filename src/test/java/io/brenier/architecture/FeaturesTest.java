package io.brenier.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.brenier.BrenierApplication;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** The service's features and what each may use: docs/architecture.md, "Packages". */
class FeaturesTest {

    @Test
    void featuresUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(BrenierApplication.class, resideInAPackage("io.brenier.transport.."))
                .verify();
    }

    /** A worker answers nothing but its health and its figures. */
    @Test
    void controllersAreThereOnlyWhereTheApiIsServed() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should(new ArchCondition<JavaClass>("be @ConditionalOnRole(Role.API)") {
                    @Override
                    public void check(JavaClass controller, ConditionEvents events) {
                        boolean served = controller
                                .tryGetAnnotationOfType(ConditionalOnRole.class)
                                .map(role -> role.value() == Role.API)
                                .orElse(false);
                        events.add(new SimpleConditionEvent(controller, served, controller.getName()));
                    }
                })
                .check(BrenierClasses.PRODUCTION);
    }

    @Test
    void noPackageIsPartOfACycle() {
        slices().matching("io.brenier.(**)").should().beFreeOfCycles().check(BrenierClasses.PRODUCTION);
    }
}

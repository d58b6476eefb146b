package id.tuntas;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void modulesUseEachOtherOnlyAsTheDesignSays() {
        ApplicationModules.of(Tuntas.class).verify();
    }

    @Test
    void onlyTheEngineModuleKnowsTheEngine() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("id.tuntas");

        DescribedPredicate<JavaClass> anEngineTypeButADelegate = resideInAnyPackage(
                        "org.camunda.bpm.engine..", "org.camunda.bpm.impl..")
                .and(not(resideInAPackage("org.camunda.bpm.engine.delegate")))
                .as("are engine types other than delegates");
        noClasses()
                .that()
                .resideOutsideOfPackage("id.tuntas.engine..")
                .should()
                .dependOnClassesThat(anEngineTypeButADelegate)
                .because("the exit to another engine stays cheap; delegate types are what listeners and beans need")
                .check(classes);
    }
}

package io.waybill;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTest {

    @Test
    void packagesUseOnlyWhatTheySayTheyUse() {
        ApplicationModules.of(WaybillApplication.class).verify();
    }

    @Test
    void flowsKnowNeitherSpringNorCamelNorTheDatabase() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.waybill.flow");

        noClasses()
                .that()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.camel..", "java.sql..", "javax.sql..")
                .because("the simulator, replay, tests and production run the same engine")
                .check(classes);
    }

    /** 000-51: exactly one class makes PDFs. */
    @Test
    void oneClassMakesPdfs() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.waybill");

        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.waybill.receipt.ReceiptRenderer")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.openhtmltopdf.pdfboxout..", "org.apache.pdfbox..")
                .because("an order and a payment without one get receipts of one kind")
                .check(classes);
    }
}

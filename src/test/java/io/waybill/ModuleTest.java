package io.waybill;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTest {

    @Test
    void packagesUseOnlyWhatTheySayTheyUse() {
        ApplicationModules.of(WaybillApplication.class).verify();
    }

    @Test
    void flowsKnowNeitherSpringNorCamelNorTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage("io.waybill.flow..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.camel..", "java.sql..", "javax.sql..")
                .because("the simulator, replay, tests and production run the same engine")
                .check(ProductionClasses.all());
    }

    /** 000-51: exactly one class makes PDFs. */
    @Test
    void oneClassMakesPdfs() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.waybill.receipt.ReceiptRenderer")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.openhtmltopdf.pdfboxout..", "org.apache.pdfbox..")
                .because("an order and a payment without one get receipts of one kind")
                .check(ProductionClasses.all());
    }
}

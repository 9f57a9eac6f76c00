package io.waybill;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** All classes of Waybill without its tests, read once: reading them takes ten seconds. */
public final class ProductionClasses {

    private ProductionClasses() {}

    public static JavaClasses all() {
        return Read.ALL;
    }

    private static final class Read {

        static final JavaClasses ALL = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.waybill");
    }
}

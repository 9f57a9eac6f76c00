package io.waybill.whatsapp;

import io.waybill.home.Home;
import java.nio.file.Path;

/** The templates of this repository. */
final class ShippedTemplates {

    private ShippedTemplates() {}

    static Templates load() {
        return Templates.load(new Home(Path.of("")));
    }
}

package io.waybill.template;

import io.waybill.whatsapp.FilledTemplate;
import io.waybill.whatsapp.MetaTemplate;
import java.util.Optional;

/** Fills a template as it would be filled for something that has happened, so that people see it before customers do. */
@FunctionalInterface
public interface RealExample {

    /** Empty when no such order is known. */
    Optional<Filling> of(Mapping mapping, MetaTemplate text, String externalOrderId);

    /** What comes of filling a template. */
    sealed interface Filling {

        record Says(FilledTemplate filled) implements Filling {}

        /** A placeholder stays empty, which Meta refuses. */
        record Lacks(String sentence) implements Filling {}
    }
}

package io.waybill.whatsapp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template on the wire. */
record TemplateBody(
        String name, Language language, @Nullable List<Component> components) implements WireBody {

    @Override
    public String kind() {
        return "template";
    }

    record Language(String code) {}

    record Component(
            String type, @Nullable String subType, @Nullable String index, List<Parameter> parameters) {}

    /** @param parameterName of a placeholder that has a name */
    record Parameter(
            String type,
            @Nullable String parameterName,
            @Nullable String text,
            @Nullable String payload,
            @Nullable MediaBody image,
            @Nullable MediaBody video,
            @Nullable MediaBody document) {

        static Parameter text(@Nullable String name, String text) {
            return new Parameter("text", name, text, null, null, null, null);
        }

        static Parameter payload(String payload) {
            return new Parameter("payload", null, null, payload, null, null, null);
        }

        static Parameter file(MediaBody file) {
            return new Parameter(
                    file.kind(), null, null, null, file.only("image"), file.only("video"), file.only("document"));
        }
    }
}

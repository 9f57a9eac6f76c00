package io.waybill.template;

import io.waybill.media.ImageUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pictures that stand above messages about events. */
final class TemplatePictures implements ImageUse {

    private final Mappings mappings;

    TemplatePictures(Mappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public Map<String, List<String>> byImage() {
        Map<String, List<String>> uses = new HashMap<>();
        for (Mapping mapping : mappings.all()) {
            if (mapping.header() != null) {
                HeaderFile.kept(mapping.header())
                        .ifPresent(image -> uses.computeIfAbsent(image, any -> new ArrayList<>())
                                .add("the message about %s"
                                        .formatted(mapping.event().key())));
            }
        }
        return uses;
    }
}

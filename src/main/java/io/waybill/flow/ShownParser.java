package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Value;
import io.waybill.flow.FlowParser.Translations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles what goes along with a text that is said. */
record ShownParser(Translations translations) {

    List<Step.Shown> shown(JsonNode say, String pointer) {
        List<Step.Shown> shown = new ArrayList<>();
        if (say.has("image")) {
            shown.add(new Step.Shown.Image(value(say, "image", pointer)));
        }
        if (say.has("video")) {
            shown.add(new Step.Shown.Video(value(say, "video", pointer)));
        }
        if (say.has("audio")) {
            shown.add(new Step.Shown.Audio(value(say, "audio", pointer)));
        }
        if (say.has("document")) {
            shown.add(new Step.Shown.Document(value(say, "document", pointer), value(say, "filename", pointer)));
        }
        if (say.has("location")) {
            shown.add(place(say.path("location"), pointer + "/location"));
        }
        return shown;
    }

    private Step.Shown.Place place(JsonNode place, String pointer) {
        return new Step.Shown.Place(
                value(place, "latitude", pointer),
                value(place, "longitude", pointer),
                place.has("name") ? value(place, "name", pointer) : null,
                place.has("address") ? value(place, "address", pointer) : null);
    }

    /** @param key of the step in {@code texts} */
    Step.@Nullable Offer offer(JsonNode say, String key, String pointer) {
        if (say.has("link")) {
            return new Step.Offer.Page(
                    translations.text(key + ".link", say.at("/link/title"), pointer + "/link/title"),
                    value(say.path("link"), "url", pointer + "/link"));
        }
        if (say.has("products")) {
            return new Step.Offer.SomeProducts(
                    translations.text(key + ".products", say.at("/products/title"), pointer + "/products/title"),
                    value(say.path("products"), "ids", pointer + "/products"));
        }
        if (say.has("product")) {
            return new Step.Offer.OneProduct(value(say, "product", pointer));
        }
        return say.path("catalog").booleanValue() ? new Step.Offer.WholeCatalogue() : null;
    }

    private Value value(JsonNode node, String name, String pointer) {
        return translations.value(node.path(name), pointer + '/' + name);
    }
}

package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import io.waybill.expression.Value;
import io.waybill.message.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes replies of what a step says. */
final class Utterance {

    private final Scope scope;
    private final String language;
    private final Voice voice;

    private Utterance(Scope scope, String language, Voice voice) {
        this.scope = scope;
        this.language = language;
        this.voice = voice;
    }

    /** @param buttons quick replies of a template that asks something */
    static void of(Step.Say say, Scope scope, String language, List<Reply.Option> buttons, Voice voice) {
        if (say.template() != null) {
            List<String> params = say.template().params().stream()
                    .map(param -> Spoken.text(param, scope))
                    .toList();
            voice.show(new Reply.Template(say.template().name(), language, params, buttons));
            return;
        }
        new Utterance(scope, language, voice).say(say);
    }

    private void say(Step.Say say) {
        say.shown().forEach(this::show);
        if (say.text() != null) {
            voice.say(say.text().spoken(scope, language));
        }
        if (say.offer() != null) {
            voice.ask(offer(say.offer(), voice.take(), translated(say.footer())));
        }
    }

    private void show(Step.Shown shown) {
        switch (shown) {
            case Step.Shown.Image(Value link) ->
                texts(link.resolve(scope)).forEach(one -> voice.show(new Reply.Image(one, null)));
            case Step.Shown.Video(Value link) -> given(link).forEach(one -> voice.show(new Reply.Video(one, null)));
            case Step.Shown.Audio(Value link) -> given(link).forEach(one -> voice.show(new Reply.Audio(one, false)));
            case Step.Shown.Document(Value link, Value filename) ->
                given(link).forEach(one -> voice.show(new Reply.Document(one, text(filename), null)));
            case Step.Shown.Place place -> show(place);
        }
    }

    /** A place that the ERP has no coordinates of is told in words. */
    private void show(Step.Shown.Place place) {
        JsonNode latitude = place.latitude().resolve(scope);
        JsonNode longitude = place.longitude().resolve(scope);
        String name = place.name() == null ? "" : text(place.name());
        String address = place.address() == null ? "" : text(place.address());
        if (isNumber(latitude) && isNumber(longitude)) {
            voice.show(new Reply.Location(
                    new BigDecimal(Json.text(latitude)), new BigDecimal(Json.text(longitude)), name, address));
        } else {
            voice.say(Stream.of(name, address).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")));
        }
    }

    private static boolean isNumber(JsonNode value) {
        return Json.text(value).matches("-?[0-9]{1,3}(\\.[0-9]{1,15})?");
    }

    private Reply offer(Step.Offer offer, String body, @Nullable String footer) {
        return switch (offer) {
            case Step.Offer.Page(Translated button, Value url) ->
                new Reply.Link(null, body, footer, button.text(scope, language), text(url));
            case Step.Offer.OneProduct(Value id) -> new Reply.Product(body, footer, catalogue(), text(id));
            case Step.Offer.SomeProducts(Translated title, Value ids) -> {
                String heading = title.text(scope, language);
                List<Reply.Shelf> shelves = List.of(new Reply.Shelf(heading, ids(ids.resolve(scope))));
                yield new Reply.Products(heading, body, footer, catalogue(), shelves);
            }
            case Step.Offer.WholeCatalogue whole -> new Reply.Catalogue(body, footer, catalogue(), null);
        };
    }

    /** Meta's id of the catalogue; empty where the store has none. */
    private String catalogue() {
        JsonNode store = scope.name("store");
        return store == null ? "" : store.path("catalog_id").asText("");
    }

    private static List<String> ids(JsonNode value) {
        List<String> ids = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : Json.array().add(value)) {
            ids.add(Json.text(one.isObject() ? one.path("id") : one));
        }
        return ids;
    }

    private static List<String> texts(JsonNode value) {
        return ids(value).stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private Stream<String> given(Value value) {
        return Stream.of(text(value)).filter(one -> !one.isEmpty());
    }

    private String text(Value value) {
        return value.text(scope).strip();
    }

    private @Nullable String translated(@Nullable Translated text) {
        return text == null ? null : text.text(scope, language);
    }
}

package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.flow.Step.Ask;
import io.waybill.flow.Step.AskType;
import io.waybill.message.Content;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an answer to a question; empty when it is none. */
final class Answers {

    private final Walk walk;
    private final Step step;
    private final Ask ask;

    Answers(Walk walk, Step step) {
        this.walk = walk;
        this.step = step;
        this.ask = Objects.requireNonNull(step.ask());
    }

    /**
     * @param value what is saved
     * @param to where a chosen option leads
     * @param sharedPhone the customer's own number, shared by WhatsApp's button
     */
    record Given(
            JsonNode value, @Nullable String to, @Nullable String sharedPhone) {}

    static Given chosen(Choice choice) {
        return new Given(choice.value(), choice.to(), null);
    }

    Optional<Given> read(Content content) {
        return switch (content) {
            case Content.Location location when ask.takes(AskType.LOCATION) -> given(location(location));
            case Content.SharedContacts shared when ask.takes(AskType.CONTACT) -> contact(shared);
            default -> Listener.text(content).flatMap(this::readText);
        };
    }

    private Optional<Given> readText(String text) {
        return choice(text).or(() -> number(text)).or(() -> text(text));
    }

    private Optional<Given> choice(String text) {
        if (!ask.takes(AskType.CHOICE)) {
            return Optional.empty();
        }
        return Match.byText(Choices.of(walk, step), text).map(Answers::chosen);
    }

    private Optional<Given> number(String text) {
        if (!ask.takes(AskType.NUMBER)) {
            return Optional.empty();
        }
        return Numbers.whole(text)
                .map(BigDecimal::new)
                .filter(this::isInBounds)
                .flatMap(number -> given(FlowJson.MAPPER.getNodeFactory().numberNode(number.longValueExact())));
    }

    /** Kept as it was typed, to the byte; only the checks look at it without surrounding space. */
    private Optional<Given> text(String text) {
        if (!ask.takes(AskType.TEXT)) {
            return Optional.empty();
        }
        String trimmed = text.strip();
        if (!isInBounds(BigDecimal.valueOf(trimmed.codePointCount(0, trimmed.length())))
                || trimmed.isEmpty()
                || ask.pattern() != null && !ask.pattern().matcher(trimmed).matches()) {
            return Optional.empty();
        }
        return given(ask.takes(AskType.LOCATION) ? FlowJson.object().put("text", text) : FlowJson.text(text));
    }

    private boolean isInBounds(BigDecimal number) {
        return (ask.min() == null || number.compareTo(ask.min()) >= 0)
                && (ask.max() == null || number.compareTo(ask.max()) <= 0);
    }

    private static ObjectNode location(Content.Location location) {
        ObjectNode place = FlowJson.object();
        String named = location.name() == null ? "" : location.name().strip();
        String address = location.address() == null ? "" : location.address().strip();
        String separator = named.isEmpty() || address.isEmpty() ? "" : ", ";
        String words = named + separator + address;
        place.put(
                "text",
                words.isEmpty()
                        ? location.latitude().toPlainString() + ", "
                                + location.longitude().toPlainString()
                        : words);
        place.put("latitude", location.latitude());
        place.put("longitude", location.longitude());
        return place;
    }

    /** Only what WhatsApp's own button shared, and only the sender's own number. */
    private Optional<Given> contact(Content.SharedContacts shared) {
        if (!shared.requested() || shared.contacts().size() != 1) {
            return Optional.empty();
        }
        String phone = shared.contacts().getFirst().waPhone();
        String known = walk.world().customer().phone();
        if (phone == null || known != null && !known.equals(phone)) {
            return Optional.empty();
        }
        return Optional.of(new Given(FlowJson.text(phone), null, phone));
    }

    private Optional<Given> given(JsonNode value) {
        if (ask.check() != null) {
            walk.input(value);
            if (!ask.check().isTrue(walk.scope())) {
                return Optional.empty();
            }
        }
        return Optional.of(new Given(value, null, null));
    }
}

package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.ExpressionFailure;
import io.waybill.expression.Json;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a customer sent as the answer to a question. */
final class Answers {

    private static final int MAX_TEXT = 4_096;

    private Answers() {}

    /** What an answer comes to. */
    sealed interface Answer {

        record Accepted(JsonNode value, @Nullable Target to) implements Answer {}

        /** An option that is switched off by now. */
        record Hidden() implements Answer {}

        record NotUnderstood() implements Answer {}
    }

    private static final Answer NOT_UNDERSTOOD = new Answer.NotUnderstood();

    static Answer chosen(Choices.Choice choice) {
        return choice.hidden() ? new Answer.Hidden() : new Answer.Accepted(choice.value(), choice.to());
    }

    /**
     * A text that is certainly meant as an answer: an option, or a number, an email address, a phone number or a date that was
     * asked for.
     */
    static Answer exactly(
            Ask ask, Choices choices, String text, int page, String language, @Nullable String customersPhone) {
        if (ask.accepts(Ask.Type.NUMBER)) {
            Optional<Long> number = Digits.parse(text);
            if (number.isPresent()) {
                return inRange(ask, number.get())
                        ? new Answer.Accepted(
                                Json.nodes().numberNode(number.get().intValue()), null)
                        : NOT_UNDERSTOOD;
            }
        }
        Optional<JsonNode> typed = TypedText.read(ask, text, language, customersPhone);
        if (typed.isPresent()) {
            return new Answer.Accepted(typed.get(), null);
        }
        if (!ask.accepts(Ask.Type.CHOICE)) {
            return NOT_UNDERSTOOD;
        }
        return choices.exactly(text, page).map(Answers::chosen).orElse(NOT_UNDERSTOOD);
    }

    /** A text that may be meant as an answer. */
    static Answer loosely(Ask ask, Choices choices, String text) {
        if (ask.accepts(Ask.Type.CHOICE)) {
            Optional<Choices.Choice> choice = choices.beginning(text);
            if (choice.isPresent()) {
                return chosen(choice.get());
            }
        }
        if (!ask.accepts(Ask.Type.TEXT) || !isLongEnough(ask, text) || !matches(ask.pattern(), text.strip())) {
            return NOT_UNDERSTOOD;
        }
        JsonNode value = Json.nodes().textNode(text);
        return new Answer.Accepted(
                ask.accepts(Ask.Type.LOCATION) ? Json.object().set("text", value) : value, null);
    }

    /** An answer that a flow knows already: the id of an option, a number, or a text. */
    static Answer preset(Ask ask, Choices choices, String text) {
        if (ask.accepts(Ask.Type.CHOICE)) {
            Optional<Choices.Choice> choice = choices.byId(text);
            if (choice.isPresent()) {
                return chosen(choice.get());
            }
        }
        if (ask.accepts(Ask.Type.NUMBER)) {
            return Digits.parse(text)
                    .filter(number -> inRange(ask, number))
                    .<Answer>map(number -> new Answer.Accepted(Json.nodes().numberNode(number.intValue()), null))
                    .orElse(NOT_UNDERSTOOD);
        }
        return ask.accepts(Ask.Type.TEXT) ? loosely(ask, choices, text) : NOT_UNDERSTOOD;
    }

    /** Anything that is no text and no tap. */
    static Answer other(Ask ask, InboundMessage message, @Nullable String knownPhone) {
        Content content = message.content();
        if (content instanceof Content.Location location && ask.accepts(Ask.Type.LOCATION)) {
            return new Answer.Accepted(place(location), null);
        }
        if (content instanceof Content.SharedContacts shared && ask.accepts(Ask.Type.CONTACT)) {
            String sendersPhone = message.sender().phone();
            return ownPhone(shared, sendersPhone == null ? knownPhone : sendersPhone)
                    .<Answer>map(phone -> new Answer.Accepted(Json.nodes().textNode(phone), null))
                    .orElse(NOT_UNDERSTOOD);
        }
        return NOT_UNDERSTOOD;
    }

    private static ObjectNode place(Content.Location location) {
        String name = location.name() == null ? "" : location.name().strip();
        String address = location.address() == null ? "" : location.address().strip();
        String text =
                name.isEmpty() || address.startsWith(name) ? address : address.isEmpty() ? name : name + ", " + address;
        String pin = location.latitude().toPlainString() + ", "
                + location.longitude().toPlainString();
        return Json.object()
                .put("text", text.isEmpty() ? pin : text)
                .put("latitude", location.latitude())
                .put("longitude", location.longitude());
    }

    /** Only what our own button shared, and only the sender's own number. */
    private static Optional<String> ownPhone(Content.SharedContacts shared, @Nullable String knownPhone) {
        if (!shared.requested() || shared.contacts().size() != 1) {
            return Optional.empty();
        }
        String phone = shared.contacts().getFirst().waPhone();
        return Optional.ofNullable(phone).filter(own -> knownPhone == null || knownPhone.equals(own));
    }

    private static boolean inRange(Ask ask, long number) {
        int min = ask.min() == null ? 0 : ask.min();
        int max = ask.max() == null ? Integer.MAX_VALUE : ask.max();
        return number >= min && number <= max;
    }

    private static boolean isLongEnough(Ask ask, String text) {
        String trimmed = text.strip();
        int length = trimmed.codePointCount(0, trimmed.length());
        int max = ask.max() == null ? MAX_TEXT : ask.max();
        return length >= Math.max(1, ask.min() == null ? 1 : ask.min()) && length <= max;
    }

    private static boolean matches(@Nullable Pattern pattern, String text) {
        return pattern == null || pattern.matcher(new Patient(text)).matches();
    }

    /** A text that lets a pattern look at it only so often: some patterns would look for ever. */
    private static final class Patient implements CharSequence {

        private static final int MAX_LOOKS = 1_000_000;

        private final CharSequence text;
        private int looks;

        Patient(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MAX_LOOKS) {
                throw new ExpressionFailure("The pattern takes too long for this answer.");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}

package io.waybill.whatsapp;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends messages that name a file of ours: with Graph's id of it, which is got anew when Graph has forgotten it. */
final class FileSends {

    private static final Pattern OURS = Pattern.compile("\"id\":\"" + OwnFiles.PREFIX + "([A-Za-z0-9]+)\"");

    /** What Graph says of an id that it does not know; which of them depends on the type of message. */
    private static final Set<Integer> UNKNOWN_ID = Set.of(33, 100, 131009, 131053);

    /** Meta's code for a file that it did not get, after which the words of the message go alone. */
    private static final int NOT_HANDED_OVER = 131053;

    private final OwnFiles files;

    FileSends(OwnFiles files) {
        this.files = files;
    }

    /** Our own name of the file in {@code message}; null: there is none. */
    static @Nullable String fileIn(WireMessage message) {
        // Within a text every quotation mark is escaped, so nothing that people write looks like this.
        if (!message.json().contains(OwnFiles.PREFIX)) {
            return null;
        }
        Matcher ours = OURS.matcher(message.json());
        return ours.find() ? ours.group(1) : null;
    }

    SendResult send(
            WhatsAppChannel channel, String fileId, WireMessage message, Function<WireMessage, SendResult> sending) {
        OwnFiles.Named named = files.name(channel, fileId);
        SendResult result = send(message, named, sending);
        if (named instanceof OwnFiles.Named.ById(String graphId) && isUnknown(result)) {
            files.forget(channel, fileId, graphId);
            return send(message, files.name(channel, fileId), sending);
        }
        return result;
    }

    private static SendResult send(
            WireMessage message, OwnFiles.Named named, Function<WireMessage, SendResult> sending) {
        return switch (named) {
            case OwnFiles.Named.ById(String graphId) -> sending.apply(with(message, "id", graphId));
            case OwnFiles.Named.ByLink(String link) -> sending.apply(with(message, "link", link));
            case OwnFiles.Named.NotNow(SendFailure failure) -> new SendResult.Failed(withoutFile(failure));
        };
    }

    private static WireMessage with(WireMessage message, String key, String value) {
        String named = "\"%s\":\"%s\"".formatted(key, value);
        return new WireMessage(OURS.matcher(message.json()).replaceAll(Matcher.quoteReplacement(named)));
    }

    private static boolean isUnknown(SendResult result) {
        return result instanceof SendResult.Failed(SendFailure failure)
                && failure.kind() == SendFailure.Kind.PERMANENT
                && failure.code() != null
                && UNKNOWN_ID.contains(failure.code());
    }

    /** What holds all messages of the number holds this one as well; else the file is left out, and what follows goes on. */
    private static SendFailure withoutFile(SendFailure failure) {
        return switch (failure.kind()) {
            case CONFIGURATION, WAIT -> failure;
            case RETRY, AMBIGUOUS, PERMANENT ->
                SendFailure.permanent("The file of this message could not be handed to WhatsApp, so it was left out. "
                                + failure.advice())
                        .with(NOT_HANDED_OVER, details(failure));
        };
    }

    private static @Nullable String details(SendFailure failure) {
        return failure.code() == null || failure.code() == NOT_HANDED_OVER
                ? failure.details()
                : "%d: %s".formatted(failure.code(), failure.details());
    }
}

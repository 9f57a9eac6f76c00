package io.waybill.outbox;

import io.waybill.notice.Notice;
import io.waybill.notice.Notices;
import io.waybill.outbox.ChannelGate.Standstill;
import io.waybill.outbox.SentMessage.Tried;
import io.waybill.whatsapp.ReopenTemplate;
import io.waybill.whatsapp.StoredMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Answers in a sentence or two why a customer has not got a message, or that they have. */
final class Why {

    private static final Set<Notice.Kind> OF_CHANNEL = Set.of(Notice.Kind.CHANNEL_STOPPED, Notice.Kind.CHANNEL_LIMITED);

    private final NumberLimits numbers;
    private final Notices notices;
    private final Function<Long, Optional<Instant>> nextTo;
    private final ReopenTemplate reopen;
    private final Clock clock;

    /** @param nextTo when the next message to a contact goes, as far as this node knows */
    Why(
            NumberLimits numbers,
            Notices notices,
            Function<Long, Optional<Instant>> nextTo,
            ReopenTemplate reopen,
            Clock clock) {
        this.numbers = numbers;
        this.notices = notices;
        this.nextTo = nextTo;
        this.reopen = reopen;
        this.clock = clock;
    }

    /** For each of {@code messages}, in order. */
    List<String> of(List<SentMessage> messages) {
        boolean queued = messages.stream().anyMatch(message -> message.state() == SentMessage.State.QUEUED);
        List<Notice> open = queued
                ? notices.open().stream()
                        .filter(notice -> OF_CHANNEL.contains(notice.kind()))
                        .toList()
                : List.of();
        return messages.stream().map(message -> of(message, open)).toList();
    }

    private String of(SentMessage message, List<Notice> open) {
        return switch (message.state()) {
            case QUEUED ->
                standstill(message, open)
                        .map(still -> "It waits, as all of its number do since %s: %s"
                                .formatted(time(still.since()), still.reason()))
                        .orElseGet(() -> waits(message));
            case AMBIGUOUS ->
                "It may have been sent: WhatsApp did not answer. A status decides until %s, else it is sent again."
                        .formatted(time(message.nextAttemptAt()));
            case HELD ->
                "It waits: %s It goes out when that is right, or is given up at %s."
                        .formatted(
                                message.lastAttempt()
                                        .map(last -> last.reason().advice())
                                        .orElse("its template cannot go."),
                                time(message.nextAttemptAt()));
            case DEAD -> refused(message, "It was not sent: ");
            case SENT -> sent(message);
        };
    }

    /** Another node may be the one that sends: what it told staff counts as much as what this one sees. */
    private Optional<Standstill> standstill(SentMessage message, List<Notice> open) {
        return open.stream()
                .filter(notice -> notice.subject().equals(message.phoneNumberId()))
                .findFirst()
                .map(notice -> new Standstill(notice.since(), notice.sentence()))
                .or(() -> numbers.gate(message.phoneNumberId()).standstill());
    }

    private String waits(SentMessage message) {
        Instant now = clock.instant();
        if (message.nextAttemptAt().isAfter(now) && message.lastAttempt().isPresent()) {
            return "It is tried again at %s: %s"
                    .formatted(
                            time(message.nextAttemptAt()),
                            inFull(message.lastAttempt().get().reason()));
        }
        String turn = message.ahead() == 0
                ? "It is the next to go to this customer"
                : "It waits its turn behind %d more to this customer".formatted(message.ahead());
        return nextTo.apply(message.contactId())
                .filter(time -> time.isAfter(now))
                .map(time -> "%s; Meta's pace for one person lets the next go at %s.".formatted(turn, time(time)))
                .orElse(turn + ", in a moment.");
    }

    private String sent(SentMessage message) {
        if (message.failedLater()) {
            return refused(message, "WhatsApp took it and could not deliver it: ");
        }
        if (message.readAt() != null) {
            return "The customer read it at %s.".formatted(time(message.readAt()));
        }
        if (message.deliveredAt() != null) {
            return "It was delivered at %s; the customer has not opened it, or does not let us know."
                    .formatted(time(message.deliveredAt()));
        }
        return "WhatsApp has it%s and does not report it delivered: the phone may be off or without network."
                .formatted(message.sentAt() == null ? "" : " since " + time(message.sentAt()));
    }

    private String refused(SentMessage message, String beginning) {
        String reason =
                message.lastAttempt().map(Tried::reason).map(Why::inFull).orElse("no reason was kept.");
        return beginning + reason + instead(message);
    }

    private String instead(SentMessage message) {
        if (message.followedBy() != null) {
            return " In its place %d.%d was sent.".formatted(message.contactId(), message.followedBy());
        }
        boolean windowClosed = message.lastAttempt()
                .map(last -> last.reason().code() != null && last.reason().code() == FollowUps.WINDOW_CLOSED)
                .orElse(false);
        if (!windowClosed || StoredMessage.read(message.payload()).isTemplate()) {
            return "";
        }
        return reopen.isConfigured()
                ? " A customer is asked to write again once, and only after Meta refused a message."
                : " The customer is not asked to write again, since waybill.whatsapp.reopen-template is not set.";
    }

    private static String inFull(Reason reason) {
        StringBuilder text = new StringBuilder(reason.advice());
        if (reason.code() != null) {
            text.append(" (Meta's code ").append(reason.code());
            text.append(
                    reason.details() == null ? ".)" : ": " + reason.details().strip() + ")");
        }
        return text.toString();
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

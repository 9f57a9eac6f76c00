package io.waybill.webhook;

import io.waybill.inbox.InboxReport;
import io.waybill.message.Content;
import io.waybill.message.DeliveryStatus;
import io.waybill.message.InboundMessage;
import io.waybill.message.PhoneNumbers;
import io.waybill.outbox.StatusTargets;
import io.waybill.outbox.StatusTargets.Target;
import io.waybill.template.TemplateNews;
import io.waybill.whatsapp.WebhookPayload;
import io.waybill.whatsapp.WebhookPayload.Item;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what {@link Webhook} would do with a body, part by part, and does nothing of it. */
final class WebhookRehearsal {

    private final InboxReport inbox;
    private final StatusTargets targets;
    private final TemplateNews templates;
    private final Set<String> numbers;

    WebhookRehearsal(InboxReport inbox, StatusTargets targets, TemplateNews templates, WhatsAppChannels channels) {
        this.inbox = inbox;
        this.targets = targets;
        this.templates = templates;
        this.numbers =
                channels.all().stream().map(WhatsAppChannel::phoneNumberId).collect(Collectors.toUnmodifiableSet());
    }

    /** What would become of a part. */
    enum Effect {
        /** Something would change. */
        TAKEN,
        /** It was here before. */
        DUPLICATE,
        /** It would be kept for people to look at. */
        ASIDE
    }

    /**
     * @param kind message, echo, status, template, account or other
     * @param what it says, in a line
     * @param sentence what would become of it
     * @param message ours that a status is about; null: none
     */
    record Part(
            String kind,
            Effect effect,
            String what,
            String sentence,
            @Nullable String message) {

        Part(String kind, Effect effect, String what, String sentence) {
            this(kind, effect, what, sentence, null);
        }
    }

    /** In the order of the body. */
    List<Part> of(byte[] body) {
        List<Item> items = WebhookPayload.parse(body).items();
        List<DeliveryStatus> statuses = items.stream()
                .filter(Item.Status.class::isInstance)
                .map(item -> ((Item.Status) item).status())
                .toList();
        List<InboundMessage> messages =
                items.stream().flatMap(item -> message(item).stream()).toList();
        Iterator<Optional<Target>> known = targets.of(statuses).iterator();
        Map<String, InboxReport.Known> kept = inbox.known(messages);
        Set<String> before = new HashSet<>();
        List<Part> parts = new ArrayList<>();
        for (Item item : items) {
            parts.add(
                    switch (item) {
                        case Item.Message(InboundMessage message, String json) ->
                            message("message", message, kept.get(message.id()), before.add(message.id()));
                        case Item.Echo(InboundMessage message, String json) ->
                            message("echo", message, kept.get(message.id()), before.add(message.id()));
                        case Item.Status(DeliveryStatus status, String number, String json) ->
                            status(status, known.next());
                        case Item.UserId changed ->
                            ofNumber(
                                    "person",
                                    changed.phoneNumberId(),
                                    "A person has another user id.",
                                    "It would be followed.");
                        case Item.Marketing wish ->
                            ofNumber(
                                    "person",
                                    wish.phoneNumberId(),
                                    wish.wanted()
                                            ? "A person takes marketing again."
                                            : "A person wants no more marketing.",
                                    "It would be noted with the contact.");
                        case Item.Account account ->
                            new Part(
                                    "account",
                                    Effect.TAKEN,
                                    account.sentence().isEmpty() ? account.subject() : account.sentence(),
                                    account.sentence().isEmpty() ? "Its notice would end." : "It would be a notice.");
                        case Item.Throughput faster ->
                            new Part(
                                    "account",
                                    Effect.TAKEN,
                                    "Meta lets the number %s send faster."
                                            .formatted(PhoneNumbers.lastDigits(faster.displayNumber())),
                                    "The pace of the number would be raised.");
                        case Item.Template template -> template(template);
                        case Item.Other other -> new Part("other", Effect.ASIDE, other.kind(), aside(other.reason()));
                    });
        }
        return parts;
    }

    private static Optional<InboundMessage> message(Item item) {
        return switch (item) {
            case Item.Message(InboundMessage message, String json) -> Optional.of(message);
            case Item.Echo(InboundMessage message, String json) -> Optional.of(message);
            default -> Optional.empty();
        };
    }

    private Part message(String kind, InboundMessage message, InboxReport.@Nullable Known known, boolean first) {
        String what = "%s of %s".formatted(name(message.content()), sender(message));
        if (!numbers.contains(message.phoneNumberId())) {
            return new Part(kind, Effect.ASIDE, what, aside(notOurs(message.phoneNumberId())));
        }
        if (known != null) {
            return new Part(
                    kind,
                    Effect.DUPLICATE,
                    what,
                    "It is here already, with contact %d, and %s. Nothing would happen."
                            .formatted(known.contactId(), state(known.state())));
        }
        if (!first) {
            return new Part(kind, Effect.DUPLICATE, what, "It stands in this body twice, and would be kept once.");
        }
        return new Part(
                kind,
                Effect.TAKEN,
                what,
                message.content().isSaid()
                        ? "It is new: it would be kept and answered."
                        : "It is new: it would be kept, and nobody would answer it.");
    }

    private static String name(Content content) {
        return content instanceof Content.Unknown unknown
                ? "A message of the type %s, which Waybill does not know,".formatted(unknown.type())
                : "A message of the type %s".formatted(content.getClass().getSimpleName());
    }

    private static String sender(InboundMessage message) {
        String phone = message.sender().phone();
        return phone == null
                ? Objects.requireNonNullElse(message.sender().userId(), "")
                : PhoneNumbers.lastDigits(phone);
    }

    private static String state(String state) {
        return switch (state) {
            case "pending" -> "waits to be answered";
            case "dead" -> "could not be answered";
            default -> "was answered";
        };
    }

    private static Part status(DeliveryStatus status, Optional<Target> target) {
        String what = "%s at %s".formatted(status.state(), status.at());
        return target.map(known -> new Part(
                        "status",
                        known.changes() ? Effect.TAKEN : Effect.DUPLICATE,
                        what,
                        known.changes()
                                ? "Message %s would be %s.".formatted(known.message(), status.state())
                                : "Message %s is %s already: nothing would change."
                                        .formatted(known.message(), known.delivery()),
                        known.message()))
                .orElseGet(() -> new Part(
                        "status",
                        Effect.TAKEN,
                        what,
                        "No message of ours is known by this id yet: the status would wait for it for two weeks."));
    }

    private Part ofNumber(String kind, String number, String what, String sentence) {
        return numbers.contains(number)
                ? new Part(kind, Effect.TAKEN, what, sentence)
                : new Part(kind, Effect.ASIDE, what, aside(notOurs(number)));
    }

    private Part template(Item.Template template) {
        String what = "News of the template %s.%s"
                .formatted(
                        template.update().template().name(),
                        template.update().template().language());
        return templates.isOurs(template.update(), numbers)
                ? new Part("template", Effect.TAKEN, what, "It would be taken into the list of templates.")
                : new Part("template", Effect.ASIDE, what, aside("It is not of a business account of this gateway."));
    }

    private static String notOurs(String number) {
        return "It was sent to the number id %s, which is not one that we have.".formatted(number);
    }

    private static String aside(String reason) {
        return "It would be kept aside. " + reason;
    }
}

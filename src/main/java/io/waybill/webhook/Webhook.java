package io.waybill.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.inbox.ContactNews;
import io.waybill.inbox.Delivery;
import io.waybill.inbox.Delivery.Unhandled;
import io.waybill.inbox.IdentityChange;
import io.waybill.inbox.Inbox;
import io.waybill.inbox.Incoming;
import io.waybill.message.Content;
import io.waybill.message.DeliveryStatus;
import io.waybill.message.InboundMessage;
import io.waybill.outbox.OutboxWriter;
import io.waybill.template.TemplateNews;
import io.waybill.whatsapp.TemplateUpdate;
import io.waybill.whatsapp.WebhookPayload;
import io.waybill.whatsapp.WebhookPayload.Item;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Takes a genuine webhook body apart and has each part kept: messages, statuses, and what nobody handles. */
final class Webhook {

    private final Inbox inbox;
    private final OutboxWriter outbox;
    private final TemplateNews templates;
    private final AccountNews accounts;
    private final Clock clock;
    private final Supplier<String> traces;
    private final MeterRegistry meters;
    private final Counter added;
    private final Counter repeated;

    Webhook(
            Inbox inbox,
            OutboxWriter outbox,
            TemplateNews templates,
            AccountNews accounts,
            Clock clock,
            Supplier<String> traces,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.templates = templates;
        this.accounts = accounts;
        this.clock = clock;
        this.traces = traces;
        this.meters = meters;
        this.added = meters.counter("waybill.webhook.messages", "result", "new");
        this.repeated = meters.counter("waybill.webhook.messages", "result", "repeated");
    }

    /**
     * Returns once everything is committed.
     *
     * @param phoneNumberIds the numbers the caller may speak for; messages to another one are kept, not answered
     */
    void receive(byte[] body, Set<String> phoneNumberIds) {
        Parts parts = new Parts();
        for (Item item : WebhookPayload.parse(body).items()) {
            switch (item) {
                case Item.Message(InboundMessage message, String json) ->
                    parts.message(new Incoming(message, json), phoneNumberIds);
                case Item.Echo(InboundMessage message, String json) ->
                    parts.message(new Incoming(message, json), phoneNumberIds);
                case Item.UserId changed ->
                    parts.news(changed.phoneNumberId(), renamed(changed), changed.json(), phoneNumberIds);
                case Item.Marketing wish ->
                    parts.news(
                            wish.phoneNumberId(),
                            new ContactNews.Marketing(wish.phoneNumberId(), wish.person(), wish.wanted(), wish.at()),
                            wish.json(),
                            phoneNumberIds);
                case Item.Account account -> accounts.tell(account);
                case Item.Throughput faster -> accounts.faster(faster);
                case Item.Template template
                when templates.isOurs(template.update(), phoneNumberIds) -> parts.templates.add(template.update());
                case Item.Template template ->
                    parts.unhandled.add(new Unhandled(
                            "template",
                            "It is about a template of the business account %s, which is not one of this app's that we have."
                                    .formatted(template.update().template().businessAccountId()),
                            template.json()));
                case Item.Status status -> parts.statuses.add(status.status());
                case Item.Other other -> parts.unhandled.add(new Unhandled(other.kind(), other.reason(), other.json()));
            }
        }
        keep(parts);
        templates.take(parts.templates);
    }

    private static ContactNews renamed(Item.UserId changed) {
        return new ContactNews.Renamed(new IdentityChange(
                changed.phoneNumberId(),
                "%s>%s".formatted(changed.before().userId(), changed.newUserId()),
                changed.at(),
                changed.before(),
                null,
                changed.newUserId()));
    }

    private void keep(Parts parts) {
        if (parts.hasForInbox()) {
            int stored = inbox.store(
                    new Delivery(traces.get(), clock.instant(), parts.messages, parts.news, parts.unhandled));
            added.increment(stored);
            repeated.increment(parts.messages.size() - stored);
        }
        outbox.apply(parts.statuses);
        parts.unhandled.forEach(update -> countUnhandled(update.kind()));
        // These stay in the inbox: the flow asks the customer to say it in another way.
        parts.messages.stream()
                .filter(incoming -> incoming.message().content() instanceof Content.Unknown)
                .forEach(incoming -> countUnhandled("type"));
        if (!parts.statuses.isEmpty()) {
            meters.counter("waybill.webhook.statuses").increment(parts.statuses.size());
        }
    }

    private void countUnhandled(String kind) {
        meters.counter("waybill.webhook.unhandled", "kind", kind).increment();
    }

    /** One body taken apart. */
    private static final class Parts {

        private final List<Incoming> messages = new ArrayList<>();
        private final List<ContactNews> news = new ArrayList<>();
        private final List<DeliveryStatus> statuses = new ArrayList<>();
        private final List<TemplateUpdate> templates = new ArrayList<>();
        private final List<Unhandled> unhandled = new ArrayList<>();

        boolean hasForInbox() {
            return !messages.isEmpty() || !news.isEmpty() || !unhandled.isEmpty();
        }

        void message(Incoming incoming, Set<String> ours) {
            String number = incoming.message().phoneNumberId();
            if (ours.contains(number)) {
                messages.add(incoming);
            } else {
                unhandled.add(notOurs(number, incoming.json()));
            }
        }

        void news(String number, ContactNews told, String json, Set<String> ours) {
            if (ours.contains(number)) {
                news.add(told);
            } else {
                unhandled.add(notOurs(number, json));
            }
        }

        private static Unhandled notOurs(String number, String json) {
            return new Unhandled(
                    "number",
                    "It was sent to the number id %s, which is not one of this app's that we have.".formatted(number),
                    json);
        }
    }
}

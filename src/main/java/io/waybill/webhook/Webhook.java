package io.waybill.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.inbox.Delivery;
import io.waybill.inbox.Delivery.Unhandled;
import io.waybill.inbox.Inbox;
import io.waybill.inbox.Incoming;
import io.waybill.message.Content;
import io.waybill.message.DeliveryStatus;
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
    private final Clock clock;
    private final Supplier<String> traces;
    private final MeterRegistry meters;
    private final Counter added;
    private final Counter repeated;

    Webhook(
            Inbox inbox,
            OutboxWriter outbox,
            TemplateNews templates,
            Clock clock,
            Supplier<String> traces,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.templates = templates;
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
        List<Incoming> messages = new ArrayList<>();
        List<DeliveryStatus> statuses = new ArrayList<>();
        List<Unhandled> unhandled = new ArrayList<>();
        List<TemplateUpdate> templateUpdates = new ArrayList<>();
        for (Item item : WebhookPayload.parse(body).items()) {
            switch (item) {
                case Item.Message message
                when phoneNumberIds.contains(message.message().phoneNumberId()) ->
                    messages.add(new Incoming(message.message(), message.json()));
                case Item.Message message ->
                    unhandled.add(new Unhandled(
                            "number",
                            "It was sent to the number id %s, which is not one of this app's that we have."
                                    .formatted(message.message().phoneNumberId()),
                            message.json()));
                case Item.Status status -> statuses.add(status.status());
                case Item.Template template
                when templates.isOurs(template.update(), phoneNumberIds) -> templateUpdates.add(template.update());
                case Item.Template template ->
                    unhandled.add(new Unhandled(
                            "template",
                            "It is about a template of the business account %s, which is not one of this app's that we have."
                                    .formatted(template.update().template().businessAccountId()),
                            template.json()));
                case Item.Other other -> unhandled.add(new Unhandled(other.kind(), other.reason(), other.json()));
            }
        }
        keep(messages, statuses, unhandled);
        templates.take(templateUpdates);
    }

    private void keep(List<Incoming> messages, List<DeliveryStatus> statuses, List<Unhandled> unhandled) {
        if (!messages.isEmpty() || !unhandled.isEmpty()) {
            int stored = inbox.store(new Delivery(traces.get(), clock.instant(), messages, unhandled));
            added.increment(stored);
            repeated.increment(messages.size() - stored);
        }
        outbox.apply(statuses);
        unhandled.forEach(update -> countUnhandled(update.kind()));
        // These stay in the inbox: the flow asks the customer to say it in another way.
        messages.stream()
                .filter(incoming -> incoming.message().content() instanceof Content.Unknown)
                .forEach(incoming -> countUnhandled("type"));
        if (!statuses.isEmpty()) {
            meters.counter("waybill.webhook.statuses").increment(statuses.size());
        }
    }

    private void countUnhandled(String kind) {
        meters.counter("waybill.webhook.unhandled", "kind", kind).increment();
    }
}

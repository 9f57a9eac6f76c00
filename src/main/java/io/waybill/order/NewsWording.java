package io.waybill.order;

import io.waybill.expression.Money;
import io.waybill.template.KnownTemplate;
import io.waybill.template.Mapping;
import io.waybill.template.MappingCheck;
import io.waybill.template.Mappings;
import io.waybill.template.MessageEvent;
import io.waybill.template.RealExample.Filling;
import io.waybill.template.TemplateCatalog;
import io.waybill.template.Variable;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.FilledTemplate;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.MetaTemplate.Part;
import io.waybill.whatsapp.MetaTemplate.Placeholder;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WireMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts news of an order, or a question about it, into the words of the template that is mapped to it. */
final class NewsWording {

    private final Mappings mappings;
    private final TemplateCatalog catalog;
    private final Templates shipped;

    NewsWording(Mappings mappings, TemplateCatalog catalog, Templates shipped) {
        this.mappings = mappings;
        this.catalog = catalog;
        this.shipped = shipped;
    }

    /** What is sent of a template that is filled, inside the customer service window or outside of it. */
    @FunctionalInterface
    interface Messages {
        List<WireMessage> of(FilledTemplate filled, boolean open);
    }

    /** What a message is about. */
    private record About(
            ChatOrder order,
            MessageEvent event,
            @Nullable OrderStatus status,
            @Nullable String trackingUrl,
            Map<Variable, String> more) {

        String name() {
            return status == null ? event.key() : status.key();
        }
    }

    Decision decide(ChatOrder order, OrderStatus status, @Nullable String trackingUrl, Instant now) {
        return decide(
                new About(order, status.event(), status, trackingUrl, Map.of()),
                now,
                (filled, open) -> open
                        ? ((RenderResult.Messages)
                                        MessagePayload.render(filled.words(), order.recipient(), true, shipped))
                                .messages()
                        : List.of(filled.message(order.recipient())));
    }

    /** The same for something else than news of a status. */
    Decision decide(ChatOrder order, MessageEvent event, Map<Variable, String> more, Instant now, Messages messages) {
        return decide(new About(order, event, null, null, more), now, messages);
    }

    private Decision decide(About about, Instant now, Messages messages) {
        ChatOrder order = about.order();
        String event = about.event().key();
        Mapping mapping = mappings.find(about.event()).orElse(null);
        if (mapping == null || mapping.template() == null) {
            return new Decision.Silent("Nothing is said of %s: no template is mapped to it.".formatted(event));
        }
        List<KnownTemplate> candidates = catalog.candidates(mapping, order.phoneNumberId(), order.language());
        boolean open = CustomerServiceWindow.open(order.lastMessageAt(), now);
        if (candidates.isEmpty()) {
            return new Decision.Hold(
                    event,
                    false,
                    "Meta has no template %s in any language it is mapped in.".formatted(mapping.template()));
        }
        KnownTemplate chosen = open
                ? candidates.getFirst()
                : candidates.stream()
                        .filter(KnownTemplate::approved)
                        .findFirst()
                        .orElse(candidates.getFirst());
        List<String> problems = MappingCheck.problems(mapping, chosen.text());
        if (!problems.isEmpty()) {
            return new Decision.Hold(event, false, String.join(" ", problems));
        }
        if (!open && !chosen.approved()) {
            return new Decision.Hold(chosen.label(), true, waiting(chosen, about));
        }
        return said(chosen.text(), values(about, chosen.text()), mapping, open, messages);
    }

    private static String waiting(KnownTemplate template, About about) {
        return "Messages about \"%s\" wait for the template %s, which Meta has not approved: it is %s.%s"
                .formatted(
                        about.name(),
                        template.label(),
                        template.status(),
                        template.reason() == null ? "" : " Meta says: %s".formatted(template.reason()));
    }

    /** The words alone, for people who look at a mapping. */
    static Filling example(
            ChatOrder order,
            Mapping mapping,
            MetaTemplate text,
            @Nullable OrderStatus status,
            @Nullable String trackingUrl) {
        return filling(text, values(new About(order, mapping.event(), status, trackingUrl, Map.of()), text), mapping);
    }

    private static Decision said(
            MetaTemplate text, Map<Variable, String> known, Mapping mapping, boolean open, Messages messages) {
        return switch (filling(text, known, mapping)) {
            case Filling.Says(FilledTemplate filled) -> new Decision.Say(messages.of(filled, open), filled, !open);
            case Filling.Lacks(String sentence) -> new Decision.Drop(sentence);
        };
    }

    private static Filling filling(MetaTemplate text, Map<Variable, String> known, Mapping mapping) {
        Map<String, String> values = new HashMap<>();
        for (Placeholder place : text.placeholders()) {
            Variable variable = mapping.variables().get(place.key());
            String value = value(place, text, variable, known.getOrDefault(variable, ""));
            String said = value.isBlank() ? mapping.fallbacks().getOrDefault(place.key(), "") : value;
            if (said.isBlank()) {
                return new Filling.Lacks(
                        "%s has no value that fits the placeholder %s of %s, and Meta refuses empty ones."
                                .formatted(variable.key(), place.key(), text.name()));
            }
            values.put(place.key(), said);
        }
        return new Filling.Says(FilledTemplate.of(text, values, mapping.header()));
    }

    private static String value(Placeholder place, MetaTemplate text, Variable variable, String known) {
        return place.part() == Part.BUTTON
                ? addressPart(text.buttons().get(place.button()).fixedTarget(), variable, known)
                : known;
    }

    /** What follows the fixed part of a button's address; empty when the value is an address of somewhere else. */
    private static String addressPart(String fixed, Variable variable, String value) {
        if (variable.type() == Variable.Type.URL) {
            return value.startsWith(fixed) ? value.substring(fixed.length()) : "";
        }
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<Variable, String> values(About about, MetaTemplate text) {
        ChatOrder order = about.order();
        String language = text.language().replace('_', '-');
        Map<Variable, String> values = new HashMap<>();
        put(values, Variable.ORDER_NUMBER, order.number());
        if (about.status() != null) {
            values.put(Variable.ORDER_STATUS, about.status().in(language));
        }
        put(values, Variable.ORDER_TRACKING_URL, about.trackingUrl());
        put(values, Variable.CUSTOMER_NAME, order.customerName());
        put(values, Variable.STORE_NAME, order.storeName());
        put(values, Variable.STORE_PICKUP_ADDRESS, order.pickupAddress());
        if (order.total() != null) {
            String currency = Objects.requireNonNullElse(order.currency(), "");
            values.put(Variable.ORDER_TOTAL, Money.format(order.total(), currency, language));
        }
        values.putAll(about.more());
        return values;
    }

    private static void put(Map<Variable, String> values, Variable variable, @Nullable String value) {
        if (value != null) {
            values.put(variable, value);
        }
    }
}

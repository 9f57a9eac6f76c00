package io.waybill.order;

import io.waybill.expression.Money;
import io.waybill.template.KnownTemplate;
import io.waybill.template.Mapping;
import io.waybill.template.MappingCheck;
import io.waybill.template.Mappings;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts news of an order into the words of the template that is mapped to it. */
final class NewsWording {

    private final Mappings mappings;
    private final TemplateCatalog catalog;
    private final Templates shipped;

    NewsWording(Mappings mappings, TemplateCatalog catalog, Templates shipped) {
        this.mappings = mappings;
        this.catalog = catalog;
        this.shipped = shipped;
    }

    Decision decide(ChatOrder order, OrderStatus status, @Nullable String trackingUrl, Instant now) {
        String event = status.event().key();
        Mapping mapping = mappings.find(status.event()).orElse(null);
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
            return new Decision.Hold(chosen.label(), true, waiting(chosen, status));
        }
        return said(order, chosen.text(), values(order, status, trackingUrl, chosen.text()), mapping, open);
    }

    private static String waiting(KnownTemplate template, OrderStatus status) {
        return "Messages about \"%s\" wait for the template %s, which Meta has not approved: it is %s.%s"
                .formatted(
                        status.key(),
                        template.label(),
                        template.status(),
                        template.reason() == null ? "" : " Meta says: %s".formatted(template.reason()));
    }

    private Decision said(
            ChatOrder order, MetaTemplate text, Map<Variable, String> known, Mapping mapping, boolean open) {
        Map<String, String> values = new HashMap<>();
        for (Placeholder place : text.placeholders()) {
            Variable variable = mapping.variables().get(place.key());
            String value = value(place, text, variable, known.getOrDefault(variable, ""));
            String said = value.isBlank() ? mapping.fallbacks().getOrDefault(place.key(), "") : value;
            if (said.isBlank()) {
                return new Decision.Drop(
                        "%s has no value that fits the placeholder %s of %s, and Meta refuses empty ones."
                                .formatted(variable.key(), place.key(), text.name()));
            }
            values.put(place.key(), said);
        }
        FilledTemplate filled = FilledTemplate.of(text, values, mapping.header());
        return new Decision.Say(
                open
                        ? ((RenderResult.Messages)
                                        MessagePayload.render(filled.words(), order.recipient(), true, shipped))
                                .messages()
                        : List.of(filled.message(order.recipient())));
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

    private static Map<Variable, String> values(
            ChatOrder order, OrderStatus status, @Nullable String trackingUrl, MetaTemplate text) {
        String language = text.language().replace('_', '-');
        Map<Variable, String> values = new HashMap<>();
        put(values, Variable.ORDER_NUMBER, order.number());
        put(values, Variable.ORDER_STATUS, status.in(language));
        put(values, Variable.ORDER_TRACKING_URL, trackingUrl);
        put(values, Variable.CUSTOMER_NAME, order.customerName());
        put(values, Variable.STORE_NAME, order.storeName());
        put(values, Variable.STORE_PICKUP_ADDRESS, order.pickupAddress());
        if (order.total() != null) {
            String currency = Objects.requireNonNullElse(order.currency(), "");
            values.put(Variable.ORDER_TOTAL, Money.format(order.total(), currency, language));
        }
        return values;
    }

    private static void put(Map<Variable, String> values, Variable variable, @Nullable String value) {
        if (value != null) {
            values.put(variable, value);
        }
    }
}

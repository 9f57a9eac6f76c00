package io.waybill.conversation;

import io.waybill.checkout.CodRule;
import io.waybill.checkout.Placement;
import io.waybill.expression.Money;
import io.waybill.flow.ReplyId;
import io.waybill.message.Reply;
import io.waybill.whatsapp.MessageTemplate;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.Templates;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks customers by a template to confirm an order that no flow made; its buttons carry the order, so a tap is about it for ever. */
final class CodWording {

    private final CodRule rule;
    private final Templates templates;

    CodWording(CodRule rule, Templates templates) {
        this.rule = rule;
        this.templates = templates;
    }

    /** Empty where there is no such template, or its buttons cannot carry the order. */
    Optional<Reply> confirm(Placement placement, String language, @Nullable String storeName) {
        return rule.confirming().flatMap(name -> asking(name, placement, language, storeName));
    }

    /** The same for the second and last time. */
    Optional<Reply> remind(Placement placement, String language, @Nullable String storeName) {
        return rule.reminding().flatMap(name -> asking(name, placement, language, storeName));
    }

    private Optional<Reply> asking(String name, Placement placement, String language, @Nullable String storeName) {
        Placement.Made order = Objects.requireNonNull(placement.order());
        Optional<String> confirm = ReplyId.beginning(ReplyId.ORDER, order.externalOrderId(), "confirm");
        Optional<String> cancel = ReplyId.beginning(ReplyId.ORDER, order.externalOrderId(), "cancel");
        Optional<MetaTemplate> text = Templates.best(templates.texts(name), language);
        Map<String, String> variables =
                templates.named(name).map(MessageTemplate::variables).orElse(Map.of());
        return confirm.isEmpty() || cancel.isEmpty() || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reply.Template(
                        name,
                        language,
                        text.get().placeholders().stream()
                                .map(place -> value(variables.get(place.key()), placement, order, language, storeName))
                                .toList(),
                        List.of(
                                new Reply.Option(confirm.get(), "Confirm", null),
                                new Reply.Option(cancel.get(), "Cancel", null))));
    }

    private static String value(
            @Nullable String variable,
            Placement placement,
            Placement.Made order,
            String language,
            @Nullable String storeName) {
        return switch (variable) {
            case "order.number" -> order.orderNumber() == null ? order.externalOrderId() : order.orderNumber();
            case "order.total" ->
                Money.format(
                        placement.wanted().quote().total(),
                        placement.wanted().quote().currency(),
                        language);
            case "order.status" -> order.status();
            case "customer.name" -> placement.wanted().name();
            case "store.name" -> storeName == null ? "" : storeName;
            case null, default -> "";
        };
    }
}

package io.waybill.checkout;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.expression.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What things cost at the ERP, with delivery; amounts are rounded once, to what can be paid in the currency. */
@JsonNaming(SnakeCaseStrategy.class)
public record Quote(
        List<QuoteLine> lines, BigDecimal subtotal, BigDecimal delivery, BigDecimal total, String currency) {

    private static final int NAME_MAX = 60;

    public Quote {
        lines = List.copyOf(lines);
    }

    /**
     * @param options name to value
     * @param durationMinutes the paid time of one, where it is a service; null: it is goods
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record QuoteLine(
            String externalProductId,
            String name,
            Map<String, String> options,
            int qty,
            BigDecimal unitPrice,
            BigDecimal total,
            @Nullable Integer durationMinutes) {

        ObjectNode item() {
            ObjectNode item = Json.object()
                    .put("external_product_id", externalProductId)
                    .put("name", name)
                    .put("qty", qty)
                    .put("unit_price", unitPrice);
            if (!options.isEmpty()) {
                ObjectNode chosen = item.putObject("options");
                options.forEach(chosen::put);
            }
            if (durationMinutes != null) {
                item.put("duration_minutes", durationMinutes);
            }
            return item;
        }

        String text(String currency, String language) {
            String chosen = options.isEmpty() ? "" : " (" + String.join(", ", options.values()) + ")";
            String shown = (name + chosen).replaceAll("[\\[\\]\\s]+", " ").strip();
            return "%d x %s: %s"
                    .formatted(
                            qty,
                            shown.length() <= NAME_MAX ? shown : shown.substring(0, NAME_MAX - 1) + "…",
                            Money.format(total, currency, language));
        }
    }

    ObjectNode totals() {
        return Json.object()
                .put("subtotal", subtotal)
                .put("delivery", delivery)
                .put("total", total)
                .put("currency", currency);
    }
}

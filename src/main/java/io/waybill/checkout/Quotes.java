package io.waybill.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.catalog.Pricing;
import io.waybill.catalog.Pricing.Item;
import io.waybill.catalog.Pricing.Priced;
import io.waybill.catalog.Pricing.Prices;
import io.waybill.delivery.DeliveryBands;
import io.waybill.erp.Sellable;
import io.waybill.expression.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Says what an order would cost now; nothing is written. */
final class Quotes {

    private final Pricing pricing;
    private final DeliveryBands bands;

    Quotes(Pricing pricing, DeliveryBands bands) {
        this.pricing = pricing;
        this.bands = bands;
    }

    /**
     * @param pickup without delivery
     * @throws Pricing.NotSold naming the product
     * @throws Pricing.ErpAway when the ERP cannot be asked
     * @throws Unfit when it cannot be ordered like that, or not so many
     */
    Quote of(List<Item> items, boolean pickup) {
        Prices prices = pricing.now(items);
        prices.lines().forEach(Quotes::check);
        String currency = prices.currency();
        List<Quote.QuoteLine> lines =
                prices.lines().stream().map(priced -> line(priced, currency)).toList();
        BigDecimal subtotal = lines.stream()
                .map(Quote.QuoteLine::total)
                .reduce(BigDecimal.ZERO.setScale(Money.scale(currency)), BigDecimal::add);
        BigDecimal delivery =
                pickup ? BigDecimal.ZERO.setScale(Money.scale(currency)) : delivery(goods(prices), currency);
        return new Quote(lines, subtotal, delivery, subtotal.add(delivery), currency);
    }

    /** A service is not brought. */
    private static int goods(Prices prices) {
        return prices.lines().stream()
                .filter(priced -> !Sellable.isService(priced.product()))
                .mapToInt(priced -> priced.item().qty())
                .sum();
    }

    private BigDecimal delivery(int qty, String currency) {
        BigDecimal charge = bands.charges()
                .chargeFor(qty)
                .orElseThrow(() ->
                        Unfit.wrong("No delivery charge covers a quantity of %d: a person has to say what it costs."
                                .formatted(qty)));
        return Money.payable(charge, currency)
                .orElseThrow(() ->
                        Unfit.wrong("The delivery charge %s has more decimals than %s.".formatted(charge, currency)));
    }

    private static Quote.QuoteLine line(Priced priced, String currency) {
        return new Quote.QuoteLine(
                priced.item().externalProductId(),
                priced.name(),
                priced.item().options(),
                priced.item().qty(),
                priced.unitPrice(),
                Money.times(priced.unitPrice(), priced.item().qty(), currency),
                Sellable.minutes(priced.product()).orElse(null));
    }

    private static void check(Priced priced) {
        problemOfOptions(priced.product().path("options"), priced.item().options())
                .ifPresent(problem -> {
                    throw Unfit.wrong("%s: %s".formatted(priced.item().externalProductId(), problem));
                });
        BigDecimal stock = priced.stock();
        if (stock != null && stock.compareTo(BigDecimal.valueOf(priced.item().qty())) < 0) {
            throw Unfit.now("%s: there are %s, not %d."
                    .formatted(
                            priced.item().externalProductId(),
                            stock.max(BigDecimal.ZERO).stripTrailingZeros().toPlainString(),
                            priced.item().qty()));
        }
    }

    /** Every option that the product has is chosen, as one of its values, and no other. */
    private static Optional<String> problemOfOptions(JsonNode offered, Map<String, String> chosen) {
        for (JsonNode option : offered) {
            String name = option.path("name").asText();
            List<String> values = StreamSupport.stream(option.path("values").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            if (!values.contains(chosen.getOrDefault(name, ""))) {
                return Optional.of("its option \"%s\" is one of %s.".formatted(name, String.join(", ", values)));
            }
        }
        return chosen.size() == offered.size()
                ? Optional.empty()
                : Optional.of("it has %s.".formatted(offered.isEmpty() ? "no options" : "no other options"));
    }
}

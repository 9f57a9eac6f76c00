package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.Contract;
import io.waybill.erp.Contract.Field;
import io.waybill.erp.Contract.Type;
import io.waybill.erp.check.Tallies.Detail;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the contract lets through and people still get wrong: currencies, decimals, time zones, free goods. */
final class Doubts {

    private static final String CURRENCY = "currency";
    private static final Pattern TIME_WITHOUT_OFFSET =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PRICES = Set.of("price", "unit_price");

    private final List<Field> amounts;
    private final Shown shown;
    private final Tallies tallies;

    Doubts(Contract contract, Shown shown, Tallies tallies) {
        this.amounts = contract.answer().stream()
                .filter(field -> field.type() == Type.MONEY)
                .toList();
        this.shown = shown;
        this.tallies = tallies;
    }

    static boolean isCurrency(String code) {
        return CODES.contains(code);
    }

    void look(ObjectNode object, String prefix, int row) {
        currency(object, prefix, row);
        for (Field amount : amounts) {
            Optional.ofNullable(object.get(amount.name()))
                    .filter(value -> !value.isNull())
                    .flatMap(value -> Contract.typed(amount, value))
                    .ifPresent(value -> amount(value.decimalValue(), amount.name(), object, prefix, row));
        }
        object.properties().stream()
                .filter(field -> field.getValue().isTextual()
                        && TIME_WITHOUT_OFFSET
                                .matcher(field.getValue().textValue())
                                .matches())
                .forEach(field -> time(field, prefix, row));
    }

    private void currency(ObjectNode object, String prefix, int row) {
        String code = object.path(CURRENCY).asText("");
        if (!code.isBlank() && object.path(CURRENCY).isTextual() && !CODES.contains(code)) {
            tallies.add(
                    FindingKind.CURRENCY,
                    prefix + CURRENCY,
                    row,
                    () -> Detail.of(
                            "%scurrency is %s, which is no code of ISO 4217. Make the ERP answer one, such as KES or EUR."
                                    .formatted(prefix, shown.value(object.get(CURRENCY)))));
        }
    }

    private void amount(BigDecimal amount, String name, ObjectNode object, String prefix, int row) {
        String code = object.path(CURRENCY).asText("");
        if (CODES.contains(code)) {
            int most = Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
            if (amount.stripTrailingZeros().scale() > most) {
                tallies.add(
                        FindingKind.DECIMALS,
                        prefix + name,
                        row,
                        () -> Detail.of(
                                "%s is %s, but %s has %d decimals. Make the ERP round its prices; what customers see is rounded."
                                        .formatted(prefix + name, amount.toPlainString(), code, most)));
            }
        }
        if (amount.signum() == 0 && PRICES.contains(name)) {
            tallies.add(
                    FindingKind.ZERO_PRICE,
                    prefix + name,
                    row,
                    () -> Detail.of(
                            "%s is 0. Leave the price out where there is none: customers would get it for nothing."
                                    .formatted(prefix + name)));
        }
    }

    private void time(Map.Entry<String, JsonNode> field, String prefix, int row) {
        tallies.add(
                FindingKind.TIME_ZONE,
                prefix + field.getKey(),
                row,
                () -> Detail.of("%s is %s, without an offset from UTC. Make the ERP add one, such as Z or +03:00."
                        .formatted(prefix + field.getKey(), shown.value(field.getValue()))));
    }
}

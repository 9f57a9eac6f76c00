package io.waybill.setup;

import io.waybill.setup.MetaCatalogue.Compared;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether customers can order what Meta's catalogue shows them. */
final class CatalogueLine {

    private static final int NAMED = 5;
    private static final String WHAT_TO_DO =
            "Mend the catalogue in Meta's Commerce Manager: GET /api/v1/catalogue-check names all of them.";

    private CatalogueLine() {}

    static void tell(Compared compared, Lines lines) {
        switch (compared) {
            case Compared.NotShown(String sentence) ->
                lines.error(Check.CATALOGUE, sentence, "Then ask GET /api/v1/catalogue-check.");
            case Compared.NotNow(String sentence) ->
                lines.unknown(Check.CATALOGUE, sentence, "Check again when the ERP answers.");
            case Compared.Held held -> held(held, lines);
        }
    }

    /** What is shown and not sold is the worst: customers order it and are told that it is not sold. */
    private static void held(Compared.Held held, Lines lines) {
        String differences = Stream.of(
                        named("not sold by the ERP", held.extra()),
                        named("missing in the catalogue", held.missing()),
                        named("at another price", held.otherPrices()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        String sentence = "Meta's catalogue and the ERP differ: " + differences + ".";
        if (differences.isEmpty()) {
            lines.ok(
                    Check.CATALOGUE,
                    "Meta's catalogue has the %d products that the ERP sells, at its prices.".formatted(held.sold()));
        } else if (held.extra().isEmpty()) {
            lines.warning(Check.CATALOGUE, sentence, WHAT_TO_DO);
        } else {
            lines.error(Check.CATALOGUE, sentence, WHAT_TO_DO);
        }
    }

    private static String named(String what, List<String> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        String more = ids.size() > NAMED ? ", …" : "";
        return "%s: %d (%s%s)"
                .formatted(what, ids.size(), ids.stream().limit(NAMED).collect(Collectors.joining(", ")), more);
    }
}

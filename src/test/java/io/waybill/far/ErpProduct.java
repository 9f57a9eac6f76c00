package io.waybill.far;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A product of the fake ERP; the price is null where the ERP has none, the minutes are null for goods. */
public record ErpProduct(String id, String name, BigDecimal price, String currency, boolean active, Integer minutes) {

    public ErpProduct(String id, String name, BigDecimal price, String currency, boolean active) {
        this(id, name, price, currency, active, null);
    }

    private static final List<String> MONSTERS = List.of(
            "👩‍👩‍👧‍👦",
            "🇰🇪",
            "👍🏽",
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "e\u0301\u0323\u0302",
            "Z\u0351\u036b\u0343\u036a\u0302a\u0363\u034cl\u0367g\u030d\u0348o",
            "\u202bزيت\u202c",
            "مرحبا",
            "שלום\u200f",
            "数量は３つ",
            "𝒳𝒴𝒵",
            "ﷺ",
            "\u200b",
            "\ufeff",
            "\u00a0",
            "*bold*",
            "_it_",
            "~s~",
            "`code`",
            "```",
            "<b>&amp;\"q\"\\/</b>",
            "{{name}}",
            "${price}",
            "%s%n",
            "= id",
            "\n",
            "\t",
            "\r\n",
            "     ",
            "http://a.example/?q=1&r=2",
            "12 kg",
            "½\"",
            "naïve",
            "ǆ",
            "İ",
            "ß",
            "\ufdfd",
            "क्षि",
            "ഴ്‍",
            "한글",
            "\u1112\u1161\u11ab",
            "null",
            "More",
            "\uD83D",
            "\uDC00",
            "\u0000",
            "\u0007",
            "\u2028",
            "\ufffd");

    /** {@code P-1} to {@code P-n}, ordinary names, prices with cents. */
    public static List<ErpProduct> plain(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new ErpProduct(
                        "P-" + n, "Product " + n, BigDecimal.valueOf(995L + n * 37L % 5_000, 2), "KES", true))
                .toList();
    }

    /**
     * Names nobody tested with: graphemes of many units, combining marks, direction marks, half surrogates, NUL, markup, twins that
     * differ only at the end, very long and blank ones; one in twelve has no price, one in twelve is inactive.
     */
    public static List<ErpProduct> monsters(int count, long seed) {
        var random = new Random(seed);
        var products = new ArrayList<ErpProduct>();
        for (int n = 1; n <= count; n++) {
            var price =
                    random.nextInt(12) == 0 ? null : BigDecimal.valueOf(random.nextInt(10_000_000), random.nextInt(3));
            products.add(new ErpProduct(
                    monsterId(n, random), monsterName(n, random), price, "KES", random.nextInt(12) != 0));
        }
        return List.copyOf(products);
    }

    private static String monsterId(int n, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "قطعة/" + n;
            case 1 -> "SKU " + n + " & co?";
            case 2 -> "x".repeat(180) + n;
            case 3 -> "🧴:" + n;
            default -> "P-" + n;
        };
    }

    private static String monsterName(int n, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "The same beginning of a name, number " + n;
            case 1 -> "Twin";
            case 2 -> "W".repeat(random.nextInt(5_000));
            case 3 -> MONSTERS.get(random.nextInt(6)).repeat(1 + random.nextInt(30));
            case 4 ->
                Normalizer.normalize(
                        "Crème brûlée n° " + n, random.nextBoolean() ? Normalizer.Form.NFD : Normalizer.Form.NFC);
            case 5 -> " ".repeat(random.nextInt(4));
            default ->
                random.ints(1 + random.nextInt(12), 0, MONSTERS.size())
                        .mapToObj(MONSTERS::get)
                        .reduce("", String::concat);
        };
    }
}

package io.waybill.whatsapp;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Names as ERPs really hold them, and worse. */
final class ErpNames {

    private static final List<String> PARTS = List.of(
            "Gas",
            "gas",
            "Organic Basmati Rice",
            "5 kg",
            "10 kg",
            "*bold*",
            "_",
            "12",
            "é",
            "e\u0301",
            "ﷺ",
            " ",
            "   ",
            "\u00A0",
            "\u200B",
            "\u200F",
            "\u2028",
            "\n",
            "\r\n",
            "\t",
            "\u0000",
            "\u0007",
            "\uD83D",
            "\uDE00",
            "\uFE0F",
            "👩‍👩‍👧‍👦",
            "👍🏽",
            "🇰🇪",
            "🇫🇷",
            "𝒳",
            "مرحبا",
            "שלום",
            "नमस्ते",
            "กำ",
            "한국",
            "각",
            "数量",
            "Z\u0335\u0321\u0322\u0327\u0328\u0301\u0302",
            "{{1}}",
            "\"",
            "\\",
            "…",
            ".",
            "! ",
            "؟ ",
            "\u0301");

    private ErpNames() {}

    static Arbitrary<String> names() {
        Arbitrary<String> parts = Arbitraries.of(PARTS).list().ofMaxSize(30).map(list -> String.join("", list));
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(60);
        Arbitrary<String> alike = Arbitraries.of(
                "Organic Basmati Rice extra long grain 5 kg", "Organic Basmati Rice extra long grain 10 kg", "");
        Arbitrary<String> zalgo = Arbitraries.integers().between(1, 90).map(n -> "Z" + "\u0301".repeat(n));
        return Arbitraries.oneOf(parts, anything, alike, zalgo);
    }

    static Arbitrary<String> texts() {
        Arbitrary<String> longOnes = names().list()
                .ofMinSize(20)
                .ofMaxSize(120)
                .map(list -> list.stream().collect(Collectors.joining(" ")));
        Arbitrary<String> monotone = Arbitraries.integers()
                .between(1000, 9000)
                .flatMap(n -> Arbitraries.of("x", "👩‍👩‍👧‍👦", "a\u0301", "ab ", "𝒳", "line\n")
                        .map(part -> IntStream.range(0, n / part.length())
                                .mapToObj(i -> part)
                                .collect(Collectors.joining())));
        return Arbitraries.oneOf(names(), longOnes, monotone);
    }
}

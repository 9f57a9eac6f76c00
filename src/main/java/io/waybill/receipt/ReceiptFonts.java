package io.waybill.receipt;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * The fonts of receipts: the shipped ones, and those in a folder of the integrator.
 *
 * <p>Each receipt gets those that its text needs; the large ones are read for the few that need them.
 */
final class ReceiptFonts {

    /** What most receipts need nothing but. */
    private static final List<String> USUAL = List.of("NotoSans-Regular", "NotoSans-SemiBold");

    /** By script, in the order in which they are looked through. */
    private static final List<String> OTHERS = List.of(
            "NotoSansArabic-Regular",
            "NotoSansHebrew-Regular",
            "NotoSansThai-Regular",
            "NotoSansDevanagari-Regular",
            "NotoSansBengali-Regular",
            "NotoSansEthiopic-Regular",
            "NotoSansArmenian-Regular",
            "NotoSansGeorgian-Regular",
            "NotoEmoji-Regular",
            "NotoSansSC-Regular",
            "NotoSansJP-Regular",
            "NotoSansKR-Regular");

    private final List<Typeface> own;
    /** Not read before the first receipt. */
    private final Supplier<List<Typeface>> usual = SingletonSupplier.of(() -> shipped(USUAL));

    private final Supplier<List<Typeface>> others = SingletonSupplier.of(() -> shipped(OTHERS));

    /** @param folder with {@code .ttf} files; null: the shipped fonts alone */
    ReceiptFonts(@Nullable Path folder) {
        own = folder == null ? List.of() : Typeface.in(folder);
    }

    /** The integrator's, the usual ones, and for each character they lack the first other one that has it. */
    List<Typeface> of(String text) {
        Set<Typeface> needed = new LinkedHashSet<>(own);
        needed.addAll(usual.get());
        text.codePoints()
                .distinct()
                .filter(character -> needed.stream().noneMatch(font -> font.has(character)))
                .mapToObj(character -> others.get().stream()
                        .filter(font -> font.has(character))
                        .findFirst())
                .flatMap(Optional::stream)
                .forEach(needed::add);
        return List.copyOf(needed);
    }

    private static List<Typeface> shipped(List<String> names) {
        return names.stream().map(Typeface::shipped).toList();
    }
}

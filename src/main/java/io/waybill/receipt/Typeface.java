package io.waybill.receipt;

import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.NameRecord;
import org.apache.fontbox.ttf.NamingTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * A TrueType file.
 *
 * @param characters those it can write
 */
record Typeface(String family, int weight, BitSet characters, Resource file) {

    private static final String SUFFIX = ".ttf";
    private static final int TYPOGRAPHIC_FAMILY = 16;

    static Typeface shipped(String name) {
        Resource file = new ClassPathResource("fonts/" + name + SUFFIX);
        try {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a folder, by name; throws {@link Misconfigured} for one that cannot be used. */
    static List<Typeface> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Typeface> found = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(Typeface::own)
                    .toList();
            Misconfigured.unless(
                    !found.isEmpty(), "waybill.receipt.fonts: there is no .ttf file in %s.".formatted(folder));
            return found;
        } catch (IOException e) {
            throw new Misconfigured("waybill.receipt.fonts: cannot read the folder %s.".formatted(folder), e);
        }
    }

    private static Typeface own(Path file) {
        try {
            return read(new FileSystemResource(file));
        } catch (IOException | RuntimeException e) {
            throw new Misconfigured(
                    "waybill.receipt.fonts: %s cannot be used, only TrueType outlines can: %s"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static Typeface read(Resource file) throws IOException {
        try (InputStream bytes = file.getInputStream();
                TrueTypeFont font = new TTFParser().parseEmbedded(bytes)) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            BitSet characters = new BitSet();
            for (int glyph = 1; glyph < font.getNumberOfGlyphs(); glyph++) {
                List<Integer> codes = glyphs.getCharCodes(glyph);
                if (codes != null) {
                    codes.forEach(characters::set);
                }
            }
            // Without outlines it would fail at the first receipt.
            font.getGlyph().getGlyph(0);
            return new Typeface(family(font.getNaming()), font.getOS2Windows().getWeightClass(), characters, file);
        }
    }

    /** The first name a file has is of its weight too, where it is neither regular nor bold. */
    private static String family(NamingTable names) {
        String family = names.getName(
                TYPOGRAPHIC_FAMILY,
                NameRecord.PLATFORM_WINDOWS,
                NameRecord.ENCODING_WINDOWS_UNICODE_BMP,
                NameRecord.LANGUAGE_WINDOWS_EN_US);
        return family == null ? names.getFontFamily() : family;
    }

    boolean has(int character) {
        return characters.get(character);
    }
}

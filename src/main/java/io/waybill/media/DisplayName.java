package io.waybill.media;

import io.waybill.message.FileType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes of a name that a stranger chose one that can be shown and saved anywhere: a file's name is hostile input. */
final class DisplayName {

    /** Room for an ending on every file system. */
    private static final int LONGEST = 100;

    private DisplayName() {}

    /** Never empty, no path, nothing invisible, and with an ending that says what {@code type} says. */
    static String of(@Nullable String filename, FileType type) {
        String name = cleaned(filename == null ? "" : filename);
        String ending = ending(name, type);
        String stem = shortened(name.substring(0, name.length() - ending.length()), LONGEST);
        return (stem.isEmpty() ? "file" : stem)
                + (ending.isEmpty() ? "." + type.extensions().getFirst() : ending);
    }

    private static String cleaned(String filename) {
        String last = filename.substring(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints().filter(DisplayName::isVisible).forEach(c -> clean.appendCodePoint(isPlain(c) ? c : '_'));
        return clean.toString().replaceAll("\\s+", " ").replaceAll("^[ .]+|[ .]+$", "");
    }

    /** Controls, and format characters such as those that turn the direction of text, hide what a name ends with. */
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isPlain(int c) {
        return "<>:\"|?*".indexOf(c) < 0;
    }

    private static String ending(String name, FileType type) {
        String lower = name.toLowerCase(Locale.ROOT);
        return type.extensions().stream()
                .map(extension -> "." + extension)
                .filter(lower::endsWith)
                .map(extension -> name.substring(name.length() - extension.length()))
                .findFirst()
                .orElse("");
    }

    private static String shortened(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return (length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most))).strip();
    }
}

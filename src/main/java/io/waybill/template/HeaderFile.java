package io.waybill.template;

import io.waybill.message.FileType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an address can be that of the file above a template's text. */
public final class HeaderFile {

    private static final int ADDRESS_MAX = 2000;
    private static final Pattern KEPT = Pattern.compile("/media/([A-Za-z0-9]{1,64})");
    private static final String IMAGE = "IMAGE";

    /** What Meta takes, by the format of the header. */
    private static final Map<String, List<FileType>> TAKEN = Map.of(
            IMAGE,
            List.of(FileType.JPEG, FileType.PNG),
            "VIDEO",
            List.of(FileType.MP4, FileType.THREE_GP),
            "DOCUMENT",
            List.of(
                    FileType.PDF,
                    FileType.DOC,
                    FileType.DOCX,
                    FileType.XLS,
                    FileType.XLSX,
                    FileType.PPT,
                    FileType.PPTX,
                    FileType.TEXT));

    private HeaderFile() {}

    /** What is wrong with it, as a sentence; a link whose ending says nothing may lead to anything. */
    public static Optional<String> problem(String format, String address) {
        if (KEPT.matcher(address).matches()) {
            return format.equals(IMAGE)
                    ? Optional.empty()
                    : Optional.of(
                            "A header of the format %s is no picture, and Waybill keeps pictures only: give a public https link instead of %s."
                                    .formatted(format, address));
        }
        Optional<String> path = path(address);
        if (path.isEmpty()) {
            return Optional.of(
                    "\"header\" is a public https link of at most 2000 characters, or /media/… of an uploaded picture.");
        }
        List<FileType> taken = TAKEN.getOrDefault(format, List.of());
        return FileType.named(path.get())
                .filter(type -> !taken.contains(type))
                .map(type ->
                        "A header of the format %s takes %s, and %s is a %s.".formatted(format, taken, address, type));
    }

    /** Why a file of this type cannot be it, as a sentence. */
    public static Optional<String> mismatch(String format, FileType type) {
        List<FileType> taken = TAKEN.getOrDefault(format, List.of());
        return taken.contains(type)
                ? Optional.empty()
                : Optional.of(
                        "A header of the format %s takes %s, and this file is a %s.".formatted(format, taken, type));
    }

    /** Which of the files we keep it is; empty: none. */
    public static Optional<String> kept(String address) {
        Matcher kept = KEPT.matcher(address);
        return kept.matches() ? Optional.of(kept.group(1)) : Optional.empty();
    }

    private static Optional<String> path(String address) {
        try {
            URI link = new URI(address);
            boolean open = "https".equalsIgnoreCase(link.getScheme())
                    && link.getHost() != null
                    && link.getUserInfo() == null
                    && address.length() <= ADDRESS_MAX;
            return open ? Optional.of(link.getPath()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

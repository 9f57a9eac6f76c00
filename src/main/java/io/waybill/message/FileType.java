package io.waybill.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of file that can be told from their bytes; everything else is {@link #OTHER}. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    RTF("application/rtf", "rtf"),
    ZIP("application/zip", "zip"),
    TEXT("text/plain", "txt"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic"),
    OGG("audio/ogg", "ogg", "oga", "opus"),
    MP3("audio/mpeg", "mp3"),
    AMR("audio/amr", "amr"),
    M4A("audio/mp4", "m4a"),
    MP4("video/mp4", "mp4"),
    THREE_GP("video/3gpp", "3gp"),
    OTHER("application/octet-stream", "bin");

    private final String mime;
    private final List<String> extensions;

    FileType(String mime, String... extensions) {
        this.mime = mime;
        this.extensions = List.of(extensions);
    }

    public String mime() {
        return mime;
    }

    /** Endings of a name that go with it, the usual one first. */
    public List<String> extensions() {
        return extensions;
    }

    /** True when one of {@code accepted}, such as {@code image/*}, allows it; none allows everything. */
    public boolean isAmong(List<String> accepted) {
        return accepted.isEmpty() || accepted.stream().anyMatch(this::matches);
    }

    /** True for {@code image/jpeg} as for {@code image/*}. */
    public boolean matches(String accepted) {
        return accepted.equals(mime)
                || accepted.equals("*/*")
                || accepted.endsWith("/*") && mime.startsWith(accepted.substring(0, accepted.length() - 1));
    }

    /** By the ending of a name or path; empty when it says nothing. */
    public static Optional<FileType> named(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type != OTHER && type.extensions.contains(ending))
                .findFirst();
    }

    public static Optional<FileType> of(String mime) {
        return Arrays.stream(values()).filter(type -> type.mime.equals(mime)).findFirst();
    }
}

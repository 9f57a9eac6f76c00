package io.waybill.whatsapp;

import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pictures, films, sounds and documents; where there is no usable link their words go alone. */
final class FilePayload {

    static final Pattern LINK = Pattern.compile("https?://[^\\s/\\p{Cc}][^\\s\\p{Cc}]*");
    private static final Pattern KEPT = Pattern.compile("/media/([A-Za-z0-9]{1,64})");
    private static final int CAPTION_MAX = 1024;
    private static final int FILENAME_MAX = 240;

    private FilePayload() {}

    /** The file, then what its caption had no room for. */
    static List<WireBody> of(Reply.File file) {
        List<String> caption = caption(file);
        Optional<MediaBody> media = media(file, caption.isEmpty() ? null : caption.getFirst());
        if (media.isEmpty()) {
            return MessagePayload.texts(caption);
        }
        List<WireBody> bodies = new ArrayList<>();
        bodies.add(media.get());
        bodies.addAll(MessagePayload.texts(caption.subList(Math.min(1, caption.size()), caption.size())));
        return bodies;
    }

    /** As it stands above a text with buttons; empty when there is no usable link. */
    static Optional<MediaBody> header(Reply.File file) {
        return media(file, null);
    }

    private static Optional<MediaBody> media(Reply.File file, @Nullable String caption) {
        Matcher kept = KEPT.matcher(file.link());
        String id = kept.matches() ? OwnFiles.PREFIX + kept.group(1) : null;
        if (id == null && !LINK.matcher(file.link()).matches()) {
            return Optional.empty();
        }
        String link = id == null ? file.link() : null;
        return Optional.of(
                switch (file) {
                    case Reply.Image image -> new MediaBody("image", id, link, null, null, caption);
                    case Reply.Video video -> new MediaBody("video", id, link, null, null, caption);
                    case Reply.Audio audio -> new MediaBody("audio", id, link, audio.voice() ? true : null, null, null);
                    case Reply.Sticker sticker -> new MediaBody("sticker", id, link, null, null, null);
                    case Reply.Document document ->
                        new MediaBody("document", id, link, null, filename(document.filename()), caption);
                });
    }

    private static String filename(String wanted) {
        String name = WireText.cut(WireText.line(wanted).replaceAll("[/\\\\]", "_"), FILENAME_MAX);
        return WireText.blank(name) ? "document" : name;
    }

    private static List<String> caption(Reply.File file) {
        String caption = switch (file) {
            case Reply.Image image -> image.caption();
            case Reply.Video video -> video.caption();
            case Reply.Document document -> document.caption();
            case Reply.Audio audio -> null;
            case Reply.Sticker sticker -> null;
        };
        return caption == null
                ? List.of()
                : WireText.split(WireText.sendable(caption), CAPTION_MAX, MessagePayload.TEXT_MAX);
    }
}

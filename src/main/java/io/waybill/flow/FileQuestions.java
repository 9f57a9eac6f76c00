package io.waybill.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.message.Content;
import io.waybill.message.FileType;
import io.waybill.message.FileWanted;
import io.waybill.message.StoredFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a question for a file takes, and the answer it becomes. */
final class FileQuestions {

    /** WhatsApp takes no larger file from a customer. */
    static final int MOST_MEGABYTES = 100;

    static final String KNOWN = Arrays.stream(FileType.values())
            .filter(type -> type != FileType.OTHER)
            .map(FileType::mime)
            .collect(Collectors.joining(", "));

    private static final int USUAL_MEGABYTES = 16;
    private static final long MEGABYTE = 1_000_000;

    private FileQuestions() {}

    /** The file to fetch; empty for what cannot be an answer, so that no video is fetched where a PDF is asked for. */
    static Optional<FileWanted> wanted(Ask ask, Content content) {
        if (!ask.accepts(Ask.Type.FILE) || !(content instanceof Content.Media media) || !mayBe(media, ask.accept())) {
            return Optional.empty();
        }
        int megabytes = ask.max() == null ? USUAL_MEGABYTES : ask.max();
        return Optional.of(
                new FileWanted(media.mediaId(), media.sha256(), media.filename(), ask.accept(), megabytes * MEGABYTE));
    }

    /** A document may be of any type. */
    private static boolean mayBe(Content.Media media, List<String> accept) {
        return switch (media.kind()) {
            case DOCUMENT -> true;
            case IMAGE -> takes("image/", accept);
            case VIDEO -> takes("video/", accept);
            case AUDIO -> takes("audio/", accept);
            case STICKER -> false;
        };
    }

    private static boolean takes(String family, List<String> accept) {
        return accept.isEmpty() || accept.stream().anyMatch(mime -> mime.startsWith(family) || mime.equals("*/*"));
    }

    /** What the session holds of a file: never its bytes. */
    static ObjectNode answer(StoredFile file) {
        return Json.object()
                .put("id", file.id())
                .put("filename", file.filename())
                .put("mime", file.mime())
                .put("size", file.size())
                .put("sha256", file.sha256());
    }
}

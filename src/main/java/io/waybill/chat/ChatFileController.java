package io.waybill.chat;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.inbox.ContactProfiles;
import io.waybill.media.StaffFiles;
import io.waybill.message.FileType;
import io.waybill.message.StoredFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;

/** Files that people send to customers, and those that were sent. */
@RestController
class ChatFileController {

    private static final String IMAGE = "image";
    private static final int MEGABYTE = 1024 * 1024;
    /** What WhatsApp takes of each kind; of documents what the gateway takes at once. */
    private static final Map<String, Integer> LARGEST = Map.of(IMAGE, 5, "video", 16, "audio", 16, "document", 16);

    private final StaffFiles files;
    private final ContactProfiles profiles;

    ChatFileController(StaffFiles files, ContactProfiles profiles) {
        this.files = files;
        this.profiles = profiles;
    }

    /**
     * @param kind how it can be sent: image, video, audio or document
     * @param link to be named in a message of that kind
     */
    record ChatFile(String kind, String link, String filename, String mime, long size) {}

    /** Keeps a file for one customer; nothing is sent yet. */
    @PostMapping("/api/v1/conversations/{contactId}/files")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.CHATS_ANSWER)
    ChatFile upload(@PathVariable long contactId, @RequestParam MultipartFile file) throws IOException {
        long contact = profiles.of(contactId)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no conversation %d.".formatted(contactId)))
                .contact()
                .id();
        if (file.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "The file is empty.");
        }
        StoredFile kept =
                files.keep(contact, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        String kind = kind(kept);
        int most = LARGEST.getOrDefault(kind, 1);
        if (kept.size() > (long) most * MEGABYTE) {
            files.discard(kept);
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "This %s is too large: WhatsApp takes %d MB at most. Make it smaller.".formatted(kind, most));
        }
        return new ChatFile(kind, "/media/" + kept.id(), kept.filename(), kept.mime(), kept.size());
    }

    /** A file that was sent, for people who may see files of customers. */
    @GetMapping("/api/v1/media/{id}")
    @Needs({Permission.CHATS_READ, Permission.PERSONAL_DATA})
    void file(@PathVariable String id, HttpServletResponse response) throws IOException {
        files.send(
                files.find(id)
                        .orElseThrow(() ->
                                new ResponseStatusException(HttpStatus.NOT_FOUND, "This file is not kept any more.")),
                response);
    }

    /** What WhatsApp does not take as a picture or film goes as a document. */
    private static String kind(StoredFile file) {
        return FileType.of(file.mime())
                .map(type -> switch (type) {
                    case JPEG, PNG -> IMAGE;
                    case MP4, THREE_GP -> "video";
                    case OGG, MP3, AMR, M4A -> "audio";
                    default -> "document";
                })
                .orElse("document");
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ProblemDetail tooLarge(MaxUploadSizeExceededException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.PAYLOAD_TOO_LARGE, "The file is larger than 16 MB. Make it smaller.");
    }

    @ExceptionHandler(MissingServletRequestPartException.class)
    ProblemDetail noFile(MissingServletRequestPartException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Send the file as multipart/form-data, in the part \"file\".");
    }
}

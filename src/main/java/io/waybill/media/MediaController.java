package io.waybill.media;

import io.waybill.message.StoredFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands files out: pictures of products to everybody, a customer's file to whoever has a signed link to it, such as the ERP. */
@RestController
class MediaController {

    /** Another content has another address. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final MediaStore store;
    private final Images images;
    private final MediaLinks links;

    MediaController(MediaStore store, Images images, MediaLinks links) {
        this.store = store;
        this.images = images;
        this.links = links;
    }

    @GetMapping("/media/{id}")
    void file(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long until,
            @RequestParam(defaultValue = "") String sig,
            HttpServletResponse response)
            throws IOException {
        Optional<StoredFile> image = images.file(id);
        if (image.isPresent()) {
            Sending.send(store, image.get(), ContentDisposition.inline(), FOR_EVER, response);
            return;
        }
        if (!links.isValid(id, until, sig)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This link is not valid, or not any more.");
        }
        Optional<MediaStore.Kept> kept = store.find(id);
        if (kept.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This file is not kept any more.");
        }
        Sending.send(store, kept.get().file(), ContentDisposition.attachment(), "private, no-store", response);
    }

    /** A picture of a product in the size of a line of a list, as JPEG. */
    @GetMapping("/media/{id}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable String id) {
        Picture small = images.thumbnail(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such picture."));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.IMAGE_JPEG)
                .body(small.bytes());
    }
}

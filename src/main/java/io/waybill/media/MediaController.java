package io.waybill.media;

import io.waybill.message.StoredFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands a customer's file to whoever has a signed link to it: the ERP. */
@RestController
class MediaController {

    private final MediaStore store;
    private final MediaLinks links;

    MediaController(MediaStore store, MediaLinks links) {
        this.store = store;
        this.links = links;
    }

    @GetMapping("/media/{id}")
    void file(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long until,
            @RequestParam(defaultValue = "") String sig,
            HttpServletResponse response)
            throws IOException {
        if (!links.isValid(id, until, sig)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This link is not valid, or not any more.");
        }
        Optional<MediaStore.Kept> kept = store.find(id);
        if (kept.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "This file is not kept any more.");
        }
        send(kept.get().file(), response);
    }

    /** Never shown as a page of ours, whatever is in it. */
    private void send(StoredFile file, HttpServletResponse response) throws IOException {
        response.setContentType(file.mime());
        response.setContentLengthLong(file.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.filename(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        try (InputStream bytes = store.open(file.id())) {
            bytes.transferTo(response.getOutputStream());
        }
    }
}

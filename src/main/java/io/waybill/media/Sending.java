package io.waybill.media;

import io.waybill.message.StoredFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A kept file as an answer. */
final class Sending {

    private Sending() {}

    /** Never shown as a page of ours, whatever is in it. */
    static void send(
            MediaStore store,
            StoredFile file,
            ContentDisposition.Builder disposition,
            String caching,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(file.mime());
        response.setContentLengthLong(file.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition
                        .filename(file.filename(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
        try (InputStream bytes = store.open(file.id())) {
            bytes.transferTo(response.getOutputStream());
        }
    }
}

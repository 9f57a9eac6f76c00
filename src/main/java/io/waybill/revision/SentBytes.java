package io.waybill.revision;

import io.waybill.flow.FlowLoader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** Reads the body of a request as text that gives back the same bytes, and no more of it than is sensible. */
final class SentBytes {

    private static final int LARGEST = 4 * FlowLoader.MAX_TEXT;

    private SentBytes() {}

    /** The text of a flow, which need not be one yet. */
    static String flow(HttpServletRequest request) throws IOException {
        String text = text(request, LARGEST);
        if (text.length() > FlowLoader.MAX_TEXT) {
            throw tooLarge();
        }
        if (text.startsWith("\uFEFF")) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The text begins with a byte order mark, which JSON forbids. Save it as UTF-8 without one.");
        }
        if (text.indexOf('\0') >= 0) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "The text has a character U+0000, which no flow has.");
        }
        return text;
    }

    /** A JSON document that may hold the text of a flow. */
    static String document(HttpServletRequest request) throws IOException {
        return text(request, 2 * LARGEST);
    }

    private static String text(HttpServletRequest request, int largest) throws IOException {
        if (request.getContentLengthLong() > largest) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            throw tooLarge();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "This is not UTF-8 text. Save it as UTF-8.");
        }
    }

    private static Refusal tooLarge() {
        return new Refusal(
                HttpStatus.PAYLOAD_TOO_LARGE, "A flow may have %d characters at most.".formatted(FlowLoader.MAX_TEXT));
    }
}

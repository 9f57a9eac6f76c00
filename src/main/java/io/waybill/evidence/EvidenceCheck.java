package io.waybill.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Holds a document of evidence against its own hashes. Needs nothing but the document, so it finds what does not fit the rest of it; one
 * that somebody made anew as a whole, or cut off at an earlier seal, only the installation finds.
 */
public final class EvidenceCheck {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private EvidenceCheck() {}

    /**
     * What came of it.
     *
     * @param intact all of it fits
     * @param erased personal parts that were erased, which their commitments allow
     * @param entry the first that does not fit; null: all do, or it is something else
     * @param problem what does not fit, as a sentence; null: nothing
     * @param seal hash of the last seal, to compare with what is kept elsewhere
     */
    public record CheckedEvidence(
            boolean intact,
            @Nullable String order,
            int entries,
            int erased,
            @Nullable String head,
            @Nullable String seal,
            @Nullable Integer entry,
            @Nullable String problem) {}

    /** @param document as it was handed out, byte for byte */
    public static CheckedEvidence of(byte[] document) {
        JsonNode root;
        try {
            root = JSON.readTree(document);
        } catch (IOException e) {
            return broken(null, "This is no JSON: %s".formatted(message(e)));
        }
        if (root == null || !EvidenceDocument.FORMAT.equals(root.path("format").textValue())) {
            return broken(null, "This is no document of the format %s.".formatted(EvidenceDocument.FORMAT));
        }
        try {
            return new EvidenceReading(root).check(document);
        } catch (EvidenceReading.Misfit e) {
            return broken(e.entry(), String.valueOf(e.getMessage()));
        }
    }

    private static String message(IOException e) {
        return e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : e.getClass().getSimpleName();
    }

    private static CheckedEvidence broken(@Nullable Integer entry, String problem) {
        return new CheckedEvidence(false, null, 0, 0, null, null, entry, problem);
    }
}

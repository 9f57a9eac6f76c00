package io.waybill.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds a document of evidence against its own hashes. Needs nothing but the document. */
public final class EvidenceCheck {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private static final Set<String> OF_A_DOCUMENT = Set.of("count", "entries", "format", "head", "order", "seals");
    private static final Set<String> OF_AN_ENTRY =
            Set.of("at", "body", "commitments", "hash", "key", "kind", "n", "parts");
    private static final Set<String> OF_A_SEAL = Set.of("at", "entries", "hash", "head", "previous");

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
    public record Result(
            boolean intact,
            @Nullable String order,
            int entries,
            int erased,
            @Nullable String head,
            @Nullable String seal,
            @Nullable Integer entry,
            @Nullable String problem) {}

    /** @param document as it was handed out, byte for byte */
    public static Result of(byte[] document) {
        JsonNode root;
        try {
            root = JSON.readTree(document);
        } catch (IOException e) {
            return broken(null, "This is no JSON: %s".formatted(message(e)));
        }
        if (root == null || !EvidenceDocument.FORMAT.equals(root.path("format").asText())) {
            return broken(null, "This is no document of the format %s.".formatted(EvidenceDocument.FORMAT));
        }
        try {
            return new Reading(root).check(document);
        } catch (Misfit e) {
            return broken(e.entry, String.valueOf(e.getMessage()));
        }
    }

    private static String message(IOException e) {
        return e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : e.getClass().getSimpleName();
    }

    private static Result broken(@Nullable Integer entry, String problem) {
        return new Result(false, null, 0, 0, null, null, entry, problem);
    }

    /** Does not fit. */
    private static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final @Nullable Integer entry;

        Misfit(@Nullable Integer entry, String sentence) {
            super(sentence);
            this.entry = entry;
        }
    }

    /** One look at one document. */
    private static final class Reading {

        private final JsonNode root;
        private String head = Hashes.NOTHING;
        private int erased;

        Reading(JsonNode root) {
            this.root = root;
        }

        Result check(byte[] document) {
            fields(root, OF_A_DOCUMENT, null, "The document");
            JsonNode entries = root.path("entries");
            String[] heads = new String[entries.size() + 1];
            heads[0] = head;
            for (int n = 1; n <= entries.size(); n++) {
                entry(entries.get(n - 1), n);
                heads[n] = head;
            }
            unless(root.path("count").asInt(-1) == entries.size(), null, "\"count\" is not the number of entries.");
            unless(head.equals(root.path("head").asText()), null, "\"head\" is not the hash of the last entry.");
            String seal = seals(heads);
            unless(
                    Arrays.equals(document, CanonicalJson.bytes(root)),
                    null,
                    "The entries fit, but the document is not written as it was handed out: spaces, the order of keys or a key that stands twice.");
            return new Result(true, root.path("order").asText(), entries.size(), erased, head, seal, null, null);
        }

        private void entry(JsonNode entry, int n) {
            fields(entry, OF_AN_ENTRY, n, "Entry %d".formatted(n));
            unless(
                    entry.path("n").asInt(-1) == n,
                    n,
                    "Entry %d says that it is number %s.".formatted(n, entry.path("n")));
            Set<String> names = names(entry.path("commitments"));
            unless(
                    names.equals(names(entry.path("parts"))),
                    n,
                    "Entry %d has other personal parts than it is committed to.".formatted(n));
            for (String name : names) {
                part(entry, name, n);
            }
            ObjectNode hashed = ((ObjectNode) entry).deepCopy();
            hashed.remove("hash");
            hashed.remove("parts");
            head = next(head, hashed, n);
            unless(
                    head.equals(entry.path("hash").asText()),
                    n,
                    "Entry %d (%s) does not fit its hash: it, or the one before it, was changed."
                            .formatted(n, entry.path("kind").asText()));
        }

        private void part(JsonNode entry, String name, int n) {
            JsonNode part = entry.path("parts").path(name);
            if (part.path("erased").asBoolean() && part.size() == 1) {
                erased++;
                return;
            }
            fields(part, Set.of("salt", "text"), n, "The part %s of entry %d".formatted(name, n));
            String commitment;
            try {
                commitment = Hashes.commitment(
                        HexFormat.of().parseHex(part.path("salt").asText()),
                        part.path("text").asText().getBytes(StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new Misfit(n, "The salt of the part %s of entry %d is not hex.".formatted(name, n));
            }
            unless(
                    commitment.equals(entry.path("commitments").path(name).asText()),
                    n,
                    "The part %s of entry %d (%s) is not what was entered."
                            .formatted(name, n, entry.path("kind").asText()));
        }

        private @Nullable String seals(String[] heads) {
            String last = null;
            int sealed = 0;
            for (JsonNode seal : root.path("seals")) {
                fields(seal, OF_A_SEAL, null, "A seal");
                int entries = seal.path("entries").asInt(-1);
                unless(
                        entries > sealed
                                && entries < heads.length
                                && heads[entries].equals(seal.path("head").asText()),
                        null,
                        "The seal of %s does not fit the entries: they were another when it was made."
                                .formatted(seal.path("at").asText()));
                ObjectNode hashed = ((ObjectNode) seal).deepCopy();
                hashed.remove("hash");
                hashed.remove("previous");
                hashed.put("order", root.path("order").asText());
                unless(
                        next(seal.path("previous").asText(), hashed, null)
                                .equals(seal.path("hash").asText()),
                        null,
                        "The seal of %s does not fit its own hash."
                                .formatted(seal.path("at").asText()));
                sealed = entries;
                last = seal.path("hash").asText();
            }
            unless(sealed == heads.length - 1, null, "The last entries are not sealed, or a seal is missing.");
            return last;
        }

        private static String next(String previous, ObjectNode hashed, @Nullable Integer n) {
            try {
                return Hashes.next(previous, hashed);
            } catch (IllegalArgumentException e) {
                throw new Misfit(n, String.valueOf(e.getMessage()));
            }
        }

        private static void fields(JsonNode node, Set<String> wanted, @Nullable Integer n, String what) {
            unless(
                    node.isObject() && names(node).equals(wanted),
                    n,
                    "%s has other fields than %s.".formatted(what, String.join(", ", new TreeSet<>(wanted))));
        }

        private static Set<String> names(JsonNode node) {
            Set<String> names = new TreeSet<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                names.add(field.getKey());
            }
            return names;
        }

        private static void unless(boolean fits, @Nullable Integer entry, String sentence) {
            if (!fits) {
                throw new Misfit(entry, sentence);
            }
        }
    }
}

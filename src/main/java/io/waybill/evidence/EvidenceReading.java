package io.waybill.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One look at one document. A value of another type is another value: nothing is read as what it only looks like. */
final class EvidenceReading {

    private static final Set<String> OF_A_DOCUMENT = Set.of("count", "entries", "format", "head", "order", "seals");
    private static final Set<String> OF_AN_ENTRY =
            Set.of("at", "body", "commitments", "hash", "key", "kind", "n", "parts");
    private static final Set<String> OF_A_SEAL = Set.of("at", "before", "entries", "hash", "head", "previous");

    private final JsonNode root;
    private String head = Hashes.NOTHING;
    private int erased;

    EvidenceReading(JsonNode root) {
        this.root = root;
    }

    /** Does not fit. */
    static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final @Nullable Integer entry;

        Misfit(@Nullable Integer entry, String sentence) {
            super(sentence);
            this.entry = entry;
        }

        @Nullable
        Integer entry() {
            return entry;
        }
    }

    /** @throws Misfit with what does not fit first */
    EvidenceCheck.CheckedEvidence check(byte[] document) {
        fields(root, OF_A_DOCUMENT, null, "The document");
        JsonNode entries = root.path("entries");
        unless(
                entries.isArray() && !entries.isEmpty(),
                null,
                "The document has no entries; an order has one at least.");
        unless(root.path("seals").isArray(), null, "\"seals\" is no list.");
        String[] heads = new String[entries.size() + 1];
        heads[0] = head;
        for (int n = 1; n <= entries.size(); n++) {
            entry(entries.get(n - 1), n);
            heads[n] = head;
        }
        unless(whole(root, "count") == entries.size(), null, "\"count\" is not the number of entries.");
        unless(head.equals(text(root, "head")), null, "\"head\" is not the hash of the last entry.");
        String seal = seals(heads, text(root, "order"));
        unless(
                Arrays.equals(document, CanonicalJson.bytes(root)),
                null,
                "The entries fit, but the document is not written as it was handed out: spaces, the order of keys or a key that stands twice.");
        return new EvidenceCheck.CheckedEvidence(
                true, text(root, "order"), entries.size(), erased, head, seal, null, null);
    }

    private void entry(JsonNode entry, int n) {
        fields(entry, OF_AN_ENTRY, n, "Entry %d".formatted(n));
        unless(whole(entry, "n") == n, n, "Entry %d says that it is number %s.".formatted(n, entry.path("n")));
        Set<String> names = names(entry.path("commitments"));
        unless(
                entry.path("parts").isObject() && names.equals(names(entry.path("parts"))),
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
                head.equals(text(entry, "hash")),
                n,
                "Entry %d (%s) does not fit its hash: it, or the one before it, was changed."
                        .formatted(n, text(entry, "kind")));
    }

    private void part(JsonNode entry, String name, int n) {
        JsonNode part = entry.path("parts").path(name);
        if (part.path("erased").isBoolean() && part.path("erased").booleanValue() && part.size() == 1) {
            erased++;
            return;
        }
        fields(part, Set.of("salt", "text"), n, "The part %s of entry %d".formatted(name, n));
        unless(part.path("text").isTextual(), n, "The text of the part %s of entry %d is no text.".formatted(name, n));
        String commitment =
                Hashes.commitment(salt(part, name, n), text(part, "text").getBytes(StandardCharsets.UTF_8));
        unless(
                commitment.equals(text(entry.path("commitments"), name)),
                n,
                "The part %s of entry %d (%s) is not what was entered.".formatted(name, n, text(entry, "kind")));
    }

    /** Hex can be written in more than one way. */
    private static byte[] salt(JsonNode part, String name, int n) {
        String written = text(part, "salt");
        byte[] salt;
        try {
            salt = HexFormat.of().parseHex(written);
        } catch (IllegalArgumentException e) {
            salt = new byte[0];
        }
        unless(
                salt.length > 0 && HexFormat.of().formatHex(salt).equals(written),
                n,
                "The salt of the part %s of entry %d is not hex, as it is written here.".formatted(name, n));
        return salt;
    }

    private String seals(String[] heads, String order) {
        String last = Hashes.NOTHING;
        int sealed = 0;
        for (JsonNode seal : root.path("seals")) {
            fields(seal, OF_A_SEAL, null, "A seal");
            unless(
                    last.equals(text(seal, "before")),
                    null,
                    "The seal of %s does not follow the one before it: that was changed, or one is missing."
                            .formatted(text(seal, "at")));
            int entries = whole(seal, "entries");
            unless(
                    entries > sealed && entries < heads.length && heads[entries].equals(text(seal, "head")),
                    null,
                    "The seal of %s does not fit the entries: they were another when it was made."
                            .formatted(text(seal, "at")));
            ObjectNode hashed = ((ObjectNode) seal).deepCopy();
            hashed.remove("hash");
            hashed.remove("previous");
            hashed.put("order", order);
            unless(
                    next(text(seal, "previous"), hashed, null).equals(text(seal, "hash")),
                    null,
                    "The seal of %s does not fit its own hash.".formatted(text(seal, "at")));
            sealed = entries;
            last = text(seal, "hash");
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

    /** Empty where it is none, which fits nothing. */
    private static String text(JsonNode node, String field) {
        String text = node.path(field).textValue();
        return text == null ? "" : text;
    }

    /** -1 where it is none, which fits nothing. */
    private static int whole(JsonNode node, String field) {
        JsonNode number = node.path(field);
        return number.isIntegralNumber() && number.canConvertToInt() ? number.intValue() : -1;
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

package io.waybill.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the chains: entries and their personal parts. Nothing in them is ever changed; of parts, erasing a person deletes some. */
final class Chains {

    private static final int SALT_BYTES = 32;

    private final JdbcClient jdbc;
    private final Seals seals;
    private final SecureRandom random = new SecureRandom();

    Chains(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** @param body what its hash is made of, with that of the entry before */
    record Entry(int n, String kind, String key, ObjectNode body, String hash) {

        String commitment(String part) {
            return body.path("commitments").path(part).asText();
        }
    }

    /** A personal part as it was entered. */
    record Part(int n, String name, byte[] salt, byte[] content) {}

    List<Entry> entries(String order) {
        return jdbc.sql("select n, kind, key, body, hash from evidence_entry where external_order_id = ? order by n")
                .param(order)
                .query((row, i) -> new Entry(
                        row.getInt("n"),
                        row.getString("kind"),
                        row.getString("key"),
                        (ObjectNode) Json.read(row.getString("body")),
                        row.getString("hash")))
                .list();
    }

    /** By the number of the entry, then by name. */
    Map<Integer, Map<String, Part>> parts(String order) {
        Map<Integer, Map<String, Part>> parts = new HashMap<>();
        jdbc.sql("select n, name, salt, content from evidence_part where external_order_id = ?")
                .param(order)
                .query((row, i) ->
                        new Part(row.getInt("n"), row.getString("name"), row.getBytes("salt"), row.getBytes("content")))
                .list()
                .forEach(part ->
                        parts.computeIfAbsent(part.n(), n -> new TreeMap<>()).put(part.name(), part));
        return parts;
    }

    /** Adds to the end what is new or has changed, in the caller's transaction, which holds the {@link Seals#lock}. */
    int add(String order, List<Fact> facts, Instant now) {
        List<Entry> entries = entries(order);
        Map<Integer, Map<String, Part>> parts = parts(order);
        Map<List<String>, Entry> latest = new HashMap<>();
        entries.forEach(entry -> latest.put(List.of(entry.kind(), entry.key()), entry));
        Addition addition = new Addition(
                entries.size(),
                entries.isEmpty() ? Hashes.NOTHING : entries.getLast().hash());
        for (Fact fact : facts) {
            Entry known = latest.get(List.of(fact.kind(), fact.key()));
            if (known == null || differs(fact, known, parts.getOrDefault(known.n(), Map.of()))) {
                addition.add(fact);
            }
        }
        if (!addition.entries.isEmpty()) {
            write(order, addition);
            seals.add(order, addition.n, addition.head, now);
        }
        return addition.entries.size();
    }

    /** What comes to the end of a chain. */
    private final class Addition {

        private final List<Entry> entries = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private int n;
        private String head;

        Addition(int n, String head) {
            this.n = n;
            this.head = head;
        }

        void add(Fact fact) {
            ObjectNode body = Json.object()
                    .put("at", fact.at().toString())
                    .put("key", fact.key())
                    .put("kind", fact.kind())
                    .put("n", ++n);
            body.set("body", fact.body());
            ObjectNode commitments = body.putObject("commitments");
            fact.personal().forEach((name, value) -> {
                Part part = new Part(n, name, salt(), bytes(value));
                commitments.put(name, Hashes.commitment(part.salt(), part.content()));
                parts.add(part);
            });
            head = Hashes.next(head, body);
            entries.add(new Entry(n, fact.kind(), fact.key(), body, head));
        }
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /** What was erased is not entered again. */
    private static boolean differs(Fact fact, Entry known, Map<String, Part> parts) {
        if (!fact.body().equals(known.body().path("body"))) {
            return true;
        }
        return fact.personal().entrySet().stream().anyMatch(part -> {
            Part entered = parts.get(part.getKey());
            return entered == null
                    ? known.commitment(part.getKey()).isEmpty()
                    : !Arrays.equals(entered.content(), bytes(part.getValue()));
        });
    }

    private void write(String order, Addition addition) {
        jdbc.sql("""
                        insert into evidence_entry (external_order_id, n, kind, key, body, hash)
                        select ?, * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                        """)
                .param(order)
                .param(addition.entries.stream().map(Entry::n).toArray(Integer[]::new))
                .param(texts(addition.entries, Entry::kind))
                .param(texts(addition.entries, Entry::key))
                .param(texts(addition.entries, entry -> CanonicalJson.text(entry.body())))
                .param(texts(addition.entries, Entry::hash))
                .update();
        jdbc.sql("""
                        insert into evidence_part (external_order_id, n, name, salt, content)
                        select ?, * from unnest(?::int[], ?::text[], ?::bytea[], ?::bytea[])
                        """)
                .param(order)
                .param(addition.parts.stream().map(Part::n).toArray(Integer[]::new))
                .param(addition.parts.stream().map(Part::name).toArray(String[]::new))
                .param(addition.parts.stream().map(Part::salt).toArray(byte[][]::new))
                .param(addition.parts.stream().map(Part::content).toArray(byte[][]::new))
                .update();
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    /** Of these orders nothing personal is kept any more; the chains stay as they are. In the caller's transaction. */
    int erase(List<String> orders) {
        return orders.isEmpty()
                ? 0
                : jdbc.sql("delete from evidence_part where external_order_id = any(?)")
                        .param(orders.toArray(String[]::new))
                        .update();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.waybill.evidence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The chain of one order as a document: the same bytes as long as nothing is added or erased. */
final class EvidenceDocument {

    static final String FORMAT = "waybill-evidence-2";

    private EvidenceDocument() {}

    static byte[] of(
            String order,
            List<Chains.Entry> entries,
            Map<Integer, Map<String, Chains.Part>> parts,
            List<Seals.Seal> seals) {
        ObjectNode document =
                Json.object().put("format", FORMAT).put("order", order).put("count", entries.size());
        document.put(
                "head", entries.isEmpty() ? Hashes.NOTHING : entries.getLast().hash());
        ArrayNode listed = document.putArray("entries");
        for (Chains.Entry entry : entries) {
            ObjectNode shown = entry.body().deepCopy();
            shown.put("hash", entry.hash());
            shown.set("parts", parts(entry, parts.getOrDefault(entry.n(), Map.of())));
            listed.add(shown);
        }
        ArrayNode sealed = document.putArray("seals");
        seals.forEach(seal -> sealed.addObject()
                .put("before", seal.before())
                .put("entries", seal.entries())
                .put("head", seal.head())
                .put("at", seal.at().toString())
                .put("previous", seal.previous())
                .put("hash", seal.hash()));
        return CanonicalJson.bytes(document);
    }

    private static ObjectNode parts(Chains.Entry entry, Map<String, Chains.Part> parts) {
        ObjectNode shown = Json.object();
        entry.body().path("commitments").fieldNames().forEachRemaining(name -> {
            Chains.Part part = parts.get(name);
            ObjectNode one = shown.putObject(name);
            if (part == null) {
                one.put("erased", true);
            } else {
                one.put("salt", HexFormat.of().formatHex(part.salt()))
                        .put("text", new String(part.content(), StandardCharsets.UTF_8));
            }
        });
        return shown;
    }
}

package io.waybill.erp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.SentFiles.SentFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityTemplate;

/**
 * The JSON of a request. Its files are read while they are written, so that none is ever whole in memory.
 *
 * @param files by the field that takes their bytes as base64
 */
record ErpBody(ObjectNode json, Map<String, SentFile> files) {

    private static final String JSON = "application/json";

    /** As it may be shown and kept: without the bytes of files. */
    String shown() {
        if (files.isEmpty()) {
            return ErpJson.write(json);
        }
        ObjectNode shown = json.deepCopy();
        files.forEach((field, file) -> shown.put(field, "(not shown: %,d bytes as base64)".formatted(file.size())));
        return ErpJson.write(shown);
    }

    /** What camel-http sends. */
    Object content() {
        if (files.isEmpty()) {
            return ErpJson.write(json).getBytes(StandardCharsets.UTF_8);
        }
        // Without a length it would go out in chunks, which not every ERP reads.
        return new EntityTemplate(length(), ContentType.create(JSON), null, this::writeTo);
    }

    private long length() {
        ObjectNode empty = json.deepCopy();
        files.keySet().forEach(field -> empty.put(field, ""));
        long base64 = files.values().stream()
                .mapToLong(file -> (file.size() + 2) / 3 * 4)
                .sum();
        return ErpJson.write(empty).getBytes(StandardCharsets.UTF_8).length + base64;
    }

    private void writeTo(OutputStream to) throws IOException {
        try (JsonGenerator out = ErpJson.generator(to)) {
            out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            out.writeStartObject();
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                out.writeFieldName(field.getKey());
                out.writeTree(field.getValue());
            }
            for (Map.Entry<String, SentFile> file : files.entrySet()) {
                out.writeFieldName(file.getKey());
                try (InputStream bytes = file.getValue().open()) {
                    out.writeBinary(bytes, Math.toIntExact(file.getValue().size()));
                }
            }
            out.writeEndObject();
        }
    }
}

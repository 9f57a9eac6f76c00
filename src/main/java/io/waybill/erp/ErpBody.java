package io.waybill.erp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.SentFiles.SentFile;
import io.waybill.erp.mapping.Urls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.entity.mime.InputStreamBody;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.entity.mime.StringBody;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.jspecify.annotations.Nullable;

/** What a request carries. Files are read while it is written, so that none is ever whole in memory. */
sealed interface ErpBody {

    /** As it may be shown and kept: without the bytes of files. */
    String shown();

    /** For the header; null when {@link #content()} knows better. */
    @Nullable
    String contentType();

    /** What camel-http sends. */
    Object content() throws IOException;

    /** @param files by the text that stands for their bytes as base64 */
    record Json(JsonNode json, Map<String, SentFile> files) implements ErpBody {

        @Override
        public String shown() {
            return ErpJson.write(files.isEmpty() ? json : shown(json));
        }

        private JsonNode shown(JsonNode node) {
            return switch (node) {
                case ObjectNode object -> {
                    ObjectNode shown = ErpJson.object();
                    object.properties().forEach(field -> shown.set(field.getKey(), shown(field.getValue())));
                    yield shown;
                }
                case ArrayNode array -> {
                    ArrayNode shown = ErpJson.object().putArray("all");
                    array.forEach(element -> shown.add(shown(element)));
                    yield shown;
                }
                default -> {
                    SentFile file = file(node);
                    yield file == null ? node : ErpJson.text("(not shown: %,d bytes as base64)".formatted(file.size()));
                }
            };
        }

        private @Nullable SentFile file(JsonNode node) {
            return node.isTextual() ? files.get(node.textValue()) : null;
        }

        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public Object content() throws IOException {
            if (files.isEmpty()) {
                return ErpJson.write(json).getBytes(StandardCharsets.UTF_8);
            }
            // Without a length it would go out in chunks, which not every ERP reads.
            return new EntityTemplate(length(json), ContentType.create("application/json"), null, this::writeTo);
        }

        private long length(JsonNode root) throws IOException {
            LengthOnly counted = new LengthOnly();
            try (JsonGenerator out = ErpJson.generator(counted)) {
                write(root, out, true);
            }
            return counted.length + base64(root);
        }

        private long base64(JsonNode node) {
            SentFile file = file(node);
            if (file != null) {
                return (file.size() + 2) / 3 * 4;
            }
            long length = 0;
            for (JsonNode child : node) {
                length += base64(child);
            }
            return length;
        }

        private void writeTo(OutputStream to) throws IOException {
            try (JsonGenerator out = ErpJson.generator(to)) {
                out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
                write(json, out, false);
            }
        }

        private void write(JsonNode node, JsonGenerator out, boolean withoutFiles) throws IOException {
            SentFile file = file(node);
            if (file != null && withoutFiles) {
                out.writeString("");
            } else if (file != null) {
                try (InputStream bytes = file.open()) {
                    out.writeBinary(bytes, Math.toIntExact(file.size()));
                }
            } else if (node.isObject()) {
                out.writeStartObject();
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    out.writeFieldName(field.getKey());
                    write(field.getValue(), out, withoutFiles);
                }
                out.writeEndObject();
            } else if (node.isArray()) {
                out.writeStartArray();
                for (JsonNode element : node) {
                    write(element, out, withoutFiles);
                }
                out.writeEndArray();
            } else {
                out.writeTree(node);
            }
        }
    }

    /** Fields as a browser's form sends them. */
    record Form(Map<String, String> fields) implements ErpBody {

        @Override
        public String shown() {
            return fields.entrySet().stream()
                    .map(field -> Urls.encode(field.getKey()) + '=' + Urls.encode(field.getValue()))
                    .collect(Collectors.joining("&"));
        }

        @Override
        public String contentType() {
            return "application/x-www-form-urlencoded";
        }

        @Override
        public Object content() {
            return shown().getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Fields and files, each a part of its own. */
    record Multipart(Map<String, String> fields, Map<String, SentFile> files) implements ErpBody {

        @Override
        public String shown() {
            ObjectNode shown = ErpJson.object();
            fields.forEach(shown::put);
            files.forEach((name, file) -> shown.put(name, "(not shown: %,d bytes)".formatted(file.size())));
            return ErpJson.write(shown);
        }

        @Override
        public @Nullable String contentType() {
            return null;
        }

        @Override
        public Object content() throws IOException {
            MultipartEntityBuilder parts = MultipartEntityBuilder.create();
            ContentType text = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);
            fields.forEach((name, value) -> parts.addPart(name, new StringBody(value, text)));
            for (Map.Entry<String, SentFile> entry : files.entrySet()) {
                SentFile file = entry.getValue();
                parts.addPart(
                        entry.getKey(),
                        new InputStreamBody(
                                file.open(), ContentType.parseLenient(file.mime()), file.filename(), file.size()));
            }
            return parts.build();
        }
    }

    /** Counts what is written. */
    final class LengthOnly extends OutputStream {

        private long length;

        @Override
        public void write(int b) {
            length++;
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            length += count;
        }
    }
}

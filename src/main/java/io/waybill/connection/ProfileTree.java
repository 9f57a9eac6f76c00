package io.waybill.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.waybill.erp.ErpOperation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What stands in the text of a profile, for people to look at. */
final class ProfileTree {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern HOST = Pattern.compile("^https?://([^/?#{}]+)(?:[/?#]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROW = Pattern.compile("\\[\\d+]");

    private final JsonNode yaml;

    private ProfileTree(JsonNode yaml) {
        this.yaml = yaml;
    }

    static ProfileTree of(String text) {
        try {
            return new ProfileTree(YAML.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A profile that was read before is not YAML.", e);
        }
    }

    JsonNode operation(ErpOperation operation) {
        return yaml.path("operations").path(operation.name());
    }

    /** How it is asked, in one line: GET /products, or all of several requests. */
    String asked(ErpOperation operation) {
        JsonNode node = operation(operation);
        return node.has("steps")
                ? StreamSupport.stream(node.path("steps").spliterator(), false)
                        .map(ProfileTree::line)
                        .collect(Collectors.joining(", "))
                : node.has("route") ? node.path("route").asText() : line(node);
    }

    private static String line(JsonNode request) {
        return (request.path("method").asText() + ' ' + request.path("path").asText()).strip();
    }

    /** Where each field of the answer is read; empty unless it is mapped. */
    Map<String, String> reads(ErpOperation operation) {
        Map<String, String> reads = new TreeMap<>();
        operation(operation)
                .path("answer")
                .properties()
                .forEach(field -> reads.put(
                        field.getKey(),
                        field.getValue().isTextual()
                                ? field.getValue().asText()
                                : field.getValue().toString()));
        return reads;
    }

    /** Where a value that stands at {@code place} of the whole answer is read by a field: in its row, in the part that is taken. */
    String readAt(ErpOperation operation, String place) {
        JsonNode node = operation(operation);
        JsonNode last =
                node.has("steps") ? node.path("steps").path(node.path("steps").size() - 1) : node;
        String inPart = below(place, last.path("take").asText("$"));
        String rows = node.path("items").asText("").replaceFirst("\\[\\*]$", "");
        return rows.isEmpty() ? inPart : ROW.matcher(below(inPart, rows)).replaceFirst("");
    }

    private static String below(String place, String part) {
        boolean inside = place.startsWith(part)
                && (place.length() == part.length() || ".[".indexOf(place.charAt(part.length())) >= 0);
        return inside ? '$' + place.substring(part.length()) : place;
    }

    /** Whom secrets are sent to: a host, or, where constants make it, what it is made of. */
    Set<String> receivers(String baseUrl, Map<String, String> constants) {
        Set<String> receivers = new TreeSet<>();
        if (!baseUrl.isEmpty()) {
            receivers.add(host(baseUrl).orElse(baseUrl));
        }
        String token = yaml.path("auth").path("token-url").asText();
        if (!token.isEmpty() && !token.startsWith("/")) {
            receivers.add(host(token)
                    .orElseGet(() -> String.join(
                            "\n", token, yaml.path("const").toString(), new TreeMap<>(constants).toString())));
        }
        return receivers;
    }

    /** Empty when it is not known yet. */
    private static Optional<String> host(String url) {
        Matcher host = HOST.matcher(url);
        return host.find() ? Optional.of(host.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** A word for the way each operation is set up: a test counts for this way only. */
    Map<ErpOperation, String> setUps(String baseUrl, Map<String, String> constants, Set<String> secrets) {
        ObjectNode common = yaml.isObject() ? ((ObjectNode) yaml).deepCopy() : YAML.createObjectNode();
        common.remove(List.of("operations", "title", "notes", "idempotency"));
        String shared = String.join(
                "\n",
                common.toString(),
                baseUrl,
                new TreeMap<>(constants).toString(),
                new TreeSet<>(secrets).toString());
        JsonNode auth = operation(ErpOperation.AUTH);
        Map<ErpOperation, String> setUps = new EnumMap<>(ErpOperation.class);
        for (ErpOperation operation : ErpOperation.values()) {
            setUps.put(
                    operation,
                    hash(String.join(
                            "\n",
                            operation.name(),
                            shared,
                            auth.toString(),
                            operation(operation).toString())));
        }
        return setUps;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    JsonNode whole() {
        return yaml;
    }
}

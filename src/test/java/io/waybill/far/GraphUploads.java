package io.waybill.far;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that were handed to Graph, taken and refused as Meta does by form, type and size. */
public final class GraphUploads {
    private static final Pattern FORM = Pattern.compile("multipart/form-data; .*?boundary=\"?([^\";]{1,70})\"?.*");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition: form-data;.*?\\bname=\"([^\"]+)\".*");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type: ([^;\r\n]+).*");
    private static final int MEGABYTE = 1024 * 1024;
    /** Of each family the most that Meta takes; pictures are JPEG and PNG only. */
    private static final Map<String, Integer> MOST =
            Map.of("image", 5 * MEGABYTE, "video", 16 * MEGABYTE, "audio", 16 * MEGABYTE, "document", 100 * MEGABYTE);

    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Upload> known = new ConcurrentHashMap<>();
    private final List<Upload> all = new CopyOnWriteArrayList<>();
    private final AtomicInteger failing = new AtomicInteger();

    /** @param phoneNumberId the number it was handed over for; another one cannot send it */
    public record Upload(String id, String phoneNumberId, String mime, byte[] bytes) {}

    sealed interface Outcome {}

    record Taken(String id) implements Outcome {}

    record Refused(int code, String details) implements Outcome {}

    private record Part(Map<String, String> headers, String text, byte[] bytes) {}

    /** All that were ever taken. */
    public List<Upload> all() {
        return List.copyOf(all);
    }

    /** As after thirty days: no message with one of these is taken any more. */
    public void forget() {
        known.clear();
    }

    /** The next so many are answered with an error of the server. */
    public void fail(int times) {
        failing.set(times);
    }

    Outcome take(String number, String contentType, byte[] body) {
        if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return new Refused(131000, "Something went wrong");
        }
        Matcher form = FORM.matcher(contentType == null ? "" : contentType);
        if (!form.matches()) {
            return new Refused(100, "The body must be multipart/form-data, not " + contentType);
        }
        var parts = parts(body, form.group(1));
        var file = parts.get("file");
        var type = parts.containsKey("type") ? parts.get("type").text() : "";
        if (!parts.containsKey("messaging_product")
                || !parts.get("messaging_product").text().equals("whatsapp")) {
            return new Refused(100, "(#100) The parameter messaging_product is required.");
        } else if (file == null) {
            return new Refused(100, "(#100) The parameter file is required.");
        } else if (!type.equals(file.headers().get("type"))) {
            return new Refused(100, "Param file must be a file of type " + type + ", not " + file.headers());
        } else if (file.bytes().length > most(type)) {
            return new Refused(131053, type + " with " + file.bytes().length + " bytes is not taken");
        }
        var upload = new Upload("9" + (100_000_000 + numbers.incrementAndGet()), number, type, file.bytes());
        known.put(upload.id(), upload);
        all.add(upload);
        return new Taken(upload.id());
    }

    /** Why a message is not taken that names a file. */
    Optional<GraphJudge.Refusal> refusal(JsonNode message) {
        for (var holder : List.of(message, message.at("/interactive/header"))) {
            var kind = holder.path("type").asText();
            var id = holder.path(kind).path("id");
            if (id.isTextual() && !known.containsKey(id.asText())) {
                return Optional.of(new GraphJudge.Refusal(
                        100, "Param " + kind + "['id'] is not a valid whatsapp business account media attachment ID"));
            }
        }
        return Optional.empty();
    }

    private static int most(String type) {
        var family = type.substring(0, Math.max(0, type.indexOf('/')));
        if (family.equals("image")) {
            return List.of("image/jpeg", "image/png").contains(type) ? MOST.get("image") : 0;
        }
        return MOST.getOrDefault(family, MOST.get("document"));
    }

    /** Read as bytes one to one, so that places in the text are places in the body. */
    private static Map<String, Part> parts(byte[] body, String boundary) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var parts = new HashMap<String, Part>();
        var delimiter = "--" + boundary;
        int at = text.indexOf(delimiter);
        while (at >= 0) {
            int from = at + delimiter.length();
            int next = text.indexOf("\r\n" + delimiter, from);
            int end = text.indexOf("\r\n\r\n", from);
            if (next < 0 || end < 0) {
                break;
            }
            var headers = new HashMap<String, String>();
            text.substring(from, end).lines().forEach(line -> {
                matched(NAME, line).ifPresent(name -> headers.put("name", name));
                matched(TYPE, line).ifPresent(type -> headers.put("type", type));
            });
            var content = text.substring(end + 4, next);
            parts.put(headers.get("name"), new Part(headers, content, content.getBytes(StandardCharsets.ISO_8859_1)));
            at = next + 2;
        }
        return parts;
    }

    private static Optional<String> matched(Pattern pattern, String line) {
        var matcher = pattern.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}

package io.waybill.far;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;

/** What a customer sends: a type of the Cloud API and the object of that name. */
public record CustomerMessage(String type, JsonNode content) {

    public static CustomerMessage text(String body) {
        return new CustomerMessage("text", Json.object().put("body", body));
    }

    public static CustomerMessage buttonReply(String id, String title) {
        var content = Json.object().put("type", "button_reply");
        content.putObject("button_reply").put("id", id).put("title", title);
        return new CustomerMessage("interactive", content);
    }

    public static CustomerMessage listReply(String id, String title) {
        var content = Json.object().put("type", "list_reply");
        content.putObject("list_reply").put("id", id).put("title", title);
        return new CustomerMessage("interactive", content);
    }

    public static CustomerMessage templateButton(String payload, String text) {
        return new CustomerMessage(
                "button", Json.object().put("payload", payload).put("text", text));
    }

    public static CustomerMessage location(String latitude, String longitude) {
        return new CustomerMessage(
                "location",
                Json.object().put("latitude", new BigDecimal(latitude)).put("longitude", new BigDecimal(longitude)));
    }

    public static CustomerMessage image(String mediaId, String caption) {
        return new CustomerMessage(
                "image",
                Json.object()
                        .put("caption", caption)
                        .put("mime_type", "image/jpeg")
                        .put("sha256", "H+9D1wBSXRnEqLj2C2OfP1Vw0gnOlUMYq6Ec4n0CQVk=")
                        .put("id", mediaId));
    }

    /** A file as the phone calls it, with the digest Meta sends. */
    public static CustomerMessage document(String mediaId, String filename, String mime, byte[] bytes) {
        return new CustomerMessage(
                "document",
                Json.object()
                        .put("filename", filename)
                        .put("mime_type", mime)
                        .put(
                                "sha256",
                                Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(FakeGraph.sha256(bytes))))
                        .put("id", mediaId));
    }

    public static CustomerMessage reaction(String wamid, String emoji) {
        return new CustomerMessage(
                "reaction", Json.object().put("message_id", wamid).put("emoji", emoji));
    }

    /** A tap on what was offered. */
    public static CustomerMessage tap(GraphMessage.Option option) {
        return switch (option.kind()) {
            case "button" -> buttonReply(option.id(), option.title());
            case "list" -> listReply(option.id(), option.title());
            default -> templateButton(option.id(), option.title());
        };
    }
}

package io.waybill.flow.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.flow.Event;
import io.waybill.message.FileReply;
import io.waybill.message.InboundMessage;
import io.waybill.message.StoredFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The stored form of what moves a conversation on. A message is named only: it is kept where it came in. */
final class EventJson {

    /** Longer answers are parts: a list of products is the same for many. */
    private static final int LONGEST = 1_000;

    private EventJson() {}

    static ObjectNode write(Event event, Parts parts) {
        ObjectNode json = Json.object();
        switch (event) {
            case Event.Received received ->
                json.put("message", received.message().id());
            case Event.Answered answered -> {
                ArrayNode answers = json.putArray("answers");
                answered.answers().forEach(answer -> answers.add(answer(answer, parts)));
            }
            case Event.Fetched(String key, FileReply reply) ->
                json.put("file", key).set("reply", file(reply));
            case Event.TimePassed passed -> json.put("time", true);
            case Event.PaymentTold told -> json.put("payment", true);
            case Event.StaffWrote(Instant until) -> json.put("staff", until.toEpochMilli());
            case Event.HandedBack(Event.How how) -> json.put("back", how.name());
            case Event.CartLeft left -> json.put("cart", "left");
            case Event.CartDropped dropped -> json.put("cart", "dropped");
            case Event.GivenUp givenUp -> json.put("given_up", givenUp.key()).put("why", givenUp.reason());
        }
        return json;
    }

    static Event read(JsonNode json, Function<String, InboundMessage> messages, Function<String, String> parts) {
        if (json.has("message")) {
            return new Event.Received(messages.apply(json.path("message").asText()));
        }
        if (json.has("answers")) {
            List<Event.Answer> answers = new ArrayList<>();
            json.path("answers")
                    .forEach(answer ->
                            answers.add(new Event.Answer(answer.path("key").asText(), reply(answer, parts))));
            return new Event.Answered(answers);
        }
        if (json.has("file")) {
            return new Event.Fetched(json.path("file").asText(), file(json.path("reply")));
        }
        if (json.has("given_up")) {
            return new Event.GivenUp(
                    json.path("given_up").asText(), json.path("why").asText());
        }
        if (json.has("cart")) {
            return json.path("cart").asText().equals("left") ? new Event.CartLeft() : new Event.CartDropped();
        }
        if (json.has("staff")) {
            return new Event.StaffWrote(Instant.ofEpochMilli(json.path("staff").longValue()));
        }
        if (json.has("back")) {
            return new Event.HandedBack(Event.How.valueOf(json.path("back").asText()));
        }
        return json.has("payment") ? new Event.PaymentTold() : new Event.TimePassed();
    }

    private static ObjectNode file(FileReply reply) {
        ObjectNode json = Json.object();
        return switch (reply) {
            case FileReply.Stored(StoredFile file) ->
                json.put("id", file.id())
                        .put("name", file.filename())
                        .put("mime", file.mime())
                        .put("size", file.size())
                        .put("sha256", file.sha256());
            case FileReply.WrongType(String mime) -> json.put("wrong", mime);
            case FileReply.TooLarge large -> json.put("large", true);
            case FileReply.Missing(String reason) -> json.put("missing", reason);
        };
    }

    private static FileReply file(JsonNode json) {
        if (json.has("id")) {
            return new FileReply.Stored(new StoredFile(
                    json.path("id").asText(),
                    json.path("name").asText(),
                    json.path("mime").asText(),
                    json.path("size").longValue(),
                    json.path("sha256").asText()));
        }
        if (json.has("wrong")) {
            return new FileReply.WrongType(json.path("wrong").asText());
        }
        return json.has("missing") ? new FileReply.Missing(json.path("missing").asText()) : new FileReply.TooLarge();
    }

    private static ObjectNode answer(Event.Answer answer, Parts parts) {
        ObjectNode json = Json.object().put("key", answer.key());
        switch (answer.reply()) {
            case ErpReply.Ok(JsonNode body) -> {
                String text = Json.write(body);
                if (text.length() > LONGEST) {
                    json.put("part", parts.keep(text));
                } else {
                    json.set("ok", body);
                }
            }
            case ErpReply.Empty empty -> json.put("empty", true);
            case ErpReply.Refused(String reason) -> json.put("refused", reason);
            case ErpReply.Down(String reason) -> json.put("down", reason);
            case ErpReply.Unknown(String reason) -> json.put("unknown", reason);
        }
        return json;
    }

    private static ErpReply reply(JsonNode json, Function<String, String> parts) {
        if (json.has("part")) {
            return new ErpReply.Ok(Json.read(parts.apply(json.path("part").asText())));
        }
        if (json.has("ok")) {
            return new ErpReply.Ok(json.path("ok"));
        }
        if (json.has("refused")) {
            return new ErpReply.Refused(json.path("refused").asText());
        }
        if (json.has("down")) {
            return new ErpReply.Down(json.path("down").asText());
        }
        return json.has("unknown") ? new ErpReply.Unknown(json.path("unknown").asText()) : new ErpReply.Empty();
    }
}

package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays the cases of {@code src/test/resources/flow}: one file for each thing a step can do. A case has the steps of a flow that starts
 * with "go", what happens, and what is expected after each thing that happens.
 */
class StepCasesTest {

    @TestFactory
    Stream<DynamicNode> cases() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of("src/test/resources/flow"))) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file ->
                        DynamicContainer.dynamicContainer(file.getFileName().toString(), tests(file)));
    }

    private static Stream<DynamicTest> tests(Path file) {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode example : read(file)) {
            tests.add(DynamicTest.dynamicTest(example.path("description").asText(), () -> play(example)));
        }
        return tests.stream();
    }

    private static JsonNode read(Path file) {
        try {
            return Json.read(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void play(JsonNode example) {
        Conversation chat = new Conversation(flow(example));
        chat.answersCalls = false;
        if (example.has("available")) {
            chat.available = EnumSet.noneOf(ErpOperation.class);
            example.path("available").forEach(name -> chat.available.add(ErpOperation.valueOf(name.asText())));
        }
        example.path("hidden").forEach(id -> chat.hidden.add(id.asText()));
        chat.says("go");
        expect(chat, example.path("expect"));
        for (JsonNode turn : example.path("turns")) {
            happen(chat, turn);
            expect(chat, turn.path("expect"));
        }
    }

    private static FlowDefinition flow(JsonNode example) {
        ObjectNode flow = Json.object();
        flow.put("schema", 1).put("id", "example").put("title", "Example").put("lang", "en");
        flow.putArray("start").add("go");
        if (example.get("flow") instanceof ObjectNode more) {
            flow.setAll(more);
        }
        flow.set("steps", example.path("steps"));
        return new FlowLoader().load(Json.write(flow));
    }

    private static void happen(Conversation chat, JsonNode turn) {
        if (turn.has("says")) {
            chat.says(turn.path("says").asText());
        } else if (turn.has("taps")) {
            chat.taps(turn.path("taps").asText());
        } else if (turn.has("sends")) {
            chat.receives(content(turn.path("sends")));
        } else if (turn.has("erp")) {
            List<Event.Answer> answers = new ArrayList<>();
            List<Effect.Call> open =
                    chat.calls.subList(chat.calls.size() - turn.path("erp").size(), chat.calls.size());
            for (JsonNode answer : turn.path("erp")) {
                answers.add(new Event.Answer(open.get(answers.size()).key(), reply(answer)));
            }
            chat.happens(new Event.Answered(answers));
        } else {
            chat.hidden.clear();
            turn.path("hides").forEach(id -> chat.hidden.add(id.asText()));
        }
    }

    private static ErpReply reply(JsonNode answer) {
        if (answer.isObject()) {
            return new ErpReply.Ok(answer);
        }
        return switch (answer.asText()) {
            case "empty" -> new ErpReply.Empty();
            case "refused" -> new ErpReply.Refused("no");
            case "down" -> new ErpReply.Down("away");
            default -> new ErpReply.Unknown("time-out");
        };
    }

    private static Content content(JsonNode node) {
        return switch (node.path("kind").asText()) {
            case "location" ->
                new Content.Location(
                        node.path("latitude").decimalValue(),
                        node.path("longitude").decimalValue(),
                        node.path("name").textValue(),
                        node.path("address").textValue());
            case "contact" ->
                new Content.SharedContacts(
                        List.of(new Content.SharedContact(
                                "Somebody", List.of("0700"), node.path("phone").textValue())),
                        node.path("requested").asBoolean());
            case "image" -> new Content.Media(Content.MediaKind.IMAGE, "m1", "image/png", null, "a caption", null);
            case "reaction" -> new Content.Reaction("wamid.1", "+");
            case "edit" -> new Content.Edit("wamid.1");
            case "unsupported" -> new Content.Unsupported("poll_creation", List.of());
            default -> new Content.Tap(node.path("id").asText(), "Old choice");
        };
    }

    private static void expect(Conversation chat, JsonNode expected) {
        if (expected.has("replies")) {
            ArrayNode replies = Json.array();
            chat.replies().forEach(reply -> replies.add(shown(reply)));
            assertThat(replies).isEqualTo(expected.path("replies"));
        }
        if (expected.has("calls")) {
            ArrayNode calls = Json.array();
            for (Effect effect : chat.effects) {
                if (effect instanceof Effect.Call call) {
                    calls.add(Json.object().set(call.operation().name(), call.request()));
                }
            }
            assertThat(Json.write(calls)).isEqualTo(Json.write(expected.path("calls")));
        }
        if (expected.has("vars")) {
            assertThat(Json.write(chat.session.variables())).isEqualTo(Json.write(expected.path("vars")));
        }
        if (expected.has("person")) {
            assertThat(chat.isHandedOver()).isEqualTo(expected.path("person").asBoolean());
        }
        if (expected.has("ended")) {
            assertThat(chat.session.waiting() instanceof Waiting.Idle)
                    .isEqualTo(expected.path("ended").asBoolean());
        }
        if (expected.has("incidents")) {
            assertThat(chat.incidents()).hasSize(expected.path("incidents").intValue());
        }
    }

    /** A reply as the cases write it: its kind, its text and the titles of its options. */
    private static JsonNode shown(Reply reply) {
        ObjectNode shown = Json.object();
        shown.put(
                switch (reply) {
                    case Reply.Text text -> "text";
                    case Reply.Buttons buttons -> "buttons";
                    case Reply.Menu menu -> "list";
                    case Reply.LocationRequest request -> "location";
                    case Reply.ContactRequest request -> "contact";
                    case Reply.Template template -> "template";
                    case Reply.Image image -> "image";
                    case Reply.Video video -> "video";
                    case Reply.Audio audio -> "audio";
                    case Reply.Sticker sticker -> "sticker";
                    case Reply.Document document -> "document";
                    case Reply.Location place -> "place";
                    case Reply.Contacts contacts -> "contacts";
                    case Reply.Reaction reaction -> "reaction";
                    case Reply.Link link -> "link";
                    case Reply.Product product -> "product";
                    case Reply.Products products -> "products";
                    case Reply.Catalogue catalogue -> "catalog";
                    case Reply.Form form -> "form";
                },
                Conversation.body(reply));
        String caption = switch (reply) {
            case Reply.Image image -> image.caption();
            case Reply.Video video -> video.caption();
            case Reply.Document document -> document.caption();
            default -> null;
        };
        if (caption != null) {
            shown.put("caption", caption);
        }
        List<Reply.Option> options = Conversation.options(reply);
        if (!options.isEmpty()) {
            ArrayNode titles = shown.putArray("options");
            options.forEach(option -> titles.add(option.title()));
        }
        return shown;
    }
}

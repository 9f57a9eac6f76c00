package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.flow.replay.Parts;
import io.waybill.flow.replay.Recording;
import io.waybill.flow.replay.Replay;
import io.waybill.flow.replay.TurnRecorder;
import io.waybill.message.Content;
import io.waybill.message.FileReply;
import io.waybill.message.InboundMessage;
import io.waybill.message.Reply;
import io.waybill.message.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was recorded of a conversation gives that conversation again. */
class ReplayPropertyTest {

    private static final FlowLoader LOADER = new FlowLoader();

    private static final String BY_SOURCE = """
            {"schema": 1, "id": "by", "title": "By", "lang": "en", "start": ["go"],
             "steps": [{"id": "a", "say": "By {{contact.source.type}} {{contact.source.id}}", "next": "@done"}]}
            """;

    private final TurnRecorder recorder = new TurnRecorder();
    private final Parts parts = new Parts();
    private final List<String> turns = new ArrayList<>();
    private final Map<String, String> messages = new HashMap<>();

    /** Not by jqwik, which would run it after all other tests, by itself. */
    static LongStream seeds() {
        return new Random().longs(60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesAnyConversationAgainByteForByte(long seed) {
        Random random = new Random(seed);
        Conversation shop = recorded(Conversation.shop());
        // Clocks have nanoseconds.
        shop.now = Instant.parse("2026-11-21T10:00:00.123456789Z");
        trouble(shop, random);
        for (int i = 0; i < 25; i++) {
            List<Reply.Option> options = shop.allReplies.isEmpty() ? List.of() : Conversation.options(shop.lastReply());
            if (random.nextInt(8) == 0) {
                shop.passes(Duration.ofMinutes(random.nextInt(3_000)));
            } else if (random.nextInt(8) == 0) {
                shop.happens(new Event.PaymentTold());
            } else if (!options.isEmpty() && random.nextInt(10) < 7) {
                Reply.Option option = options.get(random.nextInt(options.size()));
                shop.receives(new Content.Tap(option.id(), option.title()));
            } else {
                shop.says(List.of(
                                "order",
                                "3",
                                "cancel",
                                "menu",
                                "Beth House 16",
                                "\u0000 \ud83d\ude00",
                                "2 coffee",
                                "agent")
                        .get(random.nextInt(8)));
            }
        }

        assertThat(new Replay(recording(), LOADER).same()).isEqualTo(new Replay.Result(turns.size(), null));
        assertThat(new Replay(recording(), LOADER).against(List.of(Conversation.shipped("order"))))
                .isEqualTo(new Replay.Result(turns.size(), null));
    }

    private static void trouble(Conversation shop, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> shop.erp.put(ErpOperation.CREATE_ORDER, request -> new ErpReply.Unknown("Time-out."));
            case 1 -> shop.erp.put(ErpOperation.GET_PRICE, request -> new ErpReply.Down("Away."));
            case 2 -> shop.erp.put(ErpOperation.UPSERT_CUSTOMER, request -> new ErpReply.Refused("No."));
            case 3 -> shop.erp.put(ErpOperation.LIST_PRODUCTS, request -> Conversation.ok(Conversation.products(60)));
            default -> shop.hidden.add("P2");
        }
        if (random.nextBoolean()) {
            String status = List.of("paid", "failed", "pending").get(random.nextInt(3));
            shop.available.addAll(List.of(ErpOperation.REQUEST_PAYMENT, ErpOperation.GET_PAYMENT_STATUS));
            shop.erp.put(
                    ErpOperation.REQUEST_PAYMENT,
                    request -> Conversation.ok("{\"payment_id\": \"PAY1\", \"status\": \"pending\"}"));
            shop.erp.put(
                    ErpOperation.GET_PAYMENT_STATUS,
                    request -> Conversation.ok("{\"status\": \"%s\"}".formatted(status)));
        }
        shop.assigned.put("P3", "status");
        shop.store = new World.Store("Shop", List.of("delivery", "pickup"), null, "cod", 30L, null, Set.of());
    }

    @Test
    void givesAConversationWithAFileAgainAlsoToADraftThatCountsItsStepsOtherwise() {
        Conversation employer = recorded(Conversation.employer());
        employer.files =
                wanted -> new FileReply.Stored(new StoredFile("f1", "cv.pdf", "application/pdf", 9, "0".repeat(64)));
        Content resume = new Content.Media(Content.MediaKind.DOCUMENT, "1", "application/pdf", null, null, "cv.pdf");
        employer.says("jobs")
                .taps("Rider")
                .says("Amina Wanjiku")
                .says("amina@example.com")
                .receives(resume)
                .taps("Send");
        assertThat(employer.callsOf(ErpOperation.CREATE_APPLICANT)).hasSize(1);
        String draft = Conversation.shippedText("apply")
                .replace("\"steps\": [", "\"steps\": [ { \"id\": \"new\", \"set\": { \"anything\": 1 } },");

        assertThat(new Replay(recording(), LOADER).same()).isEqualTo(new Replay.Result(turns.size(), null));
        assertThat(against(draft)).isNull();
    }

    @Test
    void givesAgainWhatWasSaidToSomebodyWhoCameByAnAdvertisement() {
        FlowDefinition flow = LOADER.load(BY_SOURCE);
        Conversation chat = new Conversation(flow);
        chat.customer = new World.Customer(
                7, null, "+254700000001", "Amina", "en", null, new World.Source("ad", "70001", null, null));
        recorded(chat).says("go");
        assertThat(chat.lastBody()).isEqualTo("By ad 70001");

        Recording recording = Recording.read(
                Recording.document("1", turns, parts.byName(), messages, Map.of(TurnRecorder.name(flow), BY_SOURCE))
                        .toString());
        assertThat(new Replay(recording, LOADER).same()).isEqualTo(new Replay.Result(1, null));
    }

    @Test
    void namesTheFirstTurnThatComesOutOtherwise() {
        Conversation shop = recorded(Conversation.shop());
        shop.says("order").taps("Coffee 1").says("2");
        ObjectNode document = document();
        ((ObjectNode) document.path("messages"))
                .put("wamid.2", document.at("/messages/wamid.2").asText().replace("\"2\"", "\"3\""));

        Replay.Parting parting =
                new Replay(Recording.read(document), LOADER).same().parting();

        assertThat(parting).isNotNull();
        assertThat(parting.turn()).isEqualTo(4);
        assertThat(parting.input()).isEqualTo("The customer sends: 3");
        assertThat(parting.replayed())
                .containsExactly("says: Your cart:\n3 x Coffee 1: KES 4,800.00 [Add more | Checkout]");
    }

    @Test
    void showsWhereADraftPartsFromWhatCustomersSaw() {
        recorded(Conversation.shop()).toSummary(2).taps("Confirm").taps("Confirm");
        String draft = Conversation.shippedText("order").replace("Where should we deliver?", "Where do you live?");

        Replay.Parting parting = against(draft);

        assertThat(parting).isNotNull();
        assertThat(parting.input()).isEqualTo("The customer sends: a tap on Checkout");
        assertThat(parting.recorded()).hasSize(2);
        assertThat(parting.recorded().getFirst())
                .isEqualTo(parting.replayed().getFirst())
                .startsWith("asks the ERP: GET_PRICE");
        assertThat(parting.recorded().getLast()).startsWith("says: Where should we deliver?");
        assertThat(parting.replayed().getLast()).startsWith("says: Where do you live?");
    }

    @Test
    void followsADraftThatCountsItsStepsOtherwise() {
        recorded(Conversation.shop()).toSummary(2).taps("Confirm").taps("Confirm");
        String draft = Conversation.shippedText("order")
                .replace("\"steps\": [", "\"steps\": [ { \"id\": \"new\", \"set\": { \"anything\": 1 } },");

        assertThat(against(draft)).isNull();
    }

    @Test
    void showsAQuestionToTheErpThatWasNeverAnswered() {
        recorded(Conversation.shop()).says("order").taps("Coffee 1").says("2");
        String draft = Conversation.shippedText("order")
                .replaceFirst("\"id\": \"sold_out\",", "\"id\": \"sold_out\", \"call\": { \"op\": \"LIST_JOBS\" },")
                .replaceFirst("\"when\": \"= \\$exists\\(product.stock\\) and product.stock < 1\",", "");

        Replay.Parting parting = against(draft);

        assertThat(parting).isNotNull();
        assertThat(parting.input()).isEqualTo("The customer sends: a tap on Coffee 1");
        assertThat(parting.replayed()).containsExactly("asks the ERP: LIST_JOBS {}");
    }

    @Test
    void keepsWhatManyTurnsHaveInCommonOnce() {
        Conversation shop = recorded(Conversation.shop());
        shop.sells(Conversation.products(60)
                .substring("{\"items\": [".length(), Conversation.products(60).length() - 2));
        shop.says("order").says("P1").says("2").taps("Add more").says("P2").says("1");

        assertThat(turns).hasSizeGreaterThan(6);
        assertThat(parts.byName()).as("one world, one list of products").hasSize(2);
        assertThat(turns).allSatisfy(turn -> assertThat(turn).hasSizeLessThan(1_000));
    }

    @Test
    void refusesWhatIsNoRecordingAndNamesWhatIsMissing() {
        recorded(Conversation.shop()).says("order");
        assertBroken("{", "no JSON");
        assertBroken("{}", "no recording");
        ObjectNode document = document();
        ((ObjectNode) document.path("messages")).removeAll();
        assertBroken(document.toString(), "lacks wamid.0 of its messages");
        document = document();
        document.putArray("turns");
        assertBroken(document.toString(), "no turn to begin with");
        ObjectNode withoutFlows = document();
        withoutFlows.putObject("flows");
        assertThatThrownBy(() -> new Replay(Recording.read(withoutFlows), LOADER).same())
                .isInstanceOf(Recording.Broken.class)
                .hasMessageContaining("lacks the flow order@");
    }

    private static void assertBroken(String text, String sentence) {
        assertThatThrownBy(() -> Recording.read(text))
                .isInstanceOf(Recording.Broken.class)
                .hasMessageContaining(sentence);
    }

    private Replay.Parting against(String draft) {
        return new Replay(recording(), LOADER)
                .against(List.of(LOADER.load(draft)))
                .parting();
    }

    private Conversation recorded(Conversation shop) {
        shop.listener = (before, event) -> {
            World world = shop.world();
            if (event instanceof Event.Received received) {
                messages.put(received.message().id(), wire(received.message()));
            }
            Turn turn = shop.engine.advance(before, event, world);
            turns.add(recorder.record(before, event, world, shop.engine.flows(), turn, parts));
        };
        return shop;
    }

    private Recording recording() {
        return Recording.read(document().toString());
    }

    private ObjectNode document() {
        Map<String, String> flows = new HashMap<>();
        for (String id : List.of("order", "status", "cod", "apply")) {
            String text = Conversation.shippedText(id);
            flows.put(TurnRecorder.name(LOADER.load(text)), text);
        }
        return Recording.document("1", turns, parts.byName(), messages, flows);
    }

    /** The message as the inbox keeps it. */
    private static String wire(InboundMessage message) {
        ObjectNode wire = Json.object()
                .put("from", message.sender().phone().substring(1))
                .put("id", message.id())
                .put("timestamp", String.valueOf(message.sentAt().getEpochSecond()));
        switch (message.content()) {
            case Content.Text text -> wire.put("type", "text").putObject("text").put("body", text.body());
            case Content.Tap tap -> {
                ObjectNode interactive = wire.put("type", "interactive").putObject("interactive");
                interactive
                        .put("type", "button_reply")
                        .putObject("button_reply")
                        .put("id", tap.id())
                        .put("title", tap.title());
            }
            case Content.Media media ->
                wire.put("type", "document")
                        .putObject("document")
                        .put("id", media.mediaId())
                        .put("mime_type", media.mimeType())
                        .put("filename", media.filename());
            default -> throw new IllegalArgumentException(message.content().toString());
        }
        return Json.write(Json.object()
                .<ObjectNode>set("message", wire)
                .set(
                        "contact",
                        Json.object()
                                .put("wa_id", message.sender().phone().substring(1))
                                .<ObjectNode>set(
                                        "profile",
                                        Json.object()
                                                .put("name", message.sender().name()))));
    }
}

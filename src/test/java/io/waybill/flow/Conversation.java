package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.delivery.Band;
import io.waybill.delivery.DeliveryCharges;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.flow.simulate.SampleOrders;
import io.waybill.message.Content;
import io.waybill.message.FileReply;
import io.waybill.message.FileWanted;
import io.waybill.message.InboundMessage;
import io.waybill.message.Reply;
import io.waybill.message.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Talks to the engine as the conversation package will: every session goes through its stored form between two turns. */
final class Conversation {

    static final DeliveryCharges CHARGES =
            new DeliveryCharges(List.of(new Band(1, 4, new BigDecimal("150")), new Band(5, null, BigDecimal.ZERO)));

    /** Property tests begin thousands of conversations, and reading a flow takes longer than a conversation. */
    private static final Map<String, FlowDefinition> SHIPPED = new ConcurrentHashMap<>();

    final FlowEngine engine;
    final List<Effect.Call> calls = new ArrayList<>();
    final List<Reply> allReplies = new ArrayList<>();
    final List<Effect.Incident> allIncidents = new ArrayList<>();
    final Map<ErpOperation, Function<JsonNode, ErpReply>> erp = new HashMap<>();
    final Set<String> hidden = new HashSet<>();
    final Map<String, String> assigned = new HashMap<>();
    final SampleOrders orders = new SampleOrders();
    final List<FileWanted> fetches = new ArrayList<>();

    Set<ErpOperation> available =
            EnumSet.complementOf(EnumSet.of(ErpOperation.REQUEST_PAYMENT, ErpOperation.GET_PAYMENT_STATUS));
    World.Customer customer = new World.Customer(7, null, "+254700000001", "Amina", "en", null);
    DeliveryCharges charges = CHARGES;
    World.Store store = World.Store.DELIVERS;
    Session session = Session.idle("s1");
    Instant now = Instant.parse("2026-11-21T10:00:00Z");
    List<Effect> effects = List.of();
    boolean answersCalls = true;
    Function<FileWanted, FileReply> files = wanted -> new FileReply.Missing("There are no files.");
    BiConsumer<Session, Event> listener = (before, event) -> {};

    private int messages;
    private int saidBefore;

    Conversation(FlowDefinition... flows) {
        this.engine = new FlowEngine(Flows.of(List.of(flows)));
    }

    static Conversation shop() {
        return shop(shipped("order"));
    }

    /** The shop whose customers order by {@code order}. */
    static Conversation shop(FlowDefinition order) {
        Conversation shop = new Conversation(order, shipped("status"), shipped("cod"));
        shop.erp.put(ErpOperation.LIST_PRODUCTS, request -> ok(products(3)));
        shop.erp.put(ErpOperation.GET_PRICE, request -> ok("{\"unit_price\": 1600.00, \"currency\": \"KES\"}"));
        shop.erp.put(ErpOperation.UPSERT_CUSTOMER, request -> ok("{\"external_customer_id\": \"C1\"}"));
        shop.erp.put(
                ErpOperation.CREATE_ORDER,
                request -> ok("{\"external_order_id\": \"O1\", \"order_number\": \"SO-1\", \"status\": \"draft\"}"));
        shop.erp.put(ErpOperation.SET_ADDRESS, request -> ok("{\"status\": \"ok\"}"));
        shop.erp.put(ErpOperation.CONFIRM_ORDER, request -> ok("{\"status\": \"confirmed\"}"));
        shop.erp.put(ErpOperation.RESERVE_STOCK, request -> ok("{\"reservation_id\": \"H1\"}"));
        shop.erp.put(ErpOperation.CANCEL_ORDER, request -> ok("{\"status\": \"cancelled\"}"));
        shop.erp.put(
                ErpOperation.GET_ORDER_STATUS, request -> ok("{\"status\": \"shipped\", \"order_number\": \"SO-9\"}"));
        return shop;
    }

    /** The shop as an employer. */
    static Conversation employer() {
        Conversation employer = new Conversation(shipped("apply"));
        employer.erp.put(
                ErpOperation.LIST_JOBS,
                request -> ok(
                        "{\"items\": [{\"id\": \"J1\", \"name\": \"Rider\", \"active\": true}, {\"id\": \"J2\", \"name\": \"Cook\", \"active\": true}]}"));
        employer.erp.put(
                ErpOperation.CREATE_APPLICANT,
                request -> ok("{\"external_applicant_id\": \"A1\", \"status\": \"received\"}"));
        return employer;
    }

    static FlowDefinition shipped(String id) {
        return SHIPPED.computeIfAbsent(id, wanted -> new FlowLoader().load(shippedText(wanted)));
    }

    static String shippedText(String id) {
        try {
            return Files.readString(Path.of("flows", id + ".flow.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String products(int count) {
        StringBuilder items = new StringBuilder("{\"items\": [");
        for (int i = 1; i <= count; i++) {
            items.append(i > 1 ? "," : "")
                    .append("{\"id\": \"P%d\", \"name\": \"Coffee %d\", \"price\": 1600.00, \"currency\": \"KES\"}"
                            .formatted(i, i));
        }
        return items.append("]}").toString();
    }

    /** A product of the ERP's list; {@code price} is JSON. */
    static String product(String id, String name, String price) {
        return Json.write(Json.object()
                .put("id", id)
                .put("name", name)
                .put("currency", "KES")
                .<ObjectNode>set("price", Json.read(price)));
    }

    /** From now on the ERP lists these. */
    Conversation sells(String... products) {
        erp.put(ErpOperation.LIST_PRODUCTS, request -> ok("{\"items\": [" + String.join(",", products) + "]}"));
        return this;
    }

    static ErpReply ok(String json) {
        return new ErpReply.Ok(Json.read(json));
    }

    Conversation says(String text) {
        return receives(new Content.Text(text));
    }

    /** Taps what was last shown under {@code title}. */
    Conversation taps(String title) {
        return receives(new Content.Tap(idOf(title), title));
    }

    Conversation receives(Content content) {
        saidBefore = allReplies.size();
        return happens(new Event.Received(message(content)));
    }

    /** Time passes, and the conversation is woken. */
    Conversation passes(Duration time) {
        now = now.plus(time);
        saidBefore = allReplies.size();
        return happens(new Event.TimePassed());
    }

    Conversation happens(Event event) {
        session = Session.fromJson(session.toJson());
        listener.accept(session, event);
        Turn turn = engine.advance(session, event, world().with(orders.tapped(event)));
        session = turn.session();
        effects = turn.effects();
        allIncidents.addAll(incidents());
        replies().forEach(allReplies::add);
        List<Effect.Call> open = effects.stream()
                .filter(Effect.Call.class::isInstance)
                .map(Effect.Call.class::cast)
                .toList();
        calls.addAll(open);
        Optional<Effect.Fetch> fetch = effects.stream()
                .filter(Effect.Fetch.class::isInstance)
                .map(Effect.Fetch.class::cast)
                .findFirst();
        if (fetch.isPresent()) {
            fetches.add(fetch.get().file());
            return happens(
                    new Event.Fetched(fetch.get().key(), files.apply(fetch.get().file())));
        }
        return open.isEmpty() || !answersCalls ? this : happens(new Event.Answered(answers(open)));
    }

    List<Event.Answer> answers(List<Effect.Call> open) {
        return open.stream()
                .map(call -> {
                    ErpReply reply = erp.get(call.operation()).apply(call.request());
                    orders.ended(call, reply);
                    return new Event.Answer(call.key(), reply);
                })
                .toList();
    }

    World world() {
        return new World(
                now,
                customer,
                available,
                Set.copyOf(hidden),
                Set.copyOf(hidden),
                Map.copyOf(assigned),
                Map.copyOf(assigned),
                charges,
                store,
                null);
    }

    InboundMessage message(Content content) {
        Sender sender = new Sender(customer.phone(), customer.phone() == null ? "US.1" : null, null, customer.name());
        return new InboundMessage(
                "wamid." + messages++, "1", sender, Instant.parse("2026-11-21T10:00:00Z"), null, content);
    }

    List<Reply> replies() {
        return effects.stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).reply())
                .toList();
    }

    Reply lastReply() {
        return allReplies.getLast();
    }

    String lastBody() {
        return body(lastReply());
    }

    static String body(Reply reply) {
        return switch (reply) {
            case Reply.Text text -> text.body();
            case Reply.Buttons buttons -> buttons.body();
            case Reply.Menu menu -> menu.body();
            case Reply.LocationRequest request -> request.body();
            case Reply.ContactRequest request -> request.body();
            case Reply.Template template -> template.name() + template.params();
            case Reply.File file -> file.link();
            case Reply.Location place -> "%s, %s".formatted(place.latitude(), place.longitude());
            case Reply.Contacts contacts -> contacts.cards().getFirst().name();
            case Reply.Reaction reaction -> reaction.emoji();
            case Reply.Link link -> "%s [%s: %s]".formatted(link.body(), link.button(), link.url());
            case Reply.Product product -> "%s [%s]".formatted(product.body(), product.retailerId());
            case Reply.Products products ->
                "%s [%s: %s]"
                        .formatted(
                                products.body(),
                                products.title(),
                                products.shelves().getFirst().retailerIds());
            case Reply.Catalogue catalogue -> catalogue.body();
            case Reply.Form form -> form.body();
        };
    }

    static List<Reply.Option> options(Reply reply) {
        return switch (reply) {
            case Reply.Buttons buttons -> buttons.options();
            case Reply.Menu menu -> menu.options();
            case Reply.Template template -> template.buttons();
            default -> List.of();
        };
    }

    List<String> titles() {
        return options(lastReply()).stream().map(Reply.Option::title).toList();
    }

    String idOf(String title) {
        return options(lastReply()).stream()
                .filter(option -> option.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No option %s in %s".formatted(title, lastReply())))
                .id();
    }

    List<ErpOperation> operations() {
        return calls.stream().map(Effect.Call::operation).toList();
    }

    List<Effect.Call> callsOf(ErpOperation operation) {
        return calls.stream().filter(call -> call.operation() == operation).toList();
    }

    boolean isHandedOver() {
        return session.waiting() instanceof Waiting.HandedOver;
    }

    String handOverReason() {
        return effects.stream()
                .filter(Effect.HandOver.class::isInstance)
                .map(effect -> ((Effect.HandOver) effect).reason())
                .findFirst()
                .orElse("");
    }

    List<Effect.Incident> incidents() {
        return effects.stream()
                .filter(Effect.Incident.class::isInstance)
                .map(Effect.Incident.class::cast)
                .toList();
    }

    /** All that was said since the customer's last message, one line for each message. */
    String bodies() {
        return String.join(
                "\n",
                allReplies.subList(saidBefore, allReplies.size()).stream()
                        .map(Conversation::body)
                        .toList());
    }

    /** An order of {@code qty} Coffee 1 up to the summary. */
    Conversation toSummary(int qty) {
        return says("order")
                .taps("Coffee 1")
                .says(String.valueOf(qty))
                .taps("Checkout")
                .says("Beth House, Kasarani, House 16");
    }
}

package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Deadline;
import io.waybill.expression.Json;
import io.waybill.flow.Effect;
import io.waybill.flow.Event;
import io.waybill.flow.FlowEngine;
import io.waybill.flow.Session;
import io.waybill.flow.Turn;
import io.waybill.flow.Waiting;
import io.waybill.flow.World;
import io.waybill.message.CardNumbers;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import io.waybill.message.Reply;
import io.waybill.message.Sender;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.Recipient;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One customer's conversation with the real engine. Nothing moves but by an input: not the clock, not the ERP; the same setup and
 * inputs give the same bytes.
 */
public final class Simulation {

    /** More rounds with the ERP than any sensible turn has. */
    private static final int MAX_ROUNDS = 100;

    /** More messages than anybody reads, and less than fill the memory. */
    private static final int MAX_MESSAGES = 1_000;

    /** Between two tries of a call that waits for the ERP. */
    private static final Duration QUEUE_PAUSE = Duration.ofSeconds(30);

    private final FlowEngine engine;
    private final Templates templates;
    private final Sample sample;
    private final SampleErp erp;
    private final Set<String> hidden;
    private final SplittableRandom random;
    private final List<ShownMessage> tappable = new ArrayList<>();

    private Setup.Contact contact;
    private Instant now;
    private Session session;
    private @Nullable Instant lastMessageAt;
    private @Nullable Unsettled unsettled;
    private Instant triedAt;
    private Input.@Nullable File sent;
    private Collected collected;

    public Simulation(FlowSet flows, Setup setup) {
        this.engine = new FlowEngine(flows.flows());
        this.templates = flows.templates();
        this.sample = setup.sample();
        this.erp = new SampleErp(sample, setup.faults());
        this.hidden = new HashSet<>(sample.hidden());
        this.random = new SplittableRandom(setup.seed());
        this.contact = setup.contact();
        this.now = setup.start();
        this.triedAt = setup.start();
        this.session = Session.idle(Long.toUnsignedString(random.nextLong(), Character.MAX_RADIX));
        this.collected = new Collected(now);
    }

    /** What {@code input} leads to. */
    public Reaction take(Input input) {
        return reactionTo(input);
    }

    /**
     * The same for flows of strangers; a simulation that ran out of time cannot go on.
     *
     * @throws ImpossibleInput also when it takes longer than {@code limit}
     */
    public Reaction take(Input input, Duration limit) {
        try {
            return Deadline.within(limit, () -> reactionTo(input));
        } catch (Deadline.Passed e) {
            throw new ImpossibleInput("The conversation takes too long to compute.");
        }
    }

    private Reaction reactionTo(Input input) {
        collected = new Collected(now);
        switch (input) {
            case Input.Say(String text) -> receive(new Content.Text(CardNumbers.removed(text)));
            case Input.Tap tap -> receive(tapped(tap));
            case Input.Location place ->
                receive(new Content.Location(place.latitude(), place.longitude(), place.name(), place.address()));
            case Input.Share(String phone) -> receive(shared(phone == null ? ownPhone() : phone));
            case Input.File file -> {
                sent = file;
                receive(media(file));
            }
            case Input.SendCart(List<Input.Item> items) -> receive(cart(items));
            case Input.Wait(Duration time) -> pass(time);
            case Input.Break(Fault fault) -> erp.fail(fault);
            case Input.Mend(ErpOperation operation) -> erp.mend(operation);
            case Input.Price(String product, BigDecimal price) -> erp.price(product, price);
            case Input.Stock(String product, BigDecimal left) -> erp.stock(product, left);
            case Input.Payment(String status) -> {
                erp.payment(status);
                stored();
                settle(advance(new Event.PaymentTold()));
            }
            case Input.Hide(String product) -> hidden.add(product);
            case Input.Show(String product) -> hidden.remove(product);
        }
        return collected.reaction();
    }

    public Session session() {
        return session;
    }

    /** The simulated time. */
    public Instant now() {
        return now;
    }

    // The customer

    private void receive(Content content) {
        String phone = contact.phone();
        Sender sender = new Sender(phone, contact.userId(), null, contact.name());
        String wamid = "wamid." + Long.toHexString(random.nextLong());
        lastMessageAt = now;
        stored();
        settle(advance(new Event.Received(new InboundMessage(wamid, "1", sender, now, null, content))));
    }

    /** Between two turns a session is text. */
    private void stored() {
        session = Session.fromJson(session.toJson());
    }

    private Content tapped(Input.Tap tap) {
        if (tap.back() >= tappable.size()) {
            throw new ImpossibleInput(
                    tappable.isEmpty()
                            ? "There is no message with options to tap."
                            : "There are only %d messages with options.".formatted(tappable.size()));
        }
        ShownMessage message = tappable.get(tappable.size() - 1 - tap.back());
        ShownMessage.Option option = option(message, tap.option());
        return message.template() == null
                ? new Content.Tap(option.id(), option.title())
                : new Content.QuickReply(option.id(), option.title());
    }

    private static ShownMessage.Option option(ShownMessage message, String wanted) {
        List<ShownMessage.Option> options = message.options();
        for (ShownMessage.Option option : options) {
            if (option.title().equals(wanted)) {
                return option;
            }
        }
        for (ShownMessage.Option option : options) {
            if (option.id().equals(wanted) || option.id().endsWith('.' + wanted)) {
                return option;
            }
        }
        if (wanted.matches("[1-9]|10") && Integer.parseInt(wanted) <= options.size()) {
            return options.get(Integer.parseInt(wanted) - 1);
        }
        throw new ImpossibleInput("There is no option \"%s\" to tap; there are %s."
                .formatted(
                        wanted,
                        String.join(
                                ", ",
                                options.stream()
                                        .map(option -> '"' + option.title() + '"')
                                        .toList())));
    }

    private static Content cart(List<Input.Item> items) {
        return new Content.CatalogueCart(
                "catalogue",
                null,
                items.stream()
                        .map(item -> new Content.CatalogueItem(
                                item.product(),
                                BigDecimal.valueOf(item.qty()),
                                item.price(),
                                item.price() == null ? null : "KES"))
                        .toList());
    }

    private Content shared(String phone) {
        return new Content.SharedContacts(
                List.of(new Content.SharedContact(contact.name(), List.of(phone), phone)), true);
    }

    private String ownPhone() {
        return contact.phone() == null ? Setup.Contact.PHONE : contact.phone();
    }

    private Content media(Input.File file) {
        Content.MediaKind kind = file.mime().startsWith("image/")
                ? Content.MediaKind.IMAGE
                : file.mime().startsWith("audio/")
                        ? Content.MediaKind.AUDIO
                        : file.mime().startsWith("video/") ? Content.MediaKind.VIDEO : Content.MediaKind.DOCUMENT;
        String id = Long.toUnsignedString(random.nextLong());
        return new Content.Media(kind, id, file.mime(), null, file.caption(), file.filename());
    }

    // The clock

    private void pass(Duration time) {
        Instant until = now.plus(time);
        for (Instant due = due(); due != null && !due.isAfter(until); due = due()) {
            now = due.isAfter(now) ? due : now;
            stored();
            wake();
        }
        now = until;
    }

    /** When something happens by itself. */
    private @Nullable Instant due() {
        return switch (session.waiting()) {
            case Waiting.Checking checking when unsettled != null -> unsettled.next();
            case Waiting.Queued queued -> triedAt.plus(QUEUE_PAUSE);
            default -> session.wakesAt().orElse(null);
        };
    }

    private void wake() {
        if (session.waiting() instanceof Waiting.Checking) {
            settleUnknown();
            return;
        }
        if (session.waiting() instanceof Waiting.Queued) {
            triedAt = now;
            settle(advance(new Event.TimePassed()));
            return;
        }
        Optional<Instant> due = session.wakesAt();
        settle(advance(new Event.TimePassed()));
        if (session.wakesAt().equals(due)) {
            throw new IllegalStateException("The session is not done with what was due at %s.".formatted(due));
        }
    }

    // The ERP

    private Turn advance(Event event) {
        Deadline.check();
        World.Customer customer = new World.Customer(
                1, contact.userId(), contact.phone(), contact.name(), contact.language(), contact.lastOrder());
        return engine.advance(
                session,
                event,
                new World(
                        now,
                        customer,
                        sample.available(),
                        Set.copyOf(hidden),
                        Set.copyOf(hidden),
                        sample.assigned(),
                        sample.delivery(),
                        sample.store()));
    }

    private void settle(Turn first) {
        Turn turn = first;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            show(turn);
            Optional<Effect.Fetch> fetch = turn.effects().stream()
                    .filter(Effect.Fetch.class::isInstance)
                    .map(Effect.Fetch.class::cast)
                    .findFirst();
            if (fetch.isPresent()) {
                turn = advance(new Event.Fetched(
                        fetch.get().key(),
                        SampleFiles.fetch(
                                Objects.requireNonNull(sent), fetch.get().file())));
                continue;
            }
            List<Effect.Call> calls = turn.effects().stream()
                    .filter(Effect.Call.class::isInstance)
                    .map(Effect.Call.class::cast)
                    .toList();
            if (calls.isEmpty()) {
                return;
            }
            turn = advance(new Event.Answered(calls.stream().map(this::ask).toList()));
        }
        throw new ImpossibleInput(
                "The flow asked the ERP %d times without a question to the customer: it runs in a circle."
                        .formatted(MAX_ROUNDS));
    }

    private Event.Answer ask(Effect.Call call) {
        ErpReply reply = erp.call(call.operation(), call.request(), call.key());
        called(call, reply);
        if (call.operation().writes() && reply instanceof ErpReply.Unknown) {
            unsettled = new Unsettled(call, now).again(now);
        }
        return new Event.Answer(call.key(), reply);
    }

    private void called(Effect.Call call, ErpReply reply) {
        String outcome = reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        collected.calls.add(new Reaction.Called(call.operation(), call.request(), outcome));
        if (call.operation() == ErpOperation.CREATE_ORDER && reply instanceof ErpReply.Ok(JsonNode body)) {
            contact = new Setup.Contact(
                    contact.phone(),
                    contact.userId(),
                    contact.name(),
                    contact.language(),
                    new World.OrderReference(
                            body.path("external_order_id").asText(),
                            body.path("order_number").asText(null)));
        }
    }

    /** As the ledger does it: the same key again where the ERP honours it, else a person decides. */
    private void settleUnknown() {
        Unsettled open = unsettled;
        if (open == null) {
            return;
        }
        Effect.Call call = open.call();
        if (!sample.keyed() || !open.since().plus(Unsettled.PATIENCE).isAfter(now)) {
            unsettled = null;
            settle(advance(new Event.GivenUp(
                    call.key(), "It is not known whether the ERP executed %s.".formatted(call.operation()))));
            return;
        }
        ErpReply answer = erp.call(call.operation(), call.request(), call.key());
        ErpReply reply = answer instanceof ErpReply.Down(String reason) ? new ErpReply.Unknown(reason) : answer;
        called(call, reply);
        unsettled = reply instanceof ErpReply.Unknown ? open.again(now) : null;
        settle(advance(new Event.Answered(List.of(new Event.Answer(call.key(), reply)))));
    }

    // The phone

    private void show(Turn turn) {
        session = turn.session();
        learn();
        for (Effect effect : turn.effects()) {
            switch (effect) {
                case Effect.Send(Reply reply) -> show(reply);
                case Effect.Unmatched unmatched -> collected.unmatched.add(unmatched.text());
                case Effect.HandOver(String reason) -> collected.handOver = reason;
                case Effect.Incident(String where, String what) -> collected.incidents.add(where + ": " + what);
                case Effect.Call call -> {}
                case Effect.Fetch fetch -> {}
            }
        }
    }

    /** A number shared by WhatsApp's own button, or a name given, is known of the contact from then on. */
    private void learn() {
        JsonNode learned = session.variables().path("contact");
        String phone = contact.phone() == null ? learned.path("phone").textValue() : contact.phone();
        String name = contact.name() == null ? learned.path("name").textValue() : contact.name();
        contact = new Setup.Contact(phone, contact.userId(), name, contact.language(), contact.lastOrder());
    }

    private void show(Reply reply) {
        Recipient to = new Recipient(contact.phone(), contact.userId());
        boolean open = CustomerServiceWindow.open(lastMessageAt, now);
        switch (MessagePayload.render(reply, to, open, templates)) {
            case RenderResult.WindowClosed closed ->
                collected.incidents.add(
                        "reply: not sent, the customer wrote more than 24 hours ago and this is no template.");
            case RenderResult.Messages rendered -> {
                List<JsonNode> payloads = payloads(rendered);
                List<JsonNode> seen = open || !(reply instanceof Reply.Template)
                        ? payloads
                        : payloads((RenderResult.Messages) MessagePayload.render(reply, to, true, templates));
                for (int i = 0; i < payloads.size(); i++) {
                    show(new ShownMessage(
                            payloads.get(i), seen.get(Math.min(i, seen.size() - 1)), collected.passed(now)));
                }
            }
        }
    }

    private void show(ShownMessage message) {
        if (collected.messages.size() == MAX_MESSAGES) {
            throw new ImpossibleInput(
                    "The flow sent %d messages without a word of the customer.".formatted(MAX_MESSAGES));
        }
        collected.messages.add(message);
        if (!message.options().isEmpty()) {
            tappable.add(message);
        }
    }

    private static List<JsonNode> payloads(RenderResult.Messages rendered) {
        return rendered.messages().stream()
                .map(message -> Json.read(message.json()))
                .toList();
    }

    /** A write whose end is not known, and when it is asked about next. */
    private record Unsettled(Effect.Call call, Instant since, int attempts, Instant next) {

        static final Duration PATIENCE = Duration.ofHours(24);
        private static final List<Duration> PAUSES = List.of(
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                Duration.ofSeconds(8),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5));

        Unsettled(Effect.Call call, Instant since) {
            this(call, since, 0, since);
        }

        Unsettled again(Instant now) {
            Duration pause = PAUSES.get(Math.min(attempts, PAUSES.size() - 1));
            return new Unsettled(call, since, attempts + 1, now.plus(pause));
        }
    }

    /** What an input has led to so far. */
    private static final class Collected {

        private final Instant begin;
        private final List<ShownMessage> messages = new ArrayList<>();
        private final List<Reaction.Called> calls = new ArrayList<>();
        private final List<String> incidents = new ArrayList<>();
        private final List<String> unmatched = new ArrayList<>();
        private @Nullable String handOver;

        Collected(Instant begin) {
            this.begin = begin;
        }

        Duration passed(Instant now) {
            return Duration.between(begin, now);
        }

        Reaction reaction() {
            return new Reaction(messages, calls, handOver, incidents, unmatched);
        }
    }
}

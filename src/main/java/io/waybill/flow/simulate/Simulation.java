package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Deadline;
import io.waybill.flow.Effect;
import io.waybill.flow.Event;
import io.waybill.flow.FlowEngine;
import io.waybill.flow.ReplyId;
import io.waybill.flow.Session;
import io.waybill.flow.Turn;
import io.waybill.flow.Waiting;
import io.waybill.flow.World;
import io.waybill.message.CardNumbers;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import io.waybill.message.Reply;
import io.waybill.message.Sender;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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

    /** Between two tries of a call that waits for the ERP. */
    private static final Duration QUEUE_PAUSE = Duration.ofSeconds(30);

    private final FlowEngine engine;
    private final Sample sample;
    private final SampleErp erp;
    private final SampleLedger ledger;
    private final Customer customer;
    private final Phone phone;
    private final Set<String> hidden;
    private final SplittableRandom random;

    private Instant now;
    private Session session;
    private Instant triedAt;
    private Input.@Nullable File sent;
    private final SampleOrders orders;
    private Collected collected;

    public Simulation(FlowSet flows, Setup setup) {
        this.engine = new FlowEngine(flows.flows());
        this.sample = setup.sample();
        this.erp = new SampleErp(sample, setup.faults());
        this.orders = new SampleOrders(sample.orders());
        this.ledger = new SampleLedger(erp, sample.keyed(), this::called);
        this.customer = new Customer(setup.contact());
        this.phone = new Phone(flows.templates());
        this.hidden = new HashSet<>(sample.hidden());
        this.random = new SplittableRandom(setup.seed());
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
            case Input.Tap tap -> receive(phone.tapped(tap));
            case Input.Location place ->
                receive(new Content.Location(place.latitude(), place.longitude(), place.name(), place.address()));
            case Input.Share(String number) -> receive(customer.shared(number));
            case Input.File file -> {
                sent = file;
                receive(Customer.media(file, Long.toUnsignedString(random.nextLong())));
            }
            case Input.SendCart(List<Input.Item> items) -> receive(Customer.cart(items));
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
            case Input.Feedback(String choice) ->
                receive(new Content.Tap(orders.buttonOfLast(ReplyId.FEEDBACK, choice), choice));
            case Input.Order(String choice) ->
                receive(new Content.Tap(orders.buttonOfLast(ReplyId.ORDER, choice), choice));
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
        Sender sender = customer.sender();
        String wamid = "wamid." + Long.toHexString(random.nextLong());
        phone.wrote(now);
        stored();
        settle(advance(new Event.Received(new InboundMessage(wamid, "1", sender, now, null, content))));
    }

    /** Between two turns a session is text. */
    private void stored() {
        session = Session.fromJson(session.toJson());
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
            case Waiting.Checking checking -> ledger.due().or(session::wakesAt).orElse(null);
            case Waiting.Queued queued -> triedAt.plus(QUEUE_PAUSE);
            default -> session.wakesAt().orElse(null);
        };
    }

    private void wake() {
        if (session.waiting() instanceof Waiting.Checking) {
            ledger.settled(now).ifPresent(event -> settle(advance(event)));
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
        return engine.advance(
                session,
                event,
                new World(
                        now,
                        customer.known(),
                        sample.available(),
                        Set.copyOf(hidden),
                        Set.copyOf(hidden),
                        sample.assigned(),
                        sample.assigned(),
                        sample.delivery(),
                        sample.store(),
                        orders.tapped(event)));
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
            turn = advance(new Event.Answered(
                    calls.stream().map(call -> ledger.ask(call, now)).toList()));
        }
        throw new ImpossibleInput(
                "The flow asked the ERP %d times without a question to the customer: it runs in a circle."
                        .formatted(MAX_ROUNDS));
    }

    private void called(Effect.Call call, ErpReply reply) {
        collected.called(call, reply);
        orders.ended(call, reply);
        if (call.operation() == ErpOperation.CREATE_ORDER && reply instanceof ErpReply.Ok(JsonNode body)) {
            customer.ordered(body);
        }
    }

    // The phone

    private void show(Turn turn) {
        session = turn.session();
        customer.learn(session.variables().path("contact"));
        for (Effect effect : turn.effects()) {
            switch (effect) {
                case Effect.Send(Reply reply) -> phone.show(reply, customer.recipient(), now, collected);
                case Effect.Unmatched unmatched -> collected.unmatched(unmatched.text());
                case Effect.HandOver(String reason) -> collected.handedOver(reason);
                case Effect.Incident(String where, String what) -> collected.incident(where, what);
                case Effect.Result result -> {
                    collected.result(result.kind(), result.values());
                    orders.came(result);
                }
                case Effect.Call call -> {}
                case Effect.Fetch fetch -> {}
            }
        }
    }
}

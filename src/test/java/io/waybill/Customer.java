package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.far.CustomerMessage;
import io.waybill.far.FakeGraph;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import io.waybill.far.MetaEnvelope.Inbound;
import io.waybill.far.MetaEnvelope.Sender;
import io.waybill.far.SignedWebhook;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with a phone: writes by signed webhooks, reads what Graph accepted for them. */
final class Customer {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sender sender;
    private final FakeGraph graph;
    private final SignedWebhook meta;
    private final AtomicInteger written = new AtomicInteger();
    private String address;
    private int heard;
    private GraphMessage last;

    private Customer(Sender sender, FakeGraph graph, SignedWebhook meta) {
        this.sender = sender;
        this.graph = graph;
        this.meta = meta;
        this.address = sender.waId() == null ? sender.userId() : "+" + sender.waId();
    }

    static Customer named(String name, FakeGraph graph, SignedWebhook meta) {
        return new Customer(new Sender(nextNumber(), name, null), graph, meta);
    }

    static Customer inFrance(String name, FakeGraph graph, SignedWebhook meta) {
        return new Customer(new Sender(nextNumber().replaceFirst("2547110", "336123"), name, null), graph, meta);
    }

    /** Known to us by user id alone. */
    static Customer withHiddenNumber(String name, FakeGraph graph, SignedWebhook meta) {
        return new Customer(new Sender(null, name, "KE.9" + nextNumber()), graph, meta);
    }

    /** The same person at another gateway, which knows what was said so far. */
    Customer at(SignedWebhook other) {
        Customer moved = new Customer(sender, graph, other);
        moved.heard = heard;
        moved.last = last;
        moved.written.set(written.get());
        return moved;
    }

    /** The same person as WhatsApp shows them from now on; digits without plus, or a user id, or both. */
    Customer seenAs(String waId, String userId) {
        Customer seen = new Customer(new Sender(waId, sender.name(), userId), graph, meta);
        seen.heard = seen.address.equals(address) ? heard : 0;
        seen.last = last;
        seen.written.set(written.get());
        return seen;
    }

    static String nextNumber() {
        return "2547110%05d".formatted(COUNT.incrementAndGet());
    }

    /** What stands in {@code contact_identity}. */
    String identity() {
        return sender.waId() == null ? sender.userId() : "+" + sender.waId();
    }

    /** Taps the button that shares the number, which is where we reach them from then on. */
    Customer sharesTheirNumber() throws IOException {
        String waId = nextNumber();
        var cards = Json.MAPPER.createArrayNode();
        var card = cards.addObject();
        card.put("origin", "contact_request").putObject("name").put("formatted_name", sender.name());
        card.putArray("phones").addObject().put("phone", "+" + waId).put("wa_id", waId);
        sends(new CustomerMessage("contacts", cards));
        address = "+" + waId;
        heard = 0;
        return this;
    }

    /** Where Graph delivers to: a phone number with plus, or a user id. */
    String address() {
        return address;
    }

    Sender sender() {
        return sender;
    }

    Customer says(String text) throws IOException {
        return sends(CustomerMessage.text(text));
    }

    Customer taps(String title) throws IOException {
        GraphMessage.Option option = last.options().stream()
                .filter(offered -> offered.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No %s among %s".formatted(title, last.options())));
        return sends(CustomerMessage.tap(option));
    }

    Customer sends(CustomerMessage message) throws IOException {
        graph.wrote(address, Instant.now());
        assertThat(meta.post(next(message))).isEqualTo(200);
        return this;
    }

    /** A message not yet posted. */
    Inbound next(CustomerMessage message) {
        return new Inbound(
                sender,
                "wamid.%s.%d".formatted(identity().substring(1), written.incrementAndGet()),
                Instant.now().getEpochSecond(),
                last == null ? null : last.wamid(),
                message);
    }

    /** Waits for the next message, which must contain {@code part}. */
    GraphMessage hears(String part) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> received().size() > heard);
        last = received().get(heard++);
        assertThat(last.text()).contains(part);
        return last;
    }

    /** What the last message heard offers. */
    List<GraphMessage.Option> lastOptions() {
        return last.options();
    }

    /** Waits for messages until there are {@code count} of them in all. */
    Customer hearsUntil(int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> received().size() >= count);
        heard = count;
        last = received().get(count - 1);
        return this;
    }

    List<GraphMessage> received() {
        return graph.messagesTo(address);
    }

    /** Orders one of the first product; ends at the question to confirm. */
    Customer comesToTheSummary() throws IOException {
        says("order").hears("What would you like to order?");
        sends(CustomerMessage.tap(last.options().getFirst())).hears("How many");
        says("1").hears("Your cart");
        taps("Checkout").hears("Where should we deliver?");
        says("Beth House, 12 Garden Street, house 5").hears("Please check your order");
        return this;
    }

    /** Confirms the order and its payment; the number of the order. */
    String confirms() throws IOException {
        taps("Confirm");
        return confirmsPayment();
    }

    /** The shop asks to confirm the payment of the order it has made. */
    String confirmsPayment() throws IOException {
        hears("");
        sends(
                last.options().isEmpty()
                        ? CustomerMessage.templateButton("Confirm", "Confirm")
                        : CustomerMessage.tap(last.options().getFirst()));
        return hears("Thank you").text().replaceFirst("(?s).*Order (\\S+) is .*", "$1");
    }
}

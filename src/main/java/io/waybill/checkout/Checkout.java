package io.waybill.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.checkout.Placement.Outcome;
import io.waybill.checkout.Placement.Step;
import io.waybill.checkout.Placements.Kept;
import io.waybill.checkout.Placements.Post;
import io.waybill.inbox.Contact;
import io.waybill.inbox.Contacts;
import io.waybill.inbox.Inbox;
import io.waybill.inbox.ShortWait;
import io.waybill.order.NewOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes orders that others make for customers: each key once, kept before the ERP is asked, made by whoever works on the customer. */
final class Checkout {

    private final Placements placements;
    private final Quotes quotes;
    private final CodRule cod;
    private final Contacts contacts;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Supplier<String> ids;
    private final Supplier<String> codes;
    private final Clock clock;

    Checkout(
            Placements placements,
            Quotes quotes,
            CodRule cod,
            Contacts contacts,
            Inbox inbox,
            TransactionTemplate transaction,
            ObjectMapper json,
            Supplier<String> ids,
            Supplier<String> codes,
            Clock clock) {
        this.placements = placements;
        this.quotes = quotes;
        this.cod = cod;
        this.contacts = contacts;
        this.inbox = inbox;
        this.transaction = transaction;
        this.json = json;
        this.ids = ids;
        this.codes = codes;
        this.clock = clock;
    }

    /** The same key came with another order. */
    static final class OtherOrder extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherOrder() {
            super("This Idempotency-Key came with another order before: every order has a key of its own.");
        }
    }

    /**
     * The order under this key, made now unless it was before; it may still be on its way to the ERP.
     *
     * @param by who posts it
     * @throws Unfit when it cannot be ordered; nothing is kept then
     * @throws OtherTotal when the ERP's prices come to another total than the body's
     * @throws OtherOrder when the key came with another body
     */
    Placement place(Buyer buyer, OrderBody body, NewOrder.Source source, String by, String key) {
        Post post = new Post(by, key, hash(buyer, body));
        Optional<Kept> before = placements.under(post).map(kept -> same(kept, post));
        if (before.isPresent() && before.get().placement().outcome() != Outcome.DOWN) {
            return await(before.get().placement().id());
        }
        Wanted wanted = wanted(buyer, body);
        String id;
        if (before.isPresent()) {
            id = before.get().placement().id();
            placements.again(id, wanted);
        } else {
            id = keep(buyer, wanted, source, post);
        }
        inbox.alert();
        return await(id);
    }

    private static Kept same(Kept kept, Post post) {
        if (!kept.hash().equals(post.hash())) {
            throw new OtherOrder();
        }
        return kept;
    }

    private Wanted wanted(Buyer buyer, OrderBody body) {
        boolean asks = body.asksToConfirm();
        if (asks) {
            cod.problem(buyer.phoneNumberId()).ifPresent(problem -> {
                throw Unfit.wrong(problem);
            });
        }
        Wanted.Address address = body.place();
        String note = body.said();
        Quote quote = quotes.of(body.wishes(), body.isPickup());
        boolean otherCurrency = body.currency() != null && !body.currency().equals(quote.currency());
        if (otherCurrency) {
            throw Unfit.wrong("The ERP's prices are in %s, not in %s.".formatted(quote.currency(), body.currency()));
        }
        if (body.total() != null && body.total().compareTo(quote.total()) != 0) {
            throw new OtherTotal(body.total(), quote);
        }
        return new Wanted(
                buyer.phone(),
                buyer.name(),
                buyer.language(),
                quote,
                address,
                note,
                body.isPickup(),
                asks,
                body.otherNumber());
    }

    /** The id under which it is kept, by us or by whoever was quicker. */
    private String keep(Buyer buyer, Wanted wanted, NewOrder.Source source, Post post) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            Placement placement = new Placement(
                    Placement.id(ids.get()),
                    contact(buyer),
                    source,
                    wanted,
                    Outcome.PENDING,
                    Step.CUSTOMER,
                    1,
                    null,
                    null,
                    null,
                    codes.get(),
                    clock.instant(),
                    null);
            return placements.add(placement, post)
                    ? placement.id()
                    : same(placements.under(post).orElseThrow(), post)
                            .placement()
                            .id();
        }));
    }

    /** A name that WhatsApp shows later takes the place of this one. */
    private long contact(Buyer buyer) {
        if (buyer.contactId() != null) {
            return buyer.contactId();
        }
        Contact contact = contacts.at(buyer.phoneNumberId(), buyer.phone());
        return (contact.name() == null ? contacts.learn(contact, null, buyer.name()) : contact).id();
    }

    private Placement await(String id) {
        return ShortWait.until(
                placement -> placement.outcome().isOver(),
                () -> placements.find(id).orElseThrow());
    }

    private String hash(Buyer buyer, OrderBody body) {
        try {
            byte[] text = (buyer.contactId() + " " + json.writeValueAsString(body)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("An order could not be told from others.", e);
        }
    }
}

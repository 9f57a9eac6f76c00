package io.waybill.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.catalog.Catalog;
import io.waybill.checkout.Placement;
import io.waybill.delivery.DeliveryBands;
import io.waybill.desk.Desk;
import io.waybill.erp.Attempt;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpReply;
import io.waybill.flow.CartText;
import io.waybill.flow.ReplyId;
import io.waybill.flow.Session;
import io.waybill.flow.Waiting;
import io.waybill.flow.World;
import io.waybill.flow.replay.TurnRecorder;
import io.waybill.inbox.Claim;
import io.waybill.inbox.Claim.OrderReference;
import io.waybill.inbox.Claims;
import io.waybill.inbox.Contact;
import io.waybill.inbox.Contacts;
import io.waybill.inbox.PaymentCallbacks;
import io.waybill.inbox.Source;
import io.waybill.job.HiddenJobs;
import io.waybill.job.JobFlows;
import io.waybill.media.CustomerFiles;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import io.waybill.message.Referral;
import io.waybill.order.OrderNews;
import io.waybill.revision.PublishedFlows;
import io.waybill.whatsapp.CloudApi;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.Recipient;
import io.waybill.whatsapp.Templates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** All that {@link ContactWork} and its turns work with. */
record Surroundings(
        Claims claims,
        Contacts contacts,
        PublishedFlows flows,
        ErpGateway erp,
        Reads reads,
        CustomerFiles files,
        Catalog catalog,
        HiddenJobs hiddenJobs,
        JobFlows jobFlows,
        DeliveryBands delivery,
        Stores stores,
        Templates templates,
        Ledger ledger,
        LedgerDoubts doubts,
        PaymentCallbacks payments,
        StaffActions staff,
        Placing placing,
        Desk desk,
        Carts carts,
        ChatOrders chatOrders,
        Orders orders,
        AskedAbout asked,
        OrderNews news,
        Resolution resolution,
        TurnWriter turns,
        JournalWords words,
        TurnRecorder recorder,
        ConversationMeters meters,
        ObjectMapper json,
        Sessions sessions,
        TransactionTemplate transaction,
        CloudApi whatsApp,
        Duration typingAfter,
        Duration longestSilence,
        Duration staffPause,
        Clock clock) {

    /** Meta redelivers for at most seven days: a message that claims to be older has a wrong clock. */
    private static final Duration LONGEST_REDELIVERY = Duration.ofDays(8);

    private static final Pattern RATING = Pattern.compile("[0-9]|10");

    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(5);

    Instant now() {
        return clock.instant();
    }

    Duration pauseAfterTrouble() {
        return PAUSE_AFTER_TROUBLE;
    }

    /** That of a customer whose message is taken up now. */
    Patience patience(InboundMessage message) {
        return Patience.of(
                typingAfter,
                () -> Thread.ofVirtual()
                        .name("typing")
                        .start(() -> whatsApp.markRead(message.phoneNumberId(), message.id(), true)),
                longestSilence);
    }

    /** When the customer wrote, for the customer service window. */
    Instant windowTime(Claim.Pending pending) {
        Instant sentAt = pending.message().sentAt();
        return sentAt.isBefore(pending.receivedAt().minus(LONGEST_REDELIVERY)) ? pending.receivedAt() : sentAt;
    }

    boolean windowOpen(@Nullable Instant lastMessageAt) {
        return lastMessageAt != null && CustomerServiceWindow.open(lastMessageAt, now());
    }

    Recipient recipient(Contact contact) {
        return new Recipient(contact.phone(), contact.userId());
    }

    World facts(Contact contact, @Nullable OrderReference lastOrder, @Nullable Source source) {
        return new World(
                now(),
                new World.Customer(
                        contact.id(),
                        contact.userId(),
                        contact.phone(),
                        contact.name(),
                        HomeLanguage.of(contact),
                        lastOrder == null
                                ? null
                                : new World.OrderReference(lastOrder.externalOrderId(), lastOrder.orderNumber()),
                        source == null ? null : source(source.referral())),
                stores.seen(erp.available()),
                catalog.hidden(),
                hiddenJobs.ids(),
                catalog.assignedFlows(),
                jobFlows.byJob(),
                delivery.charges(),
                stores.of(contact.phoneNumberId()),
                null);
    }

    private static World.Source source(Referral referral) {
        return new World.Source(referral.sourceType(), referral.sourceId(), referral.headline(), referral.sourceUrl());
    }

    /**
     * The order that the message is a tap about, whose link led here, or that it rates; almost none is, and only then the database is asked.
     *
     * @param waiting what the session waits for
     * @param lastMessageAt when the customer wrote before
     */
    World.@Nullable TappedOrder tapped(
            Contact contact, InboundMessage message, Waiting waiting, @Nullable Instant lastMessageAt) {
        Content content = message.content();
        if (mayRate(content, waiting)) {
            return flows.isAbout(ReplyId.FEEDBACK)
                    ? asked.unanswered(contact.id(), lastMessageAt).orElse(null)
                    : null;
        }
        return ReplyId.feedbackIn(content)
                .flatMap(order -> asked.order(contact.id(), order))
                .or(() -> ReplyId.orderIn(content).flatMap(order -> orders.tapped(contact.id(), order)))
                .or(() -> CartText.codeOfOrder(content)
                        .flatMap(placing.placements()::byCode)
                        .map(placement -> linked(contact, placement)))
                .orElse(null);
    }

    /** A number while a question stands is an answer to that. */
    static boolean mayRate(Content content, Waiting waiting) {
        return waiting.asksNothing()
                && content instanceof Content.Text(String body)
                && RATING.matcher(body.strip()).matches();
    }

    /** Who has the link may look at the order; what more is said of it depends on whose it is. */
    private World.TappedOrder linked(Contact contact, Placement placement) {
        Placement.Made order = Objects.requireNonNull(placement.order());
        String language = placement.wanted().language();
        String spoken = Objects.requireNonNullElse(language == null ? HomeLanguage.of(contact) : language, "en");
        // The same person at another number of ours is somebody else: what they did there would not be found here.
        boolean own = placement.contactId() == contact.id();
        World.OrderLink link = new World.OrderLink(
                own
                        ? placement.wanted().summaryForCustomer(spoken)
                        : placement.wanted().summary(spoken),
                own,
                language);
        Optional<World.TappedOrder> known = orders.tapped(placement.contactId(), order.externalOrderId());
        return new World.TappedOrder(
                known.map(World.TappedOrder::reference)
                        .orElseGet(() -> new World.OrderReference(order.externalOrderId(), order.orderNumber())),
                placement.wanted().quote().total(),
                placement.wanted().quote().currency(),
                known.map(World.TappedOrder::settled).orElse(null),
                link,
                null,
                known.map(World.TappedOrder::stage).orElse(null));
    }

    /** A number shared by WhatsApp's own button, or a name given, is known of the contact from then on. */
    Contact withWhatFlowLearned(Contact contact, Session session) {
        JsonNode learned = session.variables().path("contact");
        String phone = contact.phone() == null ? learned.path("phone").textValue() : null;
        String name = contact.name() == null ? learned.path("name").textValue() : null;
        return phone == null && name == null
                ? contact
                : Objects.requireNonNull(transaction.execute(status -> contacts.learn(contact, phone, name)));
    }

    ObjectNode request(Ledger.Entry entry) {
        return read(entry, entry.request());
    }

    /** A try of a write, which goes on where an earlier one stopped. */
    Attempt attempt(Ledger.Entry entry, Attempt.Kind kind) {
        return new Attempt(
                entry.key(),
                kind,
                entry.steps() == null ? json.createObjectNode() : read(entry, entry.steps()),
                finished -> ledger.progress(entry.contactId(), entry.key(), finished.toString()));
    }

    /** What a person found in the ERP about a write, as the ERP's reply; empty when nobody has looked. */
    Optional<ErpReply> decided(Ledger.Entry entry) {
        return doubts.decision(entry.contactId(), entry.key()).map(decision -> {
            ObjectNode found = read(entry, decision);
            return found.path("executed").booleanValue()
                    ? new ErpReply.Ok(found.path("answer"))
                    : new ErpReply.Down("A person found that the ERP has not executed it.");
        });
    }

    private ObjectNode read(Ledger.Entry entry, String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The ledger's row %s is not readable.".formatted(entry.key()), e);
        }
    }
}

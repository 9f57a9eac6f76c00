package io.waybill.flow;

import io.waybill.delivery.DeliveryCharges;
import io.waybill.erp.ErpOperation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts a turn may look at beside its session; all read-only, so that a turn can be replayed.
 *
 * @param available operations the active ERP profile has
 * @param hiddenProducts external product ids that are switched off for WhatsApp
 * @param hiddenJobs external job ids that are switched off for WhatsApp
 * @param assignedFlows external product id to the flow that sells it; all others are sold by the flow they are listed in
 * @param jobFlows external job id to the flow by which people apply for it; for all others by the flow they are listed in
 * @param tapped the order that the customer's tap, or the link they came by, names, or that a number they wrote rates; null: none of theirs
 */
public record World(
        Instant now,
        Customer customer,
        Set<ErpOperation> available,
        Set<String> hiddenProducts,
        Set<String> hiddenJobs,
        Map<String, String> assignedFlows,
        Map<String, String> jobFlows,
        DeliveryCharges delivery,
        Store store,
        @Nullable TappedOrder tapped) {

    /** What our own word for the status of an order is called, beside the ERP's {@code status}. */
    public static final String STAGE = "stage";

    /** The same when the customer taps on something about {@code order}. */
    public World with(@Nullable TappedOrder order) {
        return new World(
                now, customer, available, hiddenProducts, hiddenJobs, assignedFlows, jobFlows, delivery, store, order);
    }

    /**
     * The business, as far as flows speak of it.
     *
     * @param modes how customers get what they order: {@code delivery}, {@code pickup}, or both
     * @param pickupAddress where they fetch it
     * @param confirmed what confirms an order: the customer on delivery ({@code cod}), the payment, or {@code staff}
     * @param reserveMinutes how long goods are held during checkout; null: they are not
     * @param catalogId Meta's id of the WhatsApp catalogue; null: there is none
     * @param flows those that customers of this number of ours can start; none: all
     */
    public record Store(
            @Nullable String name,
            List<String> modes,
            @Nullable String pickupAddress,
            String confirmed,
            @Nullable Long reserveMinutes,
            @Nullable String catalogId,
            Set<String> flows) {

        /** One that delivers. */
        public static final Store DELIVERS = new Store(null, List.of("delivery"), null, "cod", null, null, Set.of());

        /** The same, of which customers can start flows with {@code ids} only; none: all. */
        public Store offering(Set<String> ids) {
            return ids.equals(flows)
                    ? this
                    : new Store(name, modes, pickupAddress, confirmed, reserveMinutes, catalogId, ids);
        }

        public Store {
            modes = List.copyOf(modes);
            flows = Set.copyOf(flows);
        }
    }

    /** The flow that is assigned to row {@code id} of {@code list}; null: none is. */
    @Nullable
    String assigned(@Nullable ErpOperation list, String id) {
        return switch (list) {
            case LIST_PRODUCTS -> assignedFlows.get(id);
            case LIST_JOBS -> jobFlows.get(id);
            case null, default -> null;
        };
    }

    /** Ids that are switched off among the rows of {@code list}; null: of no list of the ERP. */
    Set<String> hidden(@Nullable ErpOperation list) {
        return switch (list) {
            case LIST_PRODUCTS -> hiddenProducts;
            case LIST_JOBS -> hiddenJobs;
            case null, default -> Set.of();
        };
    }

    /**
     * The contact we talk to.
     *
     * @param phone E.164 with plus; only from WhatsApp itself, never typed
     * @param language as far as their number tells, BCP 47, e.g. {@code en}; null: it does not
     * @param lastOrder the latest order the ERP took from this contact
     * @param source what led them here last; null: nothing that Meta tells of
     */
    public record Customer(
            long contactId,
            @Nullable String userId,
            @Nullable String phone,
            @Nullable String name,
            @Nullable String language,
            @Nullable OrderReference lastOrder,
            @Nullable Source source) {

        /** One who came by themselves. */
        public Customer(
                long contactId,
                @Nullable String userId,
                @Nullable String phone,
                @Nullable String name,
                @Nullable String language,
                @Nullable OrderReference lastOrder) {
            this(contactId, userId, phone, name, language, lastOrder, null);
        }
    }

    /**
     * An advertisement or post of ours, as Meta names it.
     *
     * @param type {@code ad} or {@code post}
     */
    public record Source(
            @Nullable String type,
            @Nullable String id,
            @Nullable String headline,
            @Nullable String url) {}

    /**
     * An order of this customer's.
     *
     * @param total as they confirmed it
     * @param settled CONFIRM_ORDER or CANCEL_ORDER, which the ERP has done last; null: neither
     * @param link that led to it; null: a tap did
     * @param rating what they have said of it, from 0 to 10; null: nothing
     * @param stage our word for its status, as far as it is known here; null: not at all
     */
    public record TappedOrder(
            OrderReference reference,
            @Nullable BigDecimal total,
            @Nullable String currency,
            @Nullable ErpOperation settled,
            @Nullable OrderLink link,
            @Nullable Integer rating,
            @Nullable String stage) {

        public TappedOrder(
                OrderReference reference,
                @Nullable BigDecimal total,
                @Nullable String currency,
                @Nullable ErpOperation settled,
                @Nullable OrderLink link,
                @Nullable Integer rating) {
            this(reference, total, currency, settled, link, rating, null);
        }

        /** One that was tapped on, and that nobody was asked about. */
        public TappedOrder(
                OrderReference reference,
                @Nullable BigDecimal total,
                @Nullable String currency,
                @Nullable ErpOperation settled) {
            this(reference, total, currency, settled, null, null);
        }

        /** The same as they rate it. */
        public TappedOrder rated(int score) {
            return new TappedOrder(reference, total, currency, settled, link, score, stage);
        }
    }

    /**
     * A link to the chat of an order that was made elsewhere.
     *
     * @param text what was ordered and what it costs, in lines
     * @param own whether the order is of the number that chats: who only has the link may look at it
     * @param language that whoever made the order says the customer speaks; null: nobody said
     */
    public record OrderLink(
            String text, boolean own, @Nullable String language) {}

    /** An order by the ERP's key and by the number people use. */
    public record OrderReference(
            String externalOrderId, @Nullable String orderNumber) {}
}

package io.waybill.flow.simulate;

import io.waybill.erp.ErpOperation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happens in a simulated conversation. */
public sealed interface Input {

    /** The customer writes. */
    record Say(String text) implements Input {}

    /**
     * The customer taps an option.
     *
     * @param option its title, its id, or its number in the message, from 1
     * @param back how many messages with options to go back: 0 is the last one
     */
    record Tap(String option, int back) implements Input {}

    /** The customer sends a pin, or a place with a name or an address. */
    record Location(
            BigDecimal latitude,
            BigDecimal longitude,
            @Nullable String name,
            @Nullable String address) implements Input {}

    /** The customer shares a number with WhatsApp's button; null: their own. */
    record Share(@Nullable String phone) implements Input {}

    /**
     * The customer sends a file, which really is what {@code mime} says.
     *
     * @param size in bytes
     * @param lost WhatsApp does not hand it out
     */
    record File(String filename, String mime, @Nullable String caption, long size, boolean lost) implements Input {

        /** Of a page of text. */
        static final long USUAL_SIZE = 48_213;
    }

    /** The customer sends a cart from the WhatsApp catalogue, at the prices the ERP lists. */
    record SendCart(List<Item> items) implements Input {

        public SendCart {
            items = List.copyOf(items);
        }
    }

    /** @param price that WhatsApp showed; null: it showed none */
    record Item(String product, int qty, @Nullable BigDecimal price) {}

    /** Time passes; nothing else moves the clock. */
    record Wait(Duration time) implements Input {}

    /** From now on the ERP fails so. */
    record Break(Fault fault) implements Input {}

    /** The ERP works again; null: for every operation. */
    record Mend(@Nullable ErpOperation operation) implements Input {}

    /** The ERP changes a price; null: the product has none any more. */
    record Price(String product, @Nullable BigDecimal price) implements Input {}

    /** The ERP says how many of a product there are. */
    record Stock(String product, BigDecimal left) implements Input {}

    /**
     * Something happens to the customer's payments, and their provider tells us.
     *
     * @param status what the provider says of them when it is asked, from now on
     */
    record Payment(String status) implements Input {}

    /**
     * The customer was asked to rate their last order, which is none of the flow's doing, and taps this.
     *
     * @param choice a number from 0 to 10, {@code rate} or {@code later}
     */
    record Feedback(String choice) implements Input {}

    /**
     * The customer taps a button under a message about their last order that asks nothing any more.
     *
     * @param choice the id of the button, such as {@code confirm}
     */
    record Order(String choice) implements Input {}

    /** Somebody switches a product or a job off for WhatsApp. */
    record Hide(String product) implements Input {}

    /** Somebody switches a product or a job on again. */
    record Show(String product) implements Input {}
}

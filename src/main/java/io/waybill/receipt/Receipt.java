package io.waybill.receipt;

import io.waybill.media.Picture;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a receipt says; everything that is needed to write it again, byte for byte. */
public sealed interface Receipt {

    Heading heading();

    BigDecimal total();

    /**
     * Of goods.
     *
     * @param delivery what it costs to bring them; null where nothing is said of it
     */
    record Product(
            Heading heading,
            Handover handover,
            List<Line> lines,
            BigDecimal subtotal,
            @Nullable BigDecimal delivery,
            BigDecimal total)
            implements Receipt {

        public Product {
            lines = List.copyOf(lines);
        }
    }

    /** Of work that was done or will be. */
    record Service(Heading heading, List<Work> works, BigDecimal total) implements Receipt {

        public Service {
            works = List.copyOf(works);
        }
    }

    /**
     * What every receipt says.
     *
     * @param number of the order, or of the payment where there is none
     * @param at when it was issued; the file says so too
     * @param zone of the store, in which all times are written
     * @param payment null while nothing is paid
     * @param currency of all amounts, ISO 4217
     * @param language BCP 47
     */
    record Heading(
            String number,
            Instant at,
            ZoneId zone,
            String customer,
            @Nullable Payment payment,
            String currency,
            String language,
            Branding branding) {}

    /**
     * @param method how it was paid, in words for the customer, such as "Mobile money"
     * @param provider its name; null where none took part, as with cash
     * @param reference the provider's
     */
    record Payment(
            @Nullable String method,
            @Nullable String provider,
            @Nullable String reference,
            BigDecimal amount,
            Instant paidAt) {}

    /** How the customer gets the goods. */
    sealed interface Handover {

        /** @param address exactly as the customer wrote it */
        record Delivery(String address) implements Handover {}

        /** @param place null where the store says none */
        record PickUp(@Nullable String place) implements Handover {}
    }

    /**
     * @param options such as size and colour, each as the customer chose it
     * @param minutes of paid time, where the line is a service among goods
     */
    record Line(
            String name,
            List<String> options,
            int quantity,
            BigDecimal unitPrice,
            BigDecimal total,
            @Nullable Picture picture,
            @Nullable Integer minutes) {

        public Line(
                String name,
                List<String> options,
                int quantity,
                BigDecimal unitPrice,
                BigDecimal total,
                @Nullable Picture picture) {
            this(name, options, quantity, unitPrice, total, picture, null);
        }

        public Line {
            options = List.copyOf(options);
        }
    }

    /** @param minutes of paid time; null: nothing is said of it */
    record Work(String description, @Nullable Integer minutes, BigDecimal amount) {}
}

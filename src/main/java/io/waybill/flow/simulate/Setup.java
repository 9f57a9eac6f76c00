package io.waybill.flow.simulate;

import io.waybill.flow.World;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulation begins.
 *
 * @param seed of all ids: the same seed and inputs give the same bytes
 */
public record Setup(Instant start, long seed, Contact contact, Sample sample, List<Fault> faults) {

    /** A Saturday morning in Nairobi. */
    public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    public Setup {
        faults = List.copyOf(faults);
    }

    /** The built-in shop on its usual day, and a customer of it. */
    public static Setup usual() {
        return new Setup(START, 1, Contact.usual(), Sample.shop(), List.of());
    }

    /**
     * Who writes.
     *
     * @param phone null: the number is hidden
     * @param language BCP 47
     * @param source what led them here; null: nothing
     */
    public record Contact(
            @Nullable String phone,
            String userId,
            @Nullable String name,
            String language,
            World.@Nullable OrderReference lastOrder,
            World.@Nullable Source source) {

        static final String PHONE = "+254700000001";

        /** A customer with name and number who writes English and never ordered. */
        public static Contact usual() {
            return new Contact(PHONE, "KE.1000001", "Amina", "en", null, null);
        }
    }
}

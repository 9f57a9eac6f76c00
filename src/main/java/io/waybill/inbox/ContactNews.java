package io.waybill.inbox;

import io.waybill.message.Sender;
import java.time.Instant;

/** What Meta tells about a person beside their messages. */
public sealed interface ContactNews {

    /** They are called otherwise from now on. */
    record Renamed(IdentityChange change) implements ContactNews {}

    /** They want no more marketing, or want it again. */
    record Marketing(String phoneNumberId, Sender person, boolean wanted, Instant at) implements ContactNews {}
}

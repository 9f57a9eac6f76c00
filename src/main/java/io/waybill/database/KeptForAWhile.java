package io.waybill.database;

import java.time.Instant;
import java.util.Optional;

/** Something that may be deleted when it is old enough, said by whoever keeps it. */
public interface KeptForAWhile {

    /** The table. */
    String name();

    /** How many rows could be deleted that are from before then. */
    long count(Instant before);

    /** When the oldest row is from that could be deleted and is from before then; empty: there is none. */
    Optional<Instant> oldest(Instant before);

    /** Deletes up to so many of the rows between these times, in a transaction of its own; how many it were. */
    int delete(Instant from, Instant before, int most);
}

package io.waybill.numbers;

import io.waybill.outbox.Period;
import java.util.List;
import java.util.Set;

/** One of the reports that there are. */
interface Report {

    /** As it is asked for. */
    String name();

    /** What it can be told by, beside in total. */
    Set<String> groupings();

    /** @param by one of {@link #groupings}, or empty: in total */
    Table of(Period period, String by);

    /**
     * Records of one kind, whose components are the columns.
     *
     * @param query that made them, for those who want to know exactly
     */
    record Table(Class<? extends Record> kind, List<? extends Record> rows, String query) {}
}

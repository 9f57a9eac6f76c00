package io.waybill.database;

import java.util.List;

/**
 * Something that is kept of people, said by whoever keeps it: how it is handed out to them, and how it is deleted. What reports count
 * stays: rows, their times and their kinds.
 */
public interface KeptOfPeople {

    /** The table, or what else it is called. */
    String name();

    /** All of it, each row a JSON object. */
    List<String> of(List<Long> contacts);

    /** In the caller's transaction; how many rows are others now, or gone. */
    int erase(List<Long> contacts);
}

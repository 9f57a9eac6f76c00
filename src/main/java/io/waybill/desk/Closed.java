package io.waybill.desk;

import java.time.Instant;

/**
 * What a customer who waits for a person is told while it is closed.
 *
 * @param since when these closed hours began: they are told of once
 */
public record Closed(Instant since, String text) {}

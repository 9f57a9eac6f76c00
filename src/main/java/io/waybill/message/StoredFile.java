package io.waybill.message;

/**
 * A file of a customer that is kept, without its bytes.
 *
 * @param id our own name for it: random, and nothing of the customer's
 * @param filename fit to be shown, ending as {@code mime} does
 * @param mime what its bytes say it is
 * @param sha256 of its bytes, hex
 */
public record StoredFile(String id, String filename, String mime, long size, String sha256) {}

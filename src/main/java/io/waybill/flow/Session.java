package io.waybill.flow;

/** Where one customer stands in one flow. */
public record Session(String id) {}

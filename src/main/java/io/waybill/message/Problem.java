package io.waybill.message;

import org.jspecify.annotations.Nullable;

/** An error as Meta words it; decide on {@code code}, show {@code details}. */
public record Problem(
        int code, @Nullable String title, @Nullable String details) {}

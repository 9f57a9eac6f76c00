package io.waybill.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Days of the store, the first and the last included. */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

    private static final int MOST_DAYS = 400;

    /** Without a last day until today, without a first one from the first of that month on. */
    public static Period of(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone, Instant now) {
        return of(from, to, zone, now, last -> last.withDayOfMonth(1));
    }

    /** @param usual the first day where none is named, by the last one */
    public static Period of(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            ZoneId zone,
            Instant now,
            UnaryOperator<LocalDate> usual) {
        LocalDate last = to == null ? LocalDate.ofInstant(now, zone) : to;
        LocalDate first = from == null ? usual.apply(last) : from;
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "\"from\" is a day not after \"to\", and at most %d days before it; asked for was %s to %s."
                            .formatted(MOST_DAYS, first, last));
        }
        return new Period(first, last, zone);
    }

    /** Its first moment. */
    public OffsetDateTime begin() {
        return from.atStartOfDay(zone).toOffsetDateTime();
    }

    /** The first moment that is not in it any more. */
    public OffsetDateTime end() {
        return to.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }
}

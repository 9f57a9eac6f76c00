package io.waybill.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The paid time of one line of an order.
 *
 * @param line of the order, from 0
 * @param startedAt null: nobody has replied yet
 * @param expiresAt null: it has not begun
 * @param askedAt when the customer was last asked to renew
 * @param closedAt when a person put an end to it, or to the hold that its end is
 */
record ServiceSession(
        long id,
        String externalOrderId,
        int line,
        long contactId,
        String externalProductId,
        String productName,
        int paidMinutes,
        Instant readyAt,
        @Nullable Instant startedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant askedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closeReason,
        @Nullable String phoneNumberId,
        @Nullable String orderNumber) {

    static final String COLUMNS = """
            s.id, s.external_order_id, s.line, s.contact_id, s.external_product_id, s.product_name, s.paid_minutes, s.ready_at, s.started_at,
                s.expires_at, s.asked_at, s.closed_at, s.closed_by, s.close_reason,
                (select k.phone_number_id from contact k where k.id = s.contact_id) as phone_number_id,
                (select r.order_number from order_reference r where r.external_order_id = s.external_order_id) as order_number
            """;

    /** Where it stands, by the clock. */
    enum State {
        READY("s.started_at is null and s.closed_at is null"),
        ACTIVE(
                "s.started_at is not null and s.ended_told_at is null and s.closed_at is null and s.expires_at > cast(:now as timestamptz)"),
        EXPIRED("s.expires_at <= cast(:now as timestamptz) and s.closed_at is null"),
        CLOSED("s.closed_at is not null");

        private final String condition;

        State(String condition) {
            this.condition = condition;
        }

        /** As it stands in answers. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What rows of this state {@code s} fulfil. */
        String condition() {
            return condition;
        }

        static Optional<State> of(String key) {
            return Arrays.stream(values())
                    .filter(state -> state.key().equals(key))
                    .findFirst();
        }
    }

    State state(Instant now) {
        if (closedAt != null) {
            return State.CLOSED;
        }
        if (expiresAt == null) {
            return State.READY;
        }
        return expiresAt.isAfter(now) ? State.ACTIVE : State.EXPIRED;
    }

    /** What is left of the paid time; nothing of what is over or closed. */
    Duration remaining(Instant now) {
        return switch (state(now)) {
            case READY -> Duration.ofMinutes(paidMinutes);
            case ACTIVE -> Duration.between(now, expiresAt);
            case EXPIRED, CLOSED -> Duration.ZERO;
        };
    }

    static ServiceSession row(ResultSet row, int n) throws SQLException {
        return new ServiceSession(
                row.getLong("id"),
                row.getString("external_order_id"),
                row.getInt("line"),
                row.getLong("contact_id"),
                row.getString("external_product_id"),
                row.getString("product_name"),
                row.getInt("paid_minutes"),
                row.getTimestamp("ready_at").toInstant(),
                time(row, "started_at"),
                time(row, "expires_at"),
                time(row, "asked_at"),
                time(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("close_reason"),
                row.getString("phone_number_id"),
                row.getString("order_number"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}

package io.waybill.outbox;

import io.waybill.message.DeliveryStatus;
import io.waybill.message.Pricing;
import io.waybill.message.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what statuses say of messages, in any order and in the caller's transaction; one that comes before its message waits for it. */
final class Statuses {

    private final JdbcClient jdbc;
    private final FollowUps followUps;

    Statuses(JdbcClient jdbc, FollowUps followUps) {
        this.jdbc = jdbc;
        this.followUps = followUps;
    }

    void apply(List<DeliveryStatus> statuses) {
        if (statuses.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with s as (
                            select * from unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::int[], ?::text[], ?::bigint[], ?::bigint[],
                                    ?::text[], ?::text[], ?::text[], ?::boolean[])
                                as s (wamid, state, rank, at, code, error, contact, id, category, type, country, billable)
                        ), target as (
                            select s.*, o.contact_id as tc, o.id as ti from s join outbox o on o.contact_id = s.contact and o.id = s.id
                            union all
                            select s.*, o.contact_id as tc, o.id as ti from s join outbox o on o.wamid = s.wamid where s.contact is null
                        ), best as (
                            select distinct on (tc, ti) *,
                                to_timestamp(min(at) filter (where state = 'delivered') over message / 1000.0) as delivered,
                                to_timestamp(min(at) filter (where state in ('read', 'played')) over message / 1000.0) as read,
                                to_timestamp(min(at) filter (where state = 'failed') over message / 1000.0) as failed,
                                first_value(category) over priced as priced_category, first_value(type) over priced as priced_type,
                                first_value(country) over priced as priced_country, first_value(billable) over priced as priced_billable,
                                first_value(at) over priced as priced
                            from target
                            window message as (partition by tc, ti), priced as (partition by tc, ti order by category is null, at, rank)
                            order by tc, ti, rank desc
                        ), updated as (
                            update outbox o
                            set wamid = coalesce(o.wamid, b.wamid),
                                state = case when o.state in ('queued', 'ambiguous') then 'sent' else o.state end,
                                sent_at = coalesce(o.sent_at, to_timestamp(b.at / 1000.0)),
                                delivered_at = coalesce(o.delivered_at, b.delivered),
                                read_at = coalesce(o.read_at, b.read),
                                failed_at = coalesce(o.failed_at, b.failed),
                                delivery = case when b.rank > o.delivery_rank then b.state else o.delivery end,
                                delivery_rank = greatest(o.delivery_rank, b.rank),
                                error_code = case when b.rank > o.delivery_rank then coalesce(b.code, o.error_code) else o.error_code end,
                                error = case when b.rank > o.delivery_rank then coalesce(b.error, o.error) else o.error end,
                                price_category = case when o.priced_at is null then b.priced_category else o.price_category end,
                                price_type = case when o.priced_at is null then b.priced_type else o.price_type end,
                                price_country = case when o.priced_at is null then b.priced_country else o.price_country end,
                                billable = case when o.priced_at is null then b.priced_billable else o.billable end,
                                priced_at = case when o.priced_at is null and b.priced_category is not null
                                    then to_timestamp(b.priced / 1000.0) else o.priced_at end
                            from best b where o.contact_id = b.tc and o.id = b.ti
                        )
                        insert into early_status (wamid, state, at, error_code, error, price_category, price_type, price_country, billable)
                        select s.wamid, s.state, to_timestamp(s.at / 1000.0), s.code, s.error, s.category, s.type, s.country, s.billable
                        from s where not exists (select 1 from target t where t.wamid = s.wamid)
                        on conflict do nothing
                        """)
                .param(Columns.texts(statuses, DeliveryStatus::messageId))
                .param(Columns.texts(statuses, DeliveryStatus::state))
                .param(Columns.ints(statuses, status -> rank(status.state())))
                .param(Columns.longs(statuses, status -> status.at().toEpochMilli()))
                .param(Columns.ints(
                        statuses, status -> problem(status).map(Problem::code).orElse(null)))
                .param(Columns.texts(
                        statuses,
                        status -> problem(status).map(Problem::details).orElse(null)))
                .param(Columns.longs(statuses, status -> callback(status, 0)))
                .param(Columns.longs(statuses, status -> callback(status, 1)))
                .param(Columns.texts(statuses, status -> priced(status, Pricing::category)))
                .param(Columns.texts(statuses, status -> priced(status, Pricing::type)))
                .param(Columns.texts(statuses, status -> priced(status, Pricing::country)))
                .param(Columns.booleans(statuses, status -> priced(status, Pricing::billable)))
                .update();
        afterFailures(statuses.stream()
                .filter(status -> status.state().equals("failed"))
                .toList());
    }

    /** Applies what came before the messages of these ids were marked. */
    void applyEarly(String[] wamids) {
        apply(jdbc.sql("delete from early_status where wamid = any(?::text[]) returning *")
                .param(wamids)
                .query(Statuses::early)
                .list());
    }

    private static DeliveryStatus early(ResultSet row, int n) throws SQLException {
        String category = row.getString("price_category");
        return new DeliveryStatus(
                row.getString("wamid"),
                row.getString("state"),
                row.getTimestamp("at").toInstant(),
                null,
                row.getObject("error_code") == null
                        ? List.of()
                        : List.of(new Problem(row.getInt("error_code"), null, row.getString("error"))),
                category == null
                        ? null
                        : new Pricing(
                                category,
                                row.getString("price_type"),
                                row.getBoolean("billable"),
                                row.getString("price_country")));
    }

    /** Rare: keeps each failure once, and sees to what goes in the place of the message. */
    private void afterFailures(List<DeliveryStatus> failed) {
        if (failed.isEmpty()) {
            return;
        }
        List<Reason> reasons = failed.stream()
                .map(status -> problem(status).map(Reason::of).orElseGet(() -> Reason.ours("Meta gives no reason.")))
                .toList();
        List<FollowUps.Key> keys = jdbc.sql("""
                        with s as (
                            select * from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::text[], ?::text[])
                                as s (wamid, contact, id, at, code, details, advice)
                        ), target as (
                            select s.*, o.contact_id as tc, o.id as ti from s join outbox o on o.contact_id = s.contact and o.id = s.id
                            union all
                            select s.*, o.contact_id as tc, o.id as ti from s join outbox o on o.wamid = s.wamid where s.contact is null
                        ), kept as (
                            insert into outbox_attempt (contact_id, id, at, outcome, code, details, advice)
                            select tc, ti, to_timestamp(at / 1000.0), 'failed-status', code, details, advice from target
                            on conflict (contact_id, id) where outcome = 'failed-status' do nothing
                        )
                        select distinct tc, ti from target
                        """)
                .param(Columns.texts(failed, DeliveryStatus::messageId))
                .param(Columns.longs(failed, status -> callback(status, 0)))
                .param(Columns.longs(failed, status -> callback(status, 1)))
                .param(Columns.longs(failed, status -> status.at().toEpochMilli()))
                .param(Columns.ints(reasons, Reason::code))
                .param(Columns.texts(reasons, Reason::details))
                .param(Columns.texts(reasons, Reason::advice))
                .query((row, n) -> new FollowUps.Key(row.getLong("tc"), row.getLong("ti")))
                .list();
        followUps.after(keys, null);
    }

    private static Optional<Problem> problem(DeliveryStatus status) {
        return status.problems().stream().findFirst();
    }

    private static <T> @Nullable T priced(DeliveryStatus status, Function<Pricing, T> part) {
        return status.pricing() == null ? null : part.apply(status.pricing());
    }

    /** Later ranks win; delivered beats failed, because several devices may answer differently (Meta). */
    static int rank(String state) {
        return switch (state) {
            case "sent" -> 1;
            case "failed" -> 2;
            case "delivered" -> 3;
            case "read" -> 4;
            case "played" -> 5;
            default -> 0;
        };
    }

    static @Nullable Long callback(DeliveryStatus status, int part) {
        String data = status.callbackData();
        if (data == null || !data.matches("\\d{1,18}\\.\\d{1,18}")) {
            return null;
        }
        return Long.valueOf(data.split("\\.")[part]);
    }
}

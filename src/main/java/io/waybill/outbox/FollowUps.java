package io.waybill.outbox;

import io.waybill.whatsapp.ReopenTemplate;
import io.waybill.whatsapp.StoredMessage;
import io.waybill.whatsapp.WireMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What goes in the place of a message that Meta refused: the words of a file it does not take, or the template that asks the customer
 * to write again. Once for a message, and the template once until the customer writes.
 */
final class FollowUps {

    static final int WINDOW_CLOSED = 131047;
    private static final Set<Integer> FILE_REFUSED = Set.of(131053, 131052, 100);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReopenTemplate reopen;
    private final Recipients recipients;

    FollowUps(JdbcClient jdbc, Clock clock, ReopenTemplate reopen, Recipients recipients) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.reopen = reopen;
        this.recipients = recipients;
    }

    /** False for nearly all. */
    static boolean canFollow(@Nullable Integer code) {
        return code != null && (code == WINDOW_CLOSED || FILE_REFUSED.contains(code));
    }

    /**
     * Keeps what goes in the place of those that were refused so, in the caller's transaction.
     *
     * @param node has them in memory from then on; null: they wait to be claimed
     */
    List<OutboxMessage> after(Collection<Key> keys, @Nullable Integer node) {
        List<Refused> refused = refused(keys);
        List<FollowUp> followUps = new ArrayList<>(reopening(refused));
        refused.stream()
                .filter(one -> FILE_REFUSED.contains(one.code()))
                .forEach(one -> one.stored().captionAlone().ifPresent(text -> followUps.add(one.followedBy(text))));
        return followUps.isEmpty() ? List.of() : add(followUps, node);
    }

    private List<Refused> refused(Collection<Key> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select o.contact_id, o.id, o.phone_number_id, o.trace, o.payload, o.error_code, o.created_at
                        from unnest(?::bigint[], ?::bigint[]) as k (contact_id, id) join outbox o using (contact_id, id)
                        where o.error_code = any(?::int[]) and (o.state = 'dead' or o.delivery = 'failed')
                        order by o.id
                        """)
                        .param(Columns.longs(keys, Key::contactId))
                        .param(Columns.longs(keys, Key::id))
                        .param(codes())
                        .query((row, n) -> new Refused(
                                row.getLong("contact_id"),
                                row.getLong("id"),
                                row.getString("phone_number_id"),
                                row.getString("trace"),
                                StoredMessage.read(row.getString("payload")),
                                row.getInt("error_code"),
                                row.getTimestamp("created_at").toInstant()))
                        .list();
    }

    private static Integer[] codes() {
        List<Integer> codes = new ArrayList<>(FILE_REFUSED);
        codes.add(WINDOW_CLOSED);
        return codes.toArray(Integer[]::new);
    }

    private List<FollowUp> reopening(List<Refused> refused) {
        Map<Long, Refused> byContact = refused.stream()
                .filter(one -> one.code() == WINDOW_CLOSED && !one.stored().isTemplate())
                .collect(Collectors.toMap(Refused::contactId, Function.identity(), (first, later) -> first));
        if (byContact.isEmpty() || !reopen.isConfigured()) {
            return List.of();
        }
        List<Recipients.Known> known = recipients.hold(byContact.keySet()).stream()
                .filter(contact ->
                        contact.silentSince(byContact.get(contact.contactId()).createdAt()))
                .toList();
        Set<Long> asked = asked(known);
        List<FollowUp> followUps = new ArrayList<>();
        for (Recipients.Known contact : known) {
            Refused one = byContact.get(contact.contactId());
            if (!asked.contains(contact.contactId())) {
                reopen.to(one.stored().to(), contact.language())
                        .ifPresent(template -> followUps.add(one.followedBy(template)));
            }
        }
        return followUps;
    }

    /** Those who were asked to write again and have not. */
    private Set<Long> asked(List<Recipients.Known> known) {
        return Set.copyOf(jdbc.sql("""
                        select distinct k.contact_id
                        from unnest(?::bigint[], ?::bigint[]) as k (contact_id, wrote)
                        join outbox f on f.contact_id = k.contact_id and f.follows is not null
                        join outbox o on o.contact_id = f.contact_id and o.id = f.follows
                        where o.error_code = ? and (k.wrote is null or f.created_at >= to_timestamp(k.wrote / 1000.0))
                        """)
                .param(Columns.longs(known, Recipients.Known::contactId))
                .param(Columns.longs(
                        known,
                        contact -> contact.lastMessageAt() == null
                                ? null
                                : contact.lastMessageAt().toEpochMilli()))
                .param(WINDOW_CLOSED)
                .query(Long.class)
                .list());
    }

    private List<OutboxMessage> add(List<FollowUp> followUps, @Nullable Integer node) {
        double now = Columns.seconds(clock.instant());
        return jdbc.sql("""
                        insert into outbox (contact_id, phone_number_id, trace, payload, next_attempt_at, created_at, node, follows)
                        select contact_id, phone_number_id, trace, payload, to_timestamp(?), to_timestamp(?), ?::int, follows
                        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                            as f (contact_id, phone_number_id, trace, payload, follows)
                        on conflict (contact_id, follows) where follows is not null do nothing
                        returning contact_id, id, phone_number_id, trace, payload, follows
                        """)
                .params(now, now, node)
                .param(Columns.longs(followUps, f -> f.refused().contactId()))
                .param(Columns.texts(followUps, f -> f.refused().phoneNumberId()))
                .param(Columns.texts(followUps, f -> f.refused().trace()))
                .param(Columns.texts(followUps, f -> f.message().json()))
                .param(Columns.longs(followUps, f -> f.refused().id()))
                .query((row, n) -> OutboxMessage.fresh(
                        row.getLong("contact_id"),
                        row.getLong("id"),
                        row.getString("phone_number_id"),
                        row.getString("trace"),
                        row.getString("payload"),
                        row.getLong("follows")))
                .list();
    }

    /** Of a message; its text is what people and the log call it. */
    record Key(long contactId, long id) {

        private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

        /** Empty for what is no name of a message. */
        static Optional<Key> of(String text) {
            Matcher form = FORM.matcher(text);
            return form.matches()
                    ? Optional.of(new Key(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return contactId + "." + id;
        }
    }

    private record Refused(
            long contactId,
            long id,
            String phoneNumberId,
            String trace,
            StoredMessage stored,
            int code,
            Instant createdAt) {

        FollowUp followedBy(WireMessage message) {
            return new FollowUp(this, message);
        }
    }

    private record FollowUp(Refused refused, WireMessage message) {}
}

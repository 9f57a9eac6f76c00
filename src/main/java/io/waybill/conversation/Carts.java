package io.waybill.conversation;

import io.waybill.flow.Cart;
import io.waybill.flow.Session;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps which customers have a cart that is not ordered, and when something is to be done about it: one reminder, and in the end it is
 * thrown away. The rows are the schedule, so that nodes share the work; what is done is marked in the commit that does it.
 */
final class Carts {

    /** A reminder that comes much later than it should, after an outage or a change of settings, is none. */
    private static final Duration LATEST = Duration.ofDays(1);

    private static final Duration LATER = Duration.ofDays(1);

    /** Who was handed out and not seen to, since a write of theirs is being settled, comes again after so long. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** When the customer was last seen. */
    private static final String LAST = "greatest(v.last_message_at, c.changed_at)";

    /** Whether the customer is still to be reminded, once it is time. */
    private static final String REMINDS =
            ":reminds and c.reminded_at is null and k.marketing_stopped_at is null and " + LAST + " > :tooLate";

    private static final String ROWS =
            "from open_cart c join conversation v on v.contact_id = c.contact_id join contact k on k.id = c.contact_id";

    private final JdbcClient jdbc;
    private final CartSettings settings;
    private final Clock clock;

    Carts(JdbcClient jdbc, CartSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is to be done about a cart now. */
    enum Stage {
        QUIET,
        REMIND,
        DROP
    }

    /**
     * @param lines different products; 0: there is no cart any more; null: it is as it was
     * @param reminded from now on its customer was
     */
    record Change(long contactId, @Nullable Integer lines, boolean reminded) {

        static Change reminded(long contactId) {
            return new Change(contactId, null, true);
        }

        /** Nothing could be done about it now. */
        static Change putOff(long contactId) {
            return new Change(contactId, null, false);
        }

        static Change gone(long contactId) {
            return new Change(contactId, 0, false);
        }
    }

    /** What becomes of the cart from one session to the next; empty: nothing. */
    static Optional<Change> change(long contactId, Session before, Session after) {
        Cart was = open(before);
        Cart is = open(after);
        return was == is || was.equals(is)
                ? Optional.empty()
                : Optional.of(new Change(contactId, is.lines().size(), false));
    }

    /** False where somebody else saw to the cart: an erasure, or a merge that kept another one. */
    static boolean hasOpen(Session session) {
        return !open(session).lines().isEmpty();
    }

    /** The one that is not ordered, also while the customer does something else beside it. */
    private static Cart open(Session session) {
        if (!session.cart().lines().isEmpty() && !session.cart().submitted()) {
            return session.cart();
        }
        return session.beside() == null ? Cart.empty() : open(session.beside());
    }

    /** In the caller's transaction; a cart stays the same one until it is empty or ordered. */
    void save(List<Change> changes) {
        marked(changes.stream().filter(change -> change.lines() == null).toList());
        filled(changes.stream()
                .filter(change -> change.lines() != null && change.lines() > 0)
                .toList());
        gone(changes.stream()
                .filter(change -> Objects.equals(change.lines(), 0))
                .toList());
    }

    private void marked(List<Change> changes) {
        if (!changes.isEmpty()) {
            jdbc.sql("""
                            update open_cart c
                            set reminded_at = case when m.reminded then cast(:now as timestamptz) else c.reminded_at end, look_at = :later
                            from unnest(cast(:contacts as bigint[]), cast(:reminded as boolean[])) as m (contact_id, reminded)
                            where c.contact_id = m.contact_id
                            """)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("later", Timestamp.from(clock.instant().plus(LATER)))
                    .param("contacts", contacts(changes))
                    .param("reminded", changes.stream().map(Change::reminded).toArray(Boolean[]::new))
                    .update();
        }
    }

    private void filled(List<Change> changes) {
        if (!changes.isEmpty()) {
            Duration first = Objects.requireNonNullElse(settings.remindAfter(), settings.keep());
            jdbc.sql("""
                            insert into open_cart as c (contact_id, lines, since, changed_at, look_at)
                            select contact_id, lines, :now, :now, :look
                            from unnest(cast(:contacts as bigint[]), cast(:lines as int[])) as f (contact_id, lines)
                            on conflict (contact_id) do update
                            set lines = excluded.lines, changed_at = excluded.changed_at, look_at = excluded.look_at
                            """)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("look", Timestamp.from(clock.instant().plus(first)))
                    .param("contacts", contacts(changes))
                    .param("lines", changes.stream().map(Change::lines).toArray(Integer[]::new))
                    .update();
        }
    }

    private void gone(List<Change> changes) {
        if (!changes.isEmpty()) {
            jdbc.sql("delete from open_cart where contact_id = any(?)")
                    .param(contacts(changes))
                    .update();
        }
    }

    /** Contacts about whose cart something is to be done, and that nobody works on. */
    List<Long> due(int limit) {
        if (limit <= 0 || !anythingToLookAt()) {
            return List.of();
        }
        putOff();
        return jdbc.sql("""
                        update open_cart set look_at = :again
                        where contact_id in (
                            select c.contact_id from open_cart c join conversation v on v.contact_id = c.contact_id
                            where c.look_at <= :now and v.lease_until < :now order by c.look_at limit :limit for update of c skip locked)
                        returning contact_id
                        """)
                .param("again", Timestamp.from(clock.instant().plus(AGAIN)))
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private boolean anythingToLookAt() {
        return jdbc.sql("select exists (select 1 from open_cart where look_at <= ?)")
                .param(Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Whoever has written meanwhile has all the time again; what is much too late to be said is not said any more. */
    private void putOff() {
        Instant now = clock.instant();
        Duration remind = settings.remindAfter();
        jdbc.sql("""
                        with looked as (
                            select c.contact_id, %s as reminds, %s as last %s
                            where c.look_at <= :now order by c.contact_id for update of c skip locked)
                        update open_cart c
                        set reminded_at = case when l.reminds then null else coalesce(c.reminded_at, cast(:now as timestamptz)) end,
                            look_at = case when l.reminds then l.last + cast(:remind as interval) else greatest(c.look_at, l.last + cast(:keep as interval)) end
                        from looked l where l.contact_id = c.contact_id
                        """.formatted(REMINDS, LAST, ROWS))
                .param("reminds", remind != null)
                .param("tooLate", tooLate(now))
                .param("now", Timestamp.from(now))
                .param("remind", seconds(remind == null ? settings.keep() : remind))
                .param("keep", seconds(settings.keep()))
                .update();
    }

    private Timestamp tooLate(Instant now) {
        return Timestamp.from(now.minus(Objects.requireNonNullElse(settings.remindAfter(), Duration.ZERO))
                .minus(LATEST));
    }

    /** What is to be done now about the cart of this contact, who is claimed. */
    Stage stage(long contactId) {
        Instant now = clock.instant();
        return jdbc.sql("select %s as reminds, %s as last %s where c.contact_id = :contact and c.look_at <= :again"
                        .formatted(REMINDS, LAST, ROWS))
                .param("reminds", settings.remindAfter() != null)
                .param("tooLate", tooLate(now))
                .param("contact", contactId)
                .param("again", Timestamp.from(now.plus(AGAIN)))
                .query((row, n) -> stage(
                        row.getBoolean("reminds"), row.getTimestamp("last").toInstant(), now))
                .optional()
                .orElse(Stage.QUIET);
    }

    private Stage stage(boolean reminds, Instant last, Instant now) {
        if (!now.isBefore(last.plus(settings.keep()))) {
            return Stage.DROP;
        }
        Duration remind = settings.remindAfter();
        return reminds && remind != null && !now.isBefore(last.plus(remind)) ? Stage.REMIND : Stage.QUIET;
    }

    /** What is sent outside of the 24 hours; empty: nothing. */
    Optional<Reply> reminder(String language) {
        return Optional.ofNullable(settings.template())
                .map(name -> new Reply.Template(
                        name,
                        language,
                        List.of(),
                        List.of(new Reply.Option(Content.QuickReply.GO_ON, "Continue", null))));
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    void move(long from, long to) {
        jdbc.sql(
                        "update open_cart set contact_id = ? where contact_id = ? and not exists (select 1 from open_cart where contact_id = ?)")
                .params(to, from, to)
                .update();
        jdbc.sql("delete from open_cart where contact_id = ?").param(from).update();
    }

    private static Long[] contacts(List<Change> changes) {
        return changes.stream().map(Change::contactId).toArray(Long[]::new);
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " seconds";
    }
}

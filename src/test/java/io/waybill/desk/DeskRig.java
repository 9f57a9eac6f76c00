package io.waybill.desk;

import io.waybill.SettableClock;
import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.database.TestDatabase;
import io.waybill.desk.AssignmentLog.Kind;
import io.waybill.order.NewOrder;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A desk on a database of its own. Any number of them share one, as nodes do. */
final class DeskRig {

    static final Map<DayOfWeek, String> OFFICE = Map.of(
            DayOfWeek.MONDAY, "08:00-17:00",
            DayOfWeek.TUESDAY, "08:00-17:00",
            DayOfWeek.WEDNESDAY, "08:00-17:00",
            DayOfWeek.THURSDAY, "08:00-17:00",
            DayOfWeek.FRIDAY, "08:00-17:00");

    final TestDatabase database;
    final SettableClock clock;
    final DeskSettings settings;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final Chats chats;
    final Availability people;
    final AssignmentLog log;
    final Alerts alerts;
    final Dealing dealing;
    final Supplier<DeskRules> rules;
    final Desk desk;

    DeskRig(TestDatabase database, SettableClock clock, DeskSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings.usable();
        this.jdbc = database.jdbc();
        this.transaction = database.transaction();
        this.chats = new Chats(jdbc);
        this.people = new Availability(jdbc, settings::awayAfter, clock);
        this.log = new AssignmentLog(jdbc, clock);
        this.alerts = new Alerts(jdbc, clock);
        DeskRules set = DeskRules.of(settings, ZoneId.of("UTC"));
        this.rules = () -> set;
        this.dealing = new Dealing(chats, people, log, alerts, rules);
        this.desk = new Desk(chats, log, dealing, rules);
    }

    static DeskRig inTurn() {
        return new DeskRig(
                TestDatabase.migrated(),
                SettableClock.atNoon(),
                settings(DeskSettings.Assign.ROUND_ROBIN, Map.of(), Map.of()));
    }

    static DeskSettings settings(
            DeskSettings.Assign assign, Map<String, DeskSettings.TeamSettings> teams, Map<DayOfWeek, String> hours) {
        return new DeskSettings(
                assign,
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                teams,
                null,
                hours,
                List.of(),
                Map.of(),
                LocalTime.of(8, 0));
    }

    static DeskSettings.TeamSettings team(Set<String> members, Set<String> flows, Duration sla) {
        return new DeskSettings.TeamSettings(members, Set.of(), flows, sla);
    }

    void available(String... names) {
        for (String name : names) {
            people.say(name, List.of("ADMIN"), true);
        }
    }

    /** An order of this contact, in a commit of its own; whose it is. */
    Optional<String> order(long contact, String id) {
        return transaction.execute(tx -> {
            dealing.hold(contact);
            return dealing.begun(new NewOrder(
                    id, null, null, contact, NewOrder.Source.API, "pending", BigDecimal.TEN, "KES", clock.instant()));
        });
    }

    void hears(ChatNews... news) {
        transaction.executeWithoutResult(tx -> desk.hear(List.of(news), List.of()));
    }

    /** The customer waits for a person from now on. */
    void waits(long contact, String flow) {
        hears(new ChatNews.Waits(contact, clock.instant(), flow, "They asked for one.", null));
    }

    /** How many transactions wait for another. */
    int blocked() {
        return jdbc.sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }

    List<AssignmentLog.AssignmentChange> history(Kind kind, String subject) {
        return log.of(kind, subject);
    }

    List<String> unassigned() {
        return ids(WaitingChats.unassigned(jdbc));
    }

    List<String> unanswered() {
        return ids(WaitingChats.unanswered(jdbc));
    }

    private List<String> ids(AttentionCategory category) {
        List<AttentionItem> items = category.items(clock.instant(), null, 100);
        if (items.size() != category.count(clock.instant())) {
            throw new AssertionError("The list is not as long as it says.");
        }
        return items.stream().map(AttentionItem::id).toList();
    }
}

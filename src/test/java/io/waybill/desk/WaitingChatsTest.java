package io.waybill.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import io.waybill.database.TestDatabase;
import io.waybill.desk.DeskSettings.Assign;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers who wait for a person, at an office that is open on weekdays from eight to five. */
class WaitingChatsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private DeskRig office;

    @BeforeEach
    void open() {
        office = new DeskRig(
                TestDatabase.migrated(),
                clock,
                DeskRig.settings(
                        Assign.MANUAL,
                        Map.of("jobs", DeskRig.team(Set.of("ben"), Set.of("apply"), Duration.ofHours(8))),
                        DeskRig.OFFICE));
    }

    /** 003-13: who waits longer than promised, by the clock. */
    @Test
    void listsAChatOnceItWaitsLongerThanItsTeamPromises() {
        office.waits(1, "order");
        office.waits(2, "apply");

        clock.pass(Duration.ofMinutes(59));
        assertThat(office.unanswered()).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(office.unanswered()).containsExactly("1");
        assertThat(office.chats.find(2).orElseThrow().dueAt())
                .as("seven hours on Friday, one on Monday")
                .isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
    }

    @Test
    void countsNoNightsAndWeekends() {
        clock.pass(Duration.ofMinutes(6 * 60 + 30));
        office.waits(1, "order");

        clock.pass(Duration.ofHours(60));
        assertThat(office.unanswered())
                .as("Monday at half past four in the morning")
                .isEmpty();
        clock.pass(Duration.ofHours(4).minusMillis(1));
        assertThat(office.unanswered()).isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(office.unanswered()).as("Monday at half past eight").containsExactly("1");
    }

    /** 003-12, 003-27: a chat that nobody has and that is overdue. */
    @Test
    void marksAChatThatNobodyHasAndThatWaitsTooLong() {
        office.waits(1, "order");
        clock.pass(Duration.ofHours(2));

        AttentionItem item = WaitingChats.unassigned(office.jdbc)
                .items(clock.instant(), null, 10)
                .getFirst();

        assertThat(item.id()).isEqualTo("1");
        assertThat(item.since()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(item.due()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
        assertThat(item.todo()).isEqualTo("Assign or answer it. It came to a person because: They asked for one.");
        assertThat(item.link()).isEqualTo("/api/v1/conversations/1/assignee");
    }

    @Test
    void waitsFromTheFirstMessageThatNobodyAnsweredUntilAPersonOrTheBotDoes() {
        office.waits(1, "order");
        clock.pass(Duration.ofMinutes(40));
        office.hears(new ChatNews.Waits(1, clock.instant(), null, null, null));
        clock.pass(Duration.ofMinutes(20));
        assertThat(office.unanswered()).containsExactly("1");

        office.hears(new ChatNews.Answered(1));
        assertThat(office.unanswered()).isEmpty();
        assertThat(office.unassigned()).isEmpty();

        office.hears(new ChatNews.Waits(1, clock.instant(), null, null, null));
        clock.pass(Duration.ofMinutes(59));
        assertThat(office.unanswered()).isEmpty();
        assertThat(office.unassigned()).containsExactly("1");
        office.hears(new ChatNews.Served(1));
        assertThat(office.unassigned()).isEmpty();
    }

    @Test
    void showsThemPageByPage() {
        for (long contact = 1; contact <= 5; contact++) {
            office.waits(contact, "order");
        }
        AttentionCategory chats = WaitingChats.unassigned(office.jdbc);

        List<AttentionItem> first = chats.items(clock.instant(), null, 3);
        List<AttentionItem> second =
                chats.items(clock.instant(), first.getLast().place(), 3);

        assertThat(first).extracting(AttentionItem::id).containsExactly("1", "2", "3");
        assertThat(second).extracting(AttentionItem::id).containsExactly("4", "5");
        assertThat(Place.of(first.getLast().place().text()))
                .contains(first.getLast().place());
    }

    @Test
    void takesOnlyPlacesThatItSays() {
        AttentionCategory chats = WaitingChats.unassigned(office.jdbc);

        assertThat(chats.place("2026-01-01T00:00:00Z~7"))
                .contains(new Place(Instant.parse("2026-01-01T00:00:00Z"), "7"));
        assertThat(List.of(
                        "x",
                        "2026-01-01T00:00:00Z~x",
                        "2026-01-01T00:00:00Z~-1",
                        "2026-01-01T00:00:00Z~99999999999999999999",
                        "2026-01-01T00:00:00Z~7\u0000",
                        "+1000000000-01-01T00:00:00Z~7",
                        "-0044-03-15T00:00:00Z~7"))
                .allMatch(after -> chats.place(after).isEmpty());
    }

    @Test
    void leavesARowAsItIsThatAMessageDoesNotChange() {
        office.waits(1, "order");
        String before = version();
        office.hears(new ChatNews.Waits(1, clock.instant(), null, null, null));
        assertThat(version()).isEqualTo(before);

        office.hears(new ChatNews.Waits(1, clock.instant(), null, "They asked again.", null));
        assertThat(version()).isNotEqualTo(before);
    }

    private String version() {
        return office.jdbc
                .sql("select ctid::text from desk_chat where contact_id = 1")
                .query(String.class)
                .single();
    }

    /** 003-13: the message out of hours. */
    @Test
    void tellsOfClosedHoursOnceAndOfTheNextOnesAgain() {
        assertThat(office.desk.closed(1, "en", clock.instant()))
                .as("it is open")
                .isEmpty();
        clock.pass(Duration.ofHours(12));

        Closed friday = office.desk.closed(1, "en", clock.instant()).orElseThrow();
        assertThat(friday.text())
                .isEqualTo("We are closed right now. A colleague will answer you here from Monday 08:00 on.");
        assertThat(office.desk.closed(1, "fr-CI", clock.instant()).orElseThrow().text())
                .isEqualTo("Nous sommes fermés pour le moment. Un collègue vous répondra ici à partir de lundi 08:00.");
        office.hears(new ChatNews.Waits(1, clock.instant(), "order", "They asked.", friday.since()));

        clock.pass(Duration.ofDays(1));
        assertThat(office.desk.closed(1, "en", clock.instant()))
                .as("still the same weekend")
                .isEmpty();
        assertThat(office.desk.closed(2, "en", clock.instant()))
                .as("somebody else")
                .isPresent();
        clock.pass(Duration.ofDays(2));
        assertThat(office.desk.closed(1, "en", clock.instant()))
                .as("Monday night")
                .isPresent();
    }

    @Test
    void saysThatItIsClosedInTheLanguageOfTheCountryWhereThereIsOne() {
        DeskSettings settings = new DeskSettings(
                Assign.MANUAL,
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                Map.of(),
                null,
                Map.of(),
                List.of(),
                Map.of("pt-BR", "Fechado", "pt", "Encerrado", "fr", ""),
                LocalTime.of(8, 0));

        assertThat(settings.closedText("pt_BR")).isEqualTo("Fechado");
        assertThat(settings.closedText("pt-PT")).isEqualTo("Encerrado");
        assertThat(settings.closedText("fr-CI")).isEmpty();
        assertThat(settings.closedText("sw")).startsWith("We are closed");
    }

    @Test
    void makesOneOfTheChatsOfOnePerson() {
        office.waits(1, "order");
        clock.pass(Duration.ofMinutes(5));
        office.waits(2, "order");
        office.transaction.executeWithoutResult(tx -> office.desk.move(1, 2));

        assertThat(office.unassigned()).containsExactly("2");
        assertThat(office.chats.find(2).orElseThrow().waitingSince()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    }
}

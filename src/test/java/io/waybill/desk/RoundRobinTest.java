package io.waybill.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.waybill.desk.AssignmentLog.AssignmentChange;
import io.waybill.desk.AssignmentLog.Kind;
import io.waybill.desk.DeskSettings.Assign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

    private final DeskRig node = DeskRig.inTurn();

    /** 002-10: ten orders among three who are there are four, three and three. */
    @Test
    void dealsTenOrdersToThreePeopleAsFourThreeAndThree() {
        node.available("ada", "ben", "cleo");
        node.people.say("dan", List.of("ADMIN"), false);

        List<String> assignees = LongStream.rangeClosed(1, 10)
                .mapToObj(contact -> node.order(contact, "SO-" + contact).orElseThrow())
                .toList();

        assertThat(shares(assignees)).containsExactly(3, 3, 4);
        assertThat(node.history(Kind.ORDER, "SO-1"))
                .containsExactly(new AssignmentChange(node.clock.instant(), null, assignees.getFirst(), null));
    }

    @Test
    void dealsThemJustTheSameWhenTwoNodesTakeThemAtOnce() throws Exception {
        DeskRig other = new DeskRig(node.database, node.clock, node.settings);
        node.available("ada", "ben", "cleo");
        List<Callable<Optional<String>>> orders = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            long contact = i;
            DeskRig taking = i % 2 == 0 ? node : other;
            orders.add(() -> taking.order(contact, "SO-" + contact));
        }

        List<String> assignees = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (Future<Optional<String>> order : threads.invokeAll(orders)) {
                assignees.add(order.get().orElseThrow());
            }
        }

        assertThat(shares(assignees)).containsExactly(3, 3, 4);
    }

    @Test
    void leavesWhatNobodyIsThereForToWhoeverComes() {
        assertThat(node.order(1, "SO-1")).isEmpty();

        node.available("ada");
        assertThat(node.order(1, "SO-2")).contains("ada");
    }

    @Test
    void takesSomebodyForAwayWhoGivesNoSignOfLife() {
        node.available("ada", "ben");
        node.clock.pass(Duration.ofMinutes(9));
        node.people.seen(Set.of("ada"));
        node.clock.pass(Duration.ofMinutes(9));

        assertThat(node.order(1, "SO-1")).contains("ada");
        assertThat(node.order(2, "SO-2")).contains("ada");
        assertThat(node.people.all())
                .extracting(Availability.Person::name, Availability.Person::available)
                .containsExactly(tuple("ada", true), tuple("ben", false));

        node.people.seen(Set.of("ben"));
        assertThat(node.people.isAvailable("ben"))
                .as("an open browser brings nobody back")
                .isFalse();
    }

    @Test
    void givesAnOrderAndItsChatToTheSamePerson() {
        node.available("ada", "ben", "cleo");
        String first = node.order(1, "SO-1").orElseThrow();
        node.order(2, "SO-2");

        node.waits(1, "order");
        assertThat(node.order(1, "SO-3")).contains(first);

        assertThat(node.chats.find(1).orElseThrow().assignee()).isEqualTo(first);
        assertThat(node.history(Kind.CHAT, "1")).hasSize(1);
    }

    @Test
    void givesBothToSomebodyWhoIsThereWhenTheirsIsAway() {
        node.available("ada");
        node.order(1, "SO-1");
        node.people.say("ada", List.of(), false);
        assertThat(node.order(1, "SO-2")).as("better than nobody").contains("ada");

        node.available("ben");
        assertThat(node.order(1, "SO-3")).contains("ben");

        assertThat(node.history(Kind.CHAT, "1"))
                .extracting(AssignmentChange::from, AssignmentChange::to)
                .containsExactly(tuple(null, "ada"), tuple("ada", "ben"));
    }

    @Test
    void dealsWhatComesOfAFlowToItsTeam() {
        DeskRig teams = new DeskRig(
                node.database,
                node.clock,
                DeskRig.settings(
                        Assign.ROUND_ROBIN,
                        Map.of("jobs", DeskRig.team(Set.of("ben"), Set.of("apply"), Duration.ofDays(1))),
                        Map.of()));
        teams.available("ada", "ben");

        teams.waits(1, "apply");
        teams.hears(new ChatNews.Orders(2, "apply"));
        assertThat(teams.order(2, "SO-2")).contains("ben");

        assertThat(teams.chats.find(1).orElseThrow().assignee()).isEqualTo("ben");
        assertThat(teams.alerts.after(0))
                .extracting(Alerts.Alert::subject, Alerts.Alert::assignee, Alerts.Alert::team)
                .containsExactly(tuple("1", "ben", "jobs"), tuple("SO-2", "ben", "jobs"));
    }

    /** 002-21: the team is alerted of what nobody has. */
    @Test
    void alertsTheTeamOfWhatNobodyHas() {
        DeskRig manual = new DeskRig(node.database, node.clock, DeskRig.settings(Assign.MANUAL, Map.of(), Map.of()));
        manual.available("ada");

        assertThat(manual.order(1, "SO-1")).isEmpty();

        assertThat(manual.alerts.after(0))
                .extracting(Alerts.Alert::subject, Alerts.Alert::assignee)
                .containsExactly(tuple("SO-1", null));
    }

    /** Each waits for both turns; whoever took them as the news come would have one and wait for the other. */
    @Test
    void twoNodesThatTakeTurnsOfTheSameTeamsInAnotherOrderNeverWaitForEachOther() throws Exception {
        DeskRig teams = new DeskRig(
                node.database,
                node.clock,
                DeskRig.settings(
                        Assign.ROUND_ROBIN,
                        Map.of(
                                "jobs", DeskRig.team(Set.of("ben"), Set.of("apply"), Duration.ofDays(1)),
                                "sales", DeskRig.team(Set.of("ada"), Set.of("order"), Duration.ofDays(1))),
                        Map.of()));
        teams.available("ada", "ben");
        teams.waits(1, "apply");
        teams.waits(2, "order");
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = new ArrayList<>();
            teams.transaction.executeWithoutResult(tx -> {
                teams.jdbc.sql("update desk_rotation set turn = turn").update();
                both.add(threads.submit(() -> teams.hears(waits(3, "apply"), waits(4, "order"))));
                await().until(() -> teams.blocked() == 1);
                both.add(threads.submit(() -> teams.hears(waits(5, "order"), waits(6, "apply"))));
                await().until(() -> teams.blocked() == 2);
            });
            for (Future<?> one : both) {
                one.get();
            }
        }

        assertThat(List.of(3L, 4L, 5L, 6L))
                .extracting(contact -> teams.chats.find(contact).orElseThrow().assignee())
                .containsExactly("ben", "ada", "ada", "ben");
    }

    private ChatNews.Waits waits(long contact, String flow) {
        return new ChatNews.Waits(contact, node.clock.instant(), flow, "They asked for one.", null);
    }

    @Test
    void isThereSinceTheyCameBackAfterTheirSilence() {
        node.available("ada");
        node.clock.pass(Duration.ofMinutes(5));
        node.available("ada");
        assertThat(node.people.all().getFirst().since())
                .as("said again what is so")
                .isEqualTo(node.clock.instant().minus(Duration.ofMinutes(5)));

        node.clock.pass(Duration.ofHours(1));
        node.available("ada");
        assertThat(node.people.all().getFirst().since()).isEqualTo(node.clock.instant());

        node.clock.pass(Duration.ofHours(1));
        node.people.say("ada", List.of(), false);
        assertThat(node.people.all().getFirst().since()).isEqualTo(node.clock.instant());
    }

    private static List<Integer> shares(List<String> assignees) {
        List<Integer> shares = new ArrayList<>(assignees.stream()
                .collect(Collectors.groupingBy(name -> name, Collectors.summingInt(name -> 1)))
                .values());
        Collections.sort(shares);
        return shares;
    }
}

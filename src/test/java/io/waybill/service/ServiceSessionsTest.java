package io.waybill.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.notice.Notice;
import io.waybill.notice.Notices;
import io.waybill.service.ServiceSession.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When paid time begins, how long it lasts, and what it holds. */
class ServiceSessionsTest {

    private final ServiceRig rig = new ServiceRig();
    private final Instant t0 = rig.clock.instant();

    /** 000-41: there is no session before the order is paid. */
    @Test
    void onlyAPaidOrderMakesServicesOneForEachLineHoweverOftenThePaymentIsTold() {
        rig.items = List.of(ServiceRig.HOUR, ServiceRig.GOODS, ServiceRig.item("S2", "Training", 2, 45));
        rig.replies(t0);
        assertThat(rig.all()).isEmpty();

        rig.paid("SO-1");
        rig.toldPaid("SO-1");

        assertThat(rig.all())
                .extracting(ServiceSession::line, ServiceSession::productName, ServiceSession::paidMinutes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "Consultation", 60),
                        org.assertj.core.groups.Tuple.tuple(2, "Training", 90));
        assertThat(rig.all()).allMatch(session -> session.state(rig.clock.instant()) == State.READY);
        assertThat(rig.news).containsExactly("ready Consultation", "ready Training");
    }

    @Test
    void anOrderOfGoodsMakesNone() {
        rig.items = List.of(ServiceRig.GOODS);

        rig.paid("SO-1");

        assertThat(rig.all()).isEmpty();
    }

    /** 000-32: paid at t0, first reply at t0+20 min: 60 minutes end at t0+80 min. */
    @Test
    void waitingIsNotChargedPaidAtT0FirstReplyAt20MinutesEndsAt80() {
        rig.paid("SO-1");
        rig.clock.pass(Duration.ofMinutes(20));
        rig.replies(rig.clock.instant());

        ServiceSession session = rig.only();

        assertThat(session.startedAt()).isEqualTo(t0.plus(Duration.ofMinutes(20)));
        assertThat(session.expiresAt()).isEqualTo(t0.plus(Duration.ofMinutes(80)));
    }

    /** 000-12, 000-18: the end is exact to the second, and the countdown is the duration less what has elapsed. */
    @Test
    void theCountdownIsTheDurationLessWhatHasElapsedAndTheEndIsExact() {
        rig.paid("SO-1");
        assertThat(rig.only().remaining(rig.clock.instant())).isEqualTo(Duration.ofMinutes(60));
        rig.replies(t0);

        rig.clock.pass(Duration.ofSeconds(1234));

        assertThat(rig.only().remaining(rig.clock.instant())).isEqualTo(Duration.ofSeconds(3600 - 1234));
        rig.clock.pass(Duration.ofSeconds(3600 - 1234 - 1));
        assertThat(rig.only().state(rig.clock.instant())).isEqualTo(State.ACTIVE);
        assertThat(rig.hold.on(rig.contact)).isEmpty();
        rig.clock.pass(Duration.ofSeconds(1));
        assertThat(rig.only().state(rig.clock.instant())).isEqualTo(State.EXPIRED);
        assertThat(rig.only().remaining(rig.clock.instant())).isZero();
    }

    @Test
    void whatAFlowSaysOfThePaymentNewsAndReceiptsStartNothing() {
        rig.hears("asked", "{}");
        rig.paid("SO-1");
        rig.says("asked", t0.plusSeconds(1));
        rig.says("payment-7.3", t0.plusSeconds(2));
        rig.says("receipt-1", t0.plusSeconds(3));
        rig.says("poll", t0.plusSeconds(4));
        rig.clock.pass(Duration.ofHours(1));

        assertThat(rig.only().startedAt()).isNull();
    }

    @Test
    void whatWasWrittenBeforeThePaymentStartsNothingThoughItGoesOutLater() {
        long before = rig.replies(null);
        rig.paid("SO-1");

        rig.taken(before, t0.plusSeconds(5));
        rig.clock.pass(Duration.ofMinutes(1));

        assertThat(rig.only().startedAt()).isNull();
    }

    @Test
    void aFlowsAnswerToWhatTheCustomerWroteAfterThePaymentStartsIt() {
        rig.paid("SO-1");
        rig.clock.pass(Duration.ofMinutes(3));
        rig.hears("hello", "{}");
        rig.says("hello", rig.clock.instant());

        assertThat(rig.only().startedAt()).isEqualTo(t0.plus(Duration.ofMinutes(3)));
    }

    @Test
    void whatSomebodyWritesFromThePhoneAppStartsIt() {
        rig.paid("SO-1");
        rig.clock.pass(Duration.ofMinutes(2));
        rig.hears("staff-k1", "{\"echo\":{}}");
        assertThat(rig.only().startedAt())
                .as("what came through us counts when WhatsApp took it")
                .isNull();

        rig.hears("phone", "{\"echo\":{}}");

        assertThat(rig.only().startedAt()).isEqualTo(t0.plus(Duration.ofMinutes(2)));
    }

    /** 000-42: two replies at the same instant start one session. */
    @Test
    void twoWhoReplyAtTheSameInstantOnTwoNodesStartOneSession() throws Exception {
        rig.paid("SO-1");
        rig.clock.pass(Duration.ofMinutes(5));
        rig.replies(rig.clock.instant());
        rig.replies(rig.clock.instant());

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> looks = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(n -> () -> {
                        rig.starts().settle();
                        return null;
                    })
                    .toList();
            for (var look : nodes.invokeAll(looks)) {
                look.get();
            }
        }

        assertThat(rig.all()).hasSize(1);
        assertThat(rig.only().startedAt()).isEqualTo(t0.plus(Duration.ofMinutes(5)));
        assertThat(rig.news).containsExactly("ready Consultation", "started Consultation");
    }

    /** 000-43: a restart in the middle does not change when it ends. */
    @Test
    void comesToTheSameHoweverLateSomebodyLooksAndARestartChangesNothing() {
        rig.paid("SO-1");
        rig.clock.pass(Duration.ofMinutes(20));
        rig.replies(rig.clock.instant());
        rig.clock.pass(Duration.ofMinutes(30));
        rig.replies(rig.clock.instant());

        rig.starts().settle();
        Instant expires = rig.only().expiresAt();
        rig.clock.pass(Duration.ofMinutes(2));
        rig.replies(rig.clock.instant());
        rig.starts().settle();

        assertThat(expires).isEqualTo(t0.plus(Duration.ofMinutes(80)));
        assertThat(rig.only().expiresAt()).isEqualTo(expires);
    }

    @Test
    void waitsUntilItIsKnownWhatBecameOfAnEarlierMessage() {
        rig.paid("SO-1");
        long first = rig.replies(null);
        rig.replies(t0.plusSeconds(9));
        rig.clock.pass(Duration.ofMinutes(1));
        assertThat(rig.only().startedAt()).isNull();

        rig.taken(first, t0.plusSeconds(8));

        assertThat(rig.only().startedAt()).isEqualTo(t0.plusSeconds(8));
    }

    @Test
    void countsTheTimeOfTheMarkAndNotThatOfAStatusThatCameBeforeIt() {
        rig.paid("SO-1");
        rig.clock.pass(Duration.ofSeconds(3));
        long message = rig.replies(t0.plusSeconds(1));
        rig.database
                .jdbc()
                .sql("update outbox set node = 4 where id = ?")
                .param(message)
                .update();
        assertThat(rig.only().startedAt()).isNull();

        rig.database
                .jdbc()
                .sql("update outbox set node = null where id = ?")
                .param(message)
                .update();
        rig.taken(message, t0.plusMillis(1_700));

        assertThat(rig.only().startedAt()).isEqualTo(t0.plusMillis(1_700));
    }

    @Test
    void timePaidForWhileOtherTimeRunsFollowsWithoutAGap() {
        rig.paid("SO-1");
        rig.replies(t0);
        rig.clock.pass(Duration.ofMinutes(50));
        rig.paid("SO-2");
        assertThat(rig.all().getLast().state(rig.clock.instant())).isEqualTo(State.READY);

        rig.clock.pass(Duration.ofMinutes(15));

        assertThat(rig.all())
                .extracting(session -> session.state(rig.clock.instant()))
                .containsExactly(State.EXPIRED, State.ACTIVE);
        assertThat(rig.all().getLast().startedAt()).isEqualTo(t0.plus(Duration.ofMinutes(60)));
        assertThat(rig.all().getLast().expiresAt()).isEqualTo(t0.plus(Duration.ofMinutes(120)));
        assertThat(rig.hold.on(rig.contact)).isEmpty();
    }

    @Test
    void linesOfOneOrderFollowEachOther() {
        rig.items = List.of(ServiceRig.HOUR, ServiceRig.item("S2", "Training", 1, 30));
        rig.paid("SO-1");
        rig.clock.pass(Duration.ofMinutes(10));
        rig.replies(rig.clock.instant());
        rig.clock.pass(Duration.ofDays(1));

        assertThat(rig.all())
                .extracting(ServiceSession::expiresAt)
                .containsExactly(t0.plus(Duration.ofMinutes(70)), t0.plus(Duration.ofMinutes(100)));
    }

    @Test
    void anotherBeginsWhenAPersonEndsTheOneBefore() {
        rig.paid("SO-1");
        rig.replies(t0);
        rig.clock.pass(Duration.ofMinutes(10));
        rig.paid("SO-2");
        rig.clock.pass(Duration.ofMinutes(10));
        rig.sessions.close(rig.all().getFirst(), "ada", null);

        assertThat(rig.all().getLast().startedAt()).isEqualTo(t0.plus(Duration.ofMinutes(20)));
    }

    @Test
    void holdsFromTheEndOnUntilItIsRenewedOrClosed() {
        rig.paid("SO-1");
        rig.replies(t0);
        rig.clock.pass(Duration.ofMinutes(60).plusSeconds(1));

        assertThat(rig.hold.on(rig.contact).orElseThrow().why())
                .startsWith("The paid time of Consultation (60 min) was over at 2026-11-21T13:00:00Z")
                .contains("/ask-to-renew", "/close");

        rig.paid("SO-2");
        assertThat(rig.hold.on(rig.contact)).isEmpty();
        rig.replies(rig.clock.instant());
        rig.clock.pass(Duration.ofMinutes(61));
        assertThat(rig.hold.on(rig.contact)).isPresent();

        rig.sessions.close(rig.all().getLast(), "ada", "Another matter");
        assertThat(rig.hold.on(rig.contact)).isEmpty();
        assertThat(rig.hold.on(rig.contact("+254711000009"))).isEmpty();
    }

    @Test
    void renewedAfterTheEndItWaitsForAReplyAgain() {
        rig.paid("SO-1");
        rig.replies(t0);
        rig.clock.pass(Duration.ofMinutes(70));
        rig.paid("SO-2");
        rig.clock.pass(Duration.ofMinutes(5));
        assertThat(rig.all().getLast().startedAt()).isNull();

        rig.replies(rig.clock.instant());

        assertThat(rig.all().getLast().startedAt()).isEqualTo(t0.plus(Duration.ofMinutes(75)));
    }

    @Test
    void givesEachEndToOneNodeOnce() {
        rig.paid("SO-1");
        rig.replies(t0);
        rig.starts.settle();
        rig.clock.pass(Duration.ofMinutes(59));
        assertThat(rig.sessions.takeEnded()).isEmpty();

        rig.clock.pass(Duration.ofMinutes(1));

        assertThat(rig.sessions.takeEnded()).isPresent();
        assertThat(rig.sessions.takeEnded()).isEmpty();
    }

    @Test
    void anEndWhoseQuestionCannotBeMadeHoldsNoOtherUpAndPeopleAreTold() {
        Notices notices = rig.notices();
        ServiceEnds ends = rig.endsWithout("no words for it");
        rig.paid("SO-1");
        rig.paid("SO-2");
        rig.replies(t0);
        rig.clock.pass(Duration.ofHours(3));
        rig.starts.settle();

        ends.settle();

        assertThat(rig.news.stream().filter("expired Consultation"::equals)).hasSize(2);
        assertThat(notices.open())
                .extracting(Notice::sentence)
                .singleElement()
                .asString()
                .contains("its customer was not asked to renew.", "(no words for it)", "ask the customer yourself");
        assertThat(ends.ask(rig.only().id()).orElseThrow()).isInstanceOf(ServiceEnds.Answer.Refused.class);
    }

    @Test
    void listsByStateTheNewestFirst() {
        rig.paid("SO-1");
        rig.replies(t0);
        rig.clock.pass(Duration.ofMinutes(70));
        rig.paid("SO-2");
        rig.paid("SO-3");
        rig.starts.settle();

        assertThat(orders(State.READY)).containsExactly("SO-3", "SO-2");
        assertThat(orders(State.ACTIVE)).isEmpty();
        assertThat(orders(State.EXPIRED)).containsExactly("SO-1");
        rig.replies(rig.clock.instant());
        rig.starts.settle();
        rig.sessions.close(rig.all().getFirst(), "ada", null);
        assertThat(orders(State.READY)).containsExactly("SO-3");
        assertThat(orders(State.ACTIVE)).containsExactly("SO-2");
        assertThat(orders(State.CLOSED)).containsExactly("SO-1");
    }

    private List<String> orders(State state) {
        return rig.sessions.list(state, rig.contact, null, 10).stream()
                .map(ServiceSession::externalOrderId)
                .toList();
    }

    @Test
    void goesOnWithTheContactThatItsOwnerTurnsOutToBe() {
        rig.paid("SO-1");
        rig.replies(t0.plusSeconds(30));
        long other = rig.contact("+254711000002");
        rig.database
                .jdbc()
                .sql("update contact set merged_into = ? where id = ?")
                .params(other, rig.contact)
                .update();
        rig.sessions.move(rig.contact, other);
        rig.clock.pass(Duration.ofMinutes(2));

        assertThat(rig.only().contactId()).isEqualTo(other);
        assertThat(rig.only().startedAt()).isEqualTo(t0.plusSeconds(30));
    }
}

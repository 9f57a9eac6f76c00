package io.waybill.conversation;

import io.waybill.checkout.Placements;
import io.waybill.database.GroupCommit;
import io.waybill.desk.Desk;
import io.waybill.hook.HookEvents;
import io.waybill.inbox.Claims;
import io.waybill.inbox.PaymentCallbacks;
import io.waybill.order.NewOrder;
import io.waybill.order.OrderLife;
import io.waybill.order.OrderNews;
import io.waybill.outbox.Outbox;
import io.waybill.outbox.OutboxMessage;
import io.waybill.outbox.Sender;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commits a turn as a whole: session, ledger, replies, journal, and the message it answers.
 *
 * <p>Turns of different contacts that end at the same time share a commit. Replies go to the sender right after it.
 */
final class TurnWriter implements AutoCloseable {

    private static final int WAITING = 2_000;
    private static final int GROUP = 100;

    private final Claims claims;
    private final Outbox outbox;
    private final Sender sender;
    private final Ledger ledger;
    private final Reservations reservations;
    private final PaymentCallbacks payments;
    private final StaffActions staff;
    private final Placements placements;
    private final OrderNews news;
    private final OrderLife orders;
    private final HookEvents hooks;
    private final Desk desk;
    private final Carts carts;
    private final FlowResults results;
    private final Journal journal;
    private final Clock clock;
    private final GroupCommit<TurnCommit, Optional<Integer>> turns;

    TurnWriter(
            Claims claims,
            Outbox outbox,
            Sender sender,
            Ledger ledger,
            Reservations reservations,
            PaymentCallbacks payments,
            StaffActions staff,
            Placements placements,
            OrderNews news,
            OrderLife orders,
            HookEvents hooks,
            Desk desk,
            Carts carts,
            FlowResults results,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.claims = claims;
        this.outbox = outbox;
        this.sender = sender;
        this.ledger = ledger;
        this.reservations = reservations;
        this.payments = payments;
        this.staff = staff;
        this.placements = placements;
        this.news = news;
        this.orders = orders;
        this.hooks = hooks;
        this.desk = desk;
        this.carts = carts;
        this.results = results;
        this.journal = journal;
        this.clock = clock;
        this.turns = new GroupCommit<>("turns", WAITING, GROUP, group -> {
            Written written = transaction.execute(status -> write(group));
            journal.kept(written.parts());
            sender.offer(written.toSend());
            written.news().forEach(news::noticed);
            return written.waiting();
        });
    }

    /**
     * Returns once the turn is committed.
     *
     * @return how many messages of the contact still wait; empty when the lease was lost and nothing was written
     */
    Optional<Integer> commit(TurnCommit turn) throws InterruptedException {
        return turns.commit(turn);
    }

    private Written write(List<TurnCommit> group) {
        Map<Long, Integer> waiting =
                claims.complete(group.stream().map(TurnCommit::completion).toList());
        List<TurnCommit> valid = group.stream()
                .filter(turn -> waiting.containsKey(turn.completion().contactId()))
                .toList();
        valid.stream()
                .flatMap(turn -> turn.buried().entrySet().stream()
                        .map(dead -> Map.entry(turn.completion().contactId(), dead)))
                .forEach(dead -> claims.bury(
                        dead.getKey(), dead.getValue().getKey(), dead.getValue().getValue()));
        List<Ledger.Entry> writes =
                valid.stream().flatMap(turn -> turn.ledger().stream()).toList();
        ledger.save(writes, clock.instant());
        reservations.save(writes);
        reservations.forget(
                valid.stream().flatMap(turn -> turn.forgotten().stream()).toList(), clock.instant());
        payments.done(valid.stream().flatMap(turn -> turn.payments().stream()).toList());
        Map<String, String> parts =
                journal.keep(valid.stream().map(turn -> turn.parts().byName()).toList());
        journal.append(valid.stream().flatMap(turn -> turn.journal().stream()).toList());
        staff.taken(valid.stream().flatMap(turn -> turn.taken().stream()).toList());
        placements.save(valid.stream().flatMap(turn -> turn.placed().stream()).toList());
        carts.save(valid.stream().flatMap(turn -> turn.carts().stream()).toList());
        desk.hear(
                valid.stream().flatMap(turn -> turn.desk().stream()).toList(),
                valid.stream()
                        .flatMap(turn -> turn.begun().stream().map(NewOrder::contactId))
                        .toList());
        valid.forEach(turn -> turn.begun().forEach(orders::begin));
        valid.forEach(turn -> turn.opened().forEach(order -> orders.opened(order.externalOrderId(), order.own())));
        hooks.publish(valid.stream().flatMap(turn -> turn.events().stream()).toList());
        valid.forEach(turn -> turn.results().forEach(results::keep));
        outbox.addTooLate(
                valid.stream().flatMap(turn -> turn.tooLate().stream()).toList());
        List<OrderNews.News> told = new ArrayList<>();
        List<OutboxMessage> toSend = outbox.add(
                valid.stream().flatMap(turn -> messages(turn, told).stream()).toList(), sender.free());
        return new Written(
                group.stream()
                        .map(turn -> Optional.ofNullable(
                                waiting.get(turn.completion().contactId())))
                        .toList(),
                toSend,
                told,
                parts.keySet());
    }

    /** News first; what is recorded already is not said again. */
    private List<OutboxMessage.Draft> messages(TurnCommit turn, List<OrderNews.News> told) {
        if (turn.news().isEmpty() && turn.reports().isEmpty()) {
            return turn.replies();
        }
        List<OrderNews.News> kept =
                new ArrayList<>(turn.news().stream().filter(news::keep).toList());
        turn.reports().forEach(report -> orders.hear(report).news().ifPresent(kept::add));
        told.addAll(kept);
        List<OutboxMessage.Draft> messages = new ArrayList<>();
        kept.forEach(one -> messages.addAll(one.drafts()));
        messages.addAll(turn.replies());
        return messages;
    }

    @Override
    public void close() {
        turns.close();
    }

    private record Written(
            List<Optional<Integer>> waiting,
            List<OutboxMessage> toSend,
            List<OrderNews.News> news,
            Set<String> parts) {}
}

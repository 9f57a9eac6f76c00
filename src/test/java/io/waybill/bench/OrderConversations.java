package io.waybill.bench;

import io.waybill.far.CustomerMessage;
import io.waybill.far.GraphMessage;
import io.waybill.far.HttpSide;
import io.waybill.far.MetaEnvelope;
import io.waybill.far.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Whole conversations, each driven by what the gateway says, until every customer has an order number. */
public final class OrderConversations {
    /**
     * @param run number of this run, different for runs whose customers could meet
     * @param namedEvery one customer in so many has a profile name and is not asked for it; 0 for none
     * @param thinking pause of a customer before each answer
     * @param patience how long to wait while nothing moves
     * @param doubtsEnd whether it ends, too, when a customer is told that it is being checked whether something reached the ERP
     */
    public record Plan(
            int run,
            int conversations,
            double startsPerSecond,
            int namedEvery,
            Duration thinking,
            Duration patience,
            boolean doubtsEnd,
            long seed) {
        /** Nameless customers, so that a conversation has exactly eight messages. */
        public static Plan of(int run, int conversations, double startsPerSecond) {
            return new Plan(run, conversations, startsPerSecond, 0, Duration.ZERO, Duration.ofSeconds(20), false, 1);
        }
    }

    /**
     * How one conversation went.
     *
     * @param confirmed whether the customer tapped Confirm at all: only then may there be an order
     * @param unanswered whether the customer's last message got no answer
     */
    public record Ended(
            String phone, String orderNumber, boolean confirmed, boolean unanswered, List<String> transcript) {}

    /**
     * @param doubled messages that reached a customer twice
     * @param turns latency from a customer's message to the next thing said
     */
    public record Result(
            Plan plan,
            List<Ended> conversations,
            int sent,
            int doubled,
            double seconds,
            Latencies turns,
            Latencies ack) {
        public long ordered() {
            return conversations.stream()
                    .filter(conversation -> conversation.orderNumber != null)
                    .count();
        }
    }

    private static final String CHECKING = "We are checking whether that reached";

    private final Plan plan;
    private final Deliveries deliveries;
    private final Map<String, Conversation> byPhone = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger doubled = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Latencies turns = new Latencies();
    private final Latencies ack = new Latencies();
    private volatile long lastMoveAt;

    private OrderConversations(Plan plan, Deliveries deliveries) {
        this.plan = plan;
        this.deliveries = deliveries;
    }

    /** Runs all conversations and waits until all have their number or nothing moves any more. */
    public static Result run(Plan plan, Deliveries deliveries, GraphFeed feed) {
        var run = new OrderConversations(plan, deliveries);
        Consumer<GraphMessage> listener = run::heard;
        feed.add(listener);
        try {
            return run.run();
        } finally {
            feed.remove(listener);
        }
    }

    private Result run() {
        long start = Micros.now();
        lastMoveAt = start;
        for (int i = 0; i < plan.conversations; i++) {
            long due = start + (long) (i * 1_000_000.0 / plan.startsPerSecond);
            for (long ahead = due - Micros.now(); ahead > 0; ahead = due - Micros.now()) {
                LockSupport.parkNanos(ahead * 1_000);
            }
            var conversation = new Conversation(i);
            byPhone.put("+" + conversation.sender.waId(), conversation);
            conversation.begin();
        }
        while (ended.get() < plan.conversations && Micros.now() - lastMoveAt < plan.patience.toNanos() / 1_000) {
            HttpSide.waited(Duration.ofMillis(50));
        }
        double seconds = (lastMoveAt - start) / 1_000_000.0;
        var conversations = byPhone.values().stream().map(Conversation::ended).toList();
        return new Result(plan, conversations, sent.get(), doubled.get(), seconds, turns, ack);
    }

    private void heard(GraphMessage message) {
        var conversation = byPhone.get(message.recipient());
        if (conversation != null) {
            lastMoveAt = Micros.now();
            conversation.heard(message);
        }
    }

    private final class Conversation {
        private final int index;
        private final MetaEnvelope.Sender sender;
        private final OrderingCustomer customer;
        private final List<String> transcript = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private int messages;
        private long waitingSince;
        private boolean confirmed;
        private String orderNumber;
        private boolean hasEnded;

        Conversation(int index) {
            this.index = index;
            boolean isNamed = plan.namedEvery > 0 && index % plan.namedEvery == 0;
            this.sender = MetaEnvelope.Sender.of(Phones.waId(plan.run, index), isNamed ? "Buyer " + index : null);
            this.customer = new OrderingCustomer(plan.seed + index);
        }

        synchronized void begin() {
            say(customer.greeting(), null);
        }

        synchronized void heard(GraphMessage message) {
            transcript.add("< " + message.text() + " "
                    + message.options().stream().map(GraphMessage.Option::title).toList());
            if (!seen.add(message.callbackData() == null ? message.wamid() : message.callbackData())) {
                doubled.incrementAndGet();
                return;
            }
            if (waitingSince > 0) {
                turns.add(message.at() - waitingSince);
                waitingSince = 0;
            }
            var number = customer.orderNumber(message);
            if (number.isPresent()) {
                orderNumber = orderNumber == null ? number.get() : orderNumber;
                end();
            } else if (plan.doubtsEnd && message.text().contains(CHECKING)) {
                end();
            } else {
                customer.answer(message).ifPresent(answer -> answer(answer, message));
            }
        }

        private void end() {
            if (!hasEnded) {
                hasEnded = true;
                ended.incrementAndGet();
            }
        }

        private void answer(CustomerMessage answer, GraphMessage to) {
            var pause =
                    answer.content().toString().contains("Try again") ? plan.thinking.plusMillis(300) : plan.thinking;
            if (pause.isZero()) {
                say(answer, to.wamid());
                return;
            }
            Thread.ofVirtual().start(() -> {
                if (HttpSide.waited(pause)) {
                    synchronized (this) {
                        say(answer, to.wamid());
                    }
                }
            });
        }

        private void say(CustomerMessage message, String contextId) {
            transcript.add("> " + message.content());
            confirmed |= message.content().toString().contains("Confirm");
            waitingSince = Micros.now();
            long due = waitingSince;
            var wamid = "wamid.TALK" + plan.run + "x" + index + "x" + messages++;
            sent.incrementAndGet();
            deliveries.deliver(
                    index, new MetaEnvelope.Inbound(sender, wamid, due / 1_000_000, contextId, message), at -> {
                        ack.add(at - due);
                        lastMoveAt = at;
                    });
        }

        synchronized Ended ended() {
            return new Ended("+" + sender.waId(), orderNumber, confirmed, waitingSince > 0, List.copyOf(transcript));
        }
    }
}

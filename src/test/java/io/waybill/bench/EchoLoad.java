package io.waybill.bench;

import io.waybill.far.CustomerMessage;
import io.waybill.far.GraphMessage;
import io.waybill.far.HttpSide;
import io.waybill.far.MetaEnvelope;
import io.waybill.far.Micros;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Sends numbered texts at fixed times, whatever comes back, and matches each with its echo.
 *
 * <p>Latency counts from the moment a text was due, so a gateway that stalls pays for all the texts that it kept waiting.
 */
public final class EchoLoad {
    private static final Pattern TOKEN = Pattern.compile("wb(\\d+)-(\\d+)");

    /**
     * @param run number of this load, different for loads whose echoes could meet
     * @param contacts texts go to them in turn, so each has {@code contacts / perSecond} seconds between two
     * @param patience how long to wait after the last text while no echo comes
     */
    public record Plan(int run, double perSecond, Duration time, int contacts, Duration patience) {
        /** Enough contacts for ten texts each: WhatsApp lets nobody be sent more than 45 in a burst. */
        public static Plan of(int run, double perSecond, Duration time) {
            int texts = (int) (perSecond * time.toMillis() / 1_000);
            return new Plan(run, perSecond, time, Math.max(200, texts / 10), Duration.ofSeconds(20));
        }

        int texts() {
            return (int) (perSecond * time.toMillis() / 1_000);
        }
    }

    /**
     * @param lost acknowledged and never echoed
     * @param doubled echoes beyond the first
     * @param outOfOrder echoes that came after a later one of the same contact
     * @param misdirected echoes that went to another contact
     * @param drain seconds from the last due text to the last echo
     */
    public record Result(
            Plan plan,
            int acknowledged,
            int echoed,
            int lost,
            int doubled,
            int outOfOrder,
            int misdirected,
            double drain,
            double lateByDriver,
            Latencies ack,
            Latencies reply) {}

    private final Plan plan;
    private final Deliveries deliveries;
    private final Latencies ack = new Latencies();
    private final Latencies reply = new Latencies();
    private final long[] due;
    private final AtomicIntegerArray acknowledged;
    private final AtomicInteger acknowledgements = new AtomicInteger();
    private final int[] echoes;
    private final int[] lastOfContact;
    private int echoed;
    private int doubled;
    private int outOfOrder;
    private int misdirected;
    private volatile long lastEchoAt;

    private EchoLoad(Plan plan, Deliveries deliveries) {
        this.plan = plan;
        this.deliveries = deliveries;
        this.due = new long[plan.texts()];
        this.acknowledged = new AtomicIntegerArray(plan.texts());
        this.echoes = new int[plan.texts()];
        this.lastOfContact = new int[plan.contacts];
        Arrays.fill(lastOfContact, -1);
    }

    /** Runs the whole load and waits for its echoes. */
    public static Result run(Plan plan, Deliveries deliveries, GraphFeed feed) {
        var load = new EchoLoad(plan, deliveries);
        Consumer<GraphMessage> listener = load::heard;
        feed.add(listener);
        try {
            return load.run();
        } finally {
            feed.remove(listener);
        }
    }

    private Result run() {
        long start = Micros.now() + 20_000;
        double worstDelay = 0;
        for (int text = 0; text < due.length; text++) {
            due[text] = start + (long) (text * 1_000_000.0 / plan.perSecond);
            for (long ahead = due[text] - Micros.now(); ahead > 0; ahead = due[text] - Micros.now()) {
                LockSupport.parkNanos(ahead * 1_000);
            }
            send(text);
            worstDelay = Math.max(worstDelay, (Micros.now() - due[text]) / 1_000.0);
        }
        awaitEchoes();
        return result(worstDelay);
    }

    private void send(int text) {
        var sender =
                MetaEnvelope.Sender.of(Phones.waId(plan.run, text % plan.contacts), "Bench " + text % plan.contacts);
        var body = CustomerMessage.text("wb" + plan.run + "-" + text);
        var message = new MetaEnvelope.Inbound(
                sender, "wamid.BENCH" + plan.run + "x" + text, due[text] / 1_000_000, null, body);
        deliveries.deliver(text % plan.contacts, message, at -> {
            ack.add(at - due[text]);
            acknowledged.set(text, 1);
            acknowledgements.incrementAndGet();
        });
    }

    private void awaitEchoes() {
        long quietSince = Micros.now();
        int seen = -1;
        while (!isComplete() && Micros.now() - quietSince < plan.patience.toNanos() / 1_000) {
            int now = progress();
            if (now != seen) {
                seen = now;
                quietSince = Micros.now();
            }
            HttpSide.waited(Duration.ofMillis(50));
        }
        // an echo too many comes a moment after the last expected one
        HttpSide.waited(Duration.ofMillis(300));
    }

    private synchronized int progress() {
        return echoed + acknowledgements.get();
    }

    private synchronized boolean isComplete() {
        return echoed == due.length && acknowledgements.get() == due.length;
    }

    private synchronized void heard(GraphMessage message) {
        var token = TOKEN.matcher(message.text());
        if (!token.find() || Integer.parseInt(token.group(1)) != plan.run) {
            return;
        }
        int text = Integer.parseInt(token.group(2));
        int contact = text % plan.contacts;
        if (!message.recipient().equals("+" + Phones.waId(plan.run, contact))) {
            misdirected++;
        }
        if (echoes[text]++ > 0) {
            doubled++;
            return;
        }
        echoed++;
        reply.add(message.at() - due[text]);
        lastEchoAt = Math.max(lastEchoAt, message.at());
        if (text < lastOfContact[contact]) {
            outOfOrder++;
        }
        lastOfContact[contact] = Math.max(lastOfContact[contact], text);
    }

    private synchronized Result result(double worstDelay) {
        int lost = 0;
        for (int text = 0; text < due.length; text++) {
            if (acknowledged.get(text) == 1 && echoes[text] == 0) {
                lost++;
            }
        }
        double drain = Math.max(0, lastEchoAt - due[due.length - 1]) / 1_000_000.0;
        return new Result(
                plan,
                acknowledgements.get(),
                echoed,
                lost,
                doubled,
                outOfOrder,
                misdirected,
                drain,
                worstDelay,
                ack,
                reply);
    }
}

package io.waybill.bench;

import io.waybill.far.HttpSide;
import io.waybill.far.MetaEnvelope;
import io.waybill.far.Micros;
import io.waybill.far.SignedWebhook;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/**
 * Delivers webhooks over a fixed number of connections as Meta would: signed, again until 200, and if asked doubled or late.
 *
 * <p>A contact stays on one connection, so its messages arrive in their order unless reordering is asked for.
 */
public final class Deliveries implements AutoCloseable {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

    /**
     * @param duplicates share of messages delivered twice, half of them at the same moment over another connection
     * @param reordered share of messages held back for up to half a second
     * @param repostPause wait before a delivery that was not answered with 200 is tried again
     */
    public record Settings(
            URI webhook,
            String appSecret,
            String businessAccountId,
            String phoneNumberId,
            int connections,
            double duplicates,
            double reordered,
            Duration repostPause,
            long seed) {

        public static Settings of(URI webhook, String appSecret, String businessAccountId, String phoneNumberId) {
            return new Settings(
                    webhook, appSecret, businessAccountId, phoneNumberId, 64, 0, 0, Duration.ofMillis(250), 1);
        }

        public Settings disturbed(double duplicates, double reordered, long seed) {
            return new Settings(
                    webhook,
                    appSecret,
                    businessAccountId,
                    phoneNumberId,
                    connections,
                    duplicates,
                    reordered,
                    repostPause,
                    seed);
        }
    }

    private record Delivery(MetaEnvelope.Inbound message, LongConsumer acknowledged) {}

    private final Settings settings;
    private final MetaEnvelope envelope;
    private final Random random;
    private final List<LinkedBlockingQueue<Delivery>> queues = new ArrayList<>();
    private final List<Thread> workers = new ArrayList<>();
    private final LongAdder refused = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final LongAdder doubled = new LongAdder();

    public Deliveries(Settings settings) {
        this.settings = settings;
        this.envelope = new MetaEnvelope(settings.businessAccountId, settings.phoneNumberId);
        this.random = new Random(settings.seed);
        for (int i = 0; i < settings.connections; i++) {
            var queue = new LinkedBlockingQueue<Delivery>();
            queues.add(queue);
            // platform threads: a blocking read in the kernel costs less than parking and waking a virtual thread
            // around it
            workers.add(Thread.ofPlatform().daemon().name("webhook-" + i).start(() -> work(queue)));
        }
    }

    /** Delivers soon; {@code acknowledged} hears the moment (in microseconds) of the 200. */
    public void deliver(int contact, MetaEnvelope.Inbound message, LongConsumer acknowledged) {
        int home = Math.floorMod(contact, queues.size());
        var delivery = new Delivery(message, acknowledged);
        if (isDrawn(settings.reordered)) {
            later(home, delivery);
        } else {
            queues.get(home).add(delivery);
        }
        if (isDrawn(settings.duplicates)) {
            doubled.increment();
            var copy = new Delivery(message, at -> {});
            if (isDrawn(0.5)) {
                queues.get((home + 1) % queues.size()).add(copy);
            } else {
                later(home, copy);
            }
        }
    }

    /** Deliveries answered with something else than 200, and tried again. */
    public long refused() {
        return refused.sum();
    }

    /** Deliveries whose connection failed, and tried again. */
    public long broken() {
        return broken.sum();
    }

    /** Deliveries doubled on purpose. */
    public long doubled() {
        return doubled.sum();
    }

    @Override
    public void close() {
        workers.forEach(Thread::interrupt);
    }

    private boolean isDrawn(double share) {
        if (share <= 0) {
            return false;
        }
        synchronized (random) {
            return random.nextDouble() < share;
        }
    }

    private void later(int home, Delivery delivery) {
        int millis;
        synchronized (random) {
            millis = 20 + random.nextInt(480);
        }
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                .execute(() -> queues.get(home).add(delivery));
    }

    private void work(LinkedBlockingQueue<Delivery> queue) {
        var mac = SignedWebhook.mac(settings.appSecret);
        try (var connection = new WebhookConnection(settings.webhook, ANSWER_TIMEOUT)) {
            while (true) {
                var delivery = queue.take();
                var body = envelope.of(delivery.message);
                postUntilTaken(connection, body, SignedWebhook.signature(mac, body));
                delivery.acknowledged.accept(Micros.now());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void postUntilTaken(WebhookConnection connection, byte[] body, String signature)
            throws InterruptedException {
        do {
            try {
                if (connection.post(body, signature) == 200) {
                    return;
                }
                refused.increment();
            } catch (IOException e) {
                broken.increment();
            }
        } while (HttpSide.waited(settings.repostPause));
        throw new InterruptedException();
    }
}

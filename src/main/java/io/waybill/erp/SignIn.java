package io.waybill.erp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pass that goes with each call, kept until it is over or rejected.
 *
 * <p>However many calls need a new one at once, one of them fetches it and all others wait for that.
 */
final class SignIn {

    private final List<String> configured;
    private final @Nullable Duration idle;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Pass pass;
    private volatile Instant used = Instant.EPOCH;
    private @Nullable CompletableFuture<Result> pending;

    /**
     * @param configured secrets from the configuration
     * @param idle after which a pass that was not used is over
     */
    SignIn(List<String> configured, @Nullable Duration idle, Clock clock) {
        this.configured = List.copyOf(configured);
        this.idle = idle;
        this.clock = clock;
    }

    /** How an attempt to get a pass ended. */
    sealed interface Result {}

    /**
     * @param headers that say who asks
     * @param secrets in them
     * @param expires when it is to be renewed
     */
    record Pass(Map<String, String> headers, List<String> secrets, Instant expires) implements Result {

        /** For an ERP that asks for none. */
        static final Pass NONE = new Pass(Map.of(), List.of(), Instant.MAX);

        @Override
        public String toString() {
            return "Pass[expires=" + expires + "]";
        }
    }

    record Failed(ErpReply reply) implements Result {}

    /**
     * A pass that is not known to be bad.
     *
     * @param rejected the pass that the ERP has just rejected
     */
    Result get(@Nullable Pass rejected, Supplier<Result> fetch) {
        CompletableFuture<Result> flight;
        boolean mine = false;
        lock.lock();
        try {
            Pass known = pass;
            if (known != null && known != rejected && isValid(known)) {
                used = clock.instant();
                return known;
            }
            if (pending == null) {
                pending = new CompletableFuture<>();
                mine = true;
            }
            flight = pending;
        } finally {
            lock.unlock();
        }
        if (mine) {
            fetch(flight, fetch);
        }
        return flight.join();
    }

    private boolean isValid(Pass known) {
        Instant now = clock.instant();
        return now.isBefore(known.expires()) && (idle == null || now.isBefore(used.plus(idle)));
    }

    private void fetch(CompletableFuture<Result> flight, Supplier<Result> fetch) {
        Result result = new Failed(new ErpReply.Down("AUTH: it broke off inside Waybill; see the log."));
        try {
            result = fetch.get();
        } finally {
            lock.lock();
            try {
                pass = result instanceof Pass fresh ? fresh : null;
                used = clock.instant();
                pending = null;
            } finally {
                lock.unlock();
            }
            flight.complete(result);
        }
    }

    /** {@code text} without anything secret in it: an ERP may repeat in its answers what we sent. */
    String withoutSecrets(String text) {
        Pass current = pass;
        String safe = text;
        Stream<String> secrets = Stream.concat(
                configured.stream(), Optional.ofNullable(current).stream().flatMap(known -> known.secrets().stream()));
        for (String secret : secrets.toList()) {
            // A secret of one or two letters would mask half the text and protect nothing.
            safe = secret.length() < 3 ? safe : safe.replace(secret, "***");
        }
        return safe;
    }
}

package io.waybill.erp;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a slow or failing ERP from taking all our threads: one bulkhead and one circuit breaker for each operation. */
final class Guards {

    private static final Logger log = LoggerFactory.getLogger(Guards.class);

    private final Map<ErpOperation, Guard> guards = new EnumMap<>(ErpOperation.class);
    private final Duration open;
    private final Clock clock;

    Guards(int bulkhead, Duration bulkheadWait, ErpProperties.CircuitBreaker settings, Clock clock) {
        this.open = settings.open();
        this.clock = clock;
        BulkheadConfig bulkheads = BulkheadConfig.custom()
                .maxConcurrentCalls(bulkhead)
                .maxWaitDuration(bulkheadWait)
                .writableStackTraceEnabled(false)
                .build();
        CircuitBreakerConfig breakers = CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.calls())
                .minimumNumberOfCalls(Math.max(1, settings.calls() / 2))
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.open())
                .permittedNumberOfCallsInHalfOpenState(3)
                .writableStackTraceEnabled(false)
                .clock(clock)
                .build();
        for (ErpOperation operation : ErpOperation.values()) {
            CircuitBreaker breaker = CircuitBreaker.of(operation.name(), breakers);
            Trouble trouble = new Trouble(clock.instant());
            breaker.getEventPublisher().onStateTransition(event -> {
                trouble.since = clock.instant();
                tell(operation, event.getStateTransition().getToState());
            });
            guards.put(operation, new Guard(Bulkhead.of(operation.name(), bulkheads), breaker, trouble));
        }
    }

    private void tell(ErpOperation operation, CircuitBreaker.State state) {
        switch (state) {
            case OPEN ->
                log.warn(
                        "{} is not sent to the ERP for {}: too many of the last calls failed.",
                        operation,
                        ErpHttp.seconds(open));
            case HALF_OPEN -> log.info("{} is tried again.", operation);
            default -> log.info("{} works again.", operation);
        }
    }

    /** Runs {@code call} unless too many are running or too many have failed. */
    ErpReply run(ErpOperation operation, Supplier<ErpReply> call) {
        Guard guard = guards.get(operation);
        if (!guard.bulkhead().tryAcquirePermission()) {
            return new Down(
                    "%s: not sent, because %d of these calls are running already. The ERP is slow; raise waybill.erp.bulkhead only if it can take more."
                            .formatted(
                                    operation,
                                    guard.bulkhead().getBulkheadConfig().getMaxConcurrentCalls()));
        }
        try {
            return unlessBroken(operation, guard, call);
        } finally {
            guard.bulkhead().onComplete();
        }
    }

    /** How the calls of {@code operation} go. */
    Circuit circuit(ErpOperation operation) {
        Guard guard = guards.get(operation);
        CircuitBreaker breaker = guard.breaker();
        Trouble trouble = guard.trouble();
        Circuit.State state = switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> Circuit.State.OPEN;
            case HALF_OPEN -> Circuit.State.HALF_OPEN;
            default -> Circuit.State.CLOSED;
        };
        return new Circuit(
                operation,
                state,
                breaker.getMetrics().getNumberOfBufferedCalls(),
                breaker.getMetrics().getNumberOfFailedCalls(),
                trouble.since,
                trouble.last,
                state == Circuit.State.OPEN ? trouble.since.plus(open) : null);
    }

    /** Lets the next calls through although too many failed; false when nothing kept them back. */
    boolean letThrough(ErpOperation operation) {
        CircuitBreaker breaker = guards.get(operation).breaker();
        if (breaker.getState() != CircuitBreaker.State.OPEN) {
            return false;
        }
        breaker.transitionToHalfOpenState();
        return true;
    }

    /** Sends nothing again for a while, after {@link #letThrough} was in vain. */
    void keepBack(ErpOperation operation) {
        CircuitBreaker breaker = guards.get(operation).breaker();
        if (breaker.getState() == CircuitBreaker.State.HALF_OPEN) {
            breaker.transitionToOpenState();
        }
    }

    private ErpReply unlessBroken(ErpOperation operation, Guard guard, Supplier<ErpReply> call) {
        CircuitBreaker breaker = guard.breaker();
        if (!breaker.tryAcquirePermission()) {
            return new Down("%s: not sent, because too many of the last calls failed. It is tried again after %s."
                    .formatted(operation, ErpHttp.seconds(open)));
        }
        long start = System.nanoTime();
        boolean judged = false;
        try {
            ErpReply reply = call.get();
            long took = System.nanoTime() - start;
            switch (reply) {
                case Down(String reason) -> failed(guard, reason, took);
                case Unknown(String reason) -> failed(guard, reason, took);
                default -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            }
            judged = true;
            return reply;
        } finally {
            if (!judged) {
                breaker.releasePermission();
            }
        }
    }

    private void failed(Guard guard, String reason, long took) {
        guard.trouble().last = new Circuit.Failure(ErpGateway.withoutNumbers(reason), clock.instant());
        guard.breaker().onError(took, TimeUnit.NANOSECONDS, TechnicalFailure.INSTANCE);
    }

    private record Guard(Bulkhead bulkhead, CircuitBreaker breaker, Trouble trouble) {}

    /** What the circuit breaker does not remember. */
    private static final class Trouble {
        private volatile Instant since;
        private volatile Circuit.@Nullable Failure last;

        Trouble(Instant since) {
            this.since = since;
        }
    }

    /** The circuit breaker wants an exception; ours is an {@link ErpReply}. */
    private static final class TechnicalFailure extends RuntimeException {
        static final TechnicalFailure INSTANCE = new TechnicalFailure();

        private TechnicalFailure() {
            super("technical failure", null, false, false);
        }
    }
}

package io.waybill.whatsapp;

import io.waybill.message.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a message did not go out, and what to do about it.
 *
 * @param scope what has to wait or stop
 * @param code Meta's error code; absent when no answer of Graph was understood
 * @param details Meta's own explanation
 * @param advice one sentence for an operator
 * @param retries how often the same request may be sent again
 */
public record SendFailure(
        Kind kind,
        Scope scope,
        Pace pace,
        int retries,
        @Nullable Integer code,
        @Nullable String details,
        String advice) {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** What the outbox does next. */
    public enum Kind {
        /** Send the same again, as {@link Pace} says. */
        RETRY,
        /** Leave the {@link Scope} alone for a while: sending on makes it worse. */
        WAIT,
        /** Never send this again; others are not affected. */
        PERMANENT,
        /** Stop the channel and call somebody: nothing will go out until it is set right. */
        CONFIGURATION,
        /** It may have been sent: wait for a status that carries its callback data before sending again. */
        AMBIGUOUS
    }

    /** How far a failure reaches. */
    public enum Scope {
        MESSAGE,
        /** All messages to this person. */
        CONTACT,
        /** All messages of our number. */
        NUMBER
    }

    /** How long to wait before attempt {@code n + 1}. */
    public enum Pace {
        NEVER(Duration.ZERO, 1, Duration.ZERO),
        /** Graph is unwell. */
        BACKOFF(Duration.ofSeconds(1), 2, Duration.ofMinutes(5)),
        /** The number sends too fast: all its messages slow down. */
        NUMBER(Duration.ofSeconds(1), 2, Duration.ofSeconds(30)),
        /** This one person gets too much: only their messages wait, 4^n seconds as Meta asks. */
        PAIR(Duration.ofSeconds(1), 4, Duration.ofHours(1)),
        MINUTES(Duration.ofMinutes(1), 2, Duration.ofHours(1)),
        HOURS(Duration.ofHours(1), 2, Duration.ofHours(24));

        private final Duration first;
        private final int factor;
        private final Duration longest;

        Pace(Duration first, int factor, Duration longest) {
            this.first = first;
            this.factor = factor;
            this.longest = longest;
        }

        /** Without jitter; {@code attempt} counts from 1. */
        public Duration after(int attempt) {
            Duration delay = first;
            for (int i = 1; i < attempt && delay.compareTo(longest) < 0; i++) {
                delay = delay.multipliedBy(factor);
            }
            return delay.compareTo(longest) > 0 ? longest : delay;
        }
    }

    /** The failure that a {@code failed} status reports. */
    public static SendFailure of(Problem problem) {
        return GraphErrors.classify(problem.code(), problem.details());
    }

    static SendFailure retry(Pace pace, String advice) {
        return retry(Scope.MESSAGE, pace, UNLIMITED, advice);
    }

    static SendFailure retry(Scope scope, Pace pace, String advice) {
        return retry(scope, pace, UNLIMITED, advice);
    }

    static SendFailure retry(Scope scope, Pace pace, int retries, String advice) {
        return new SendFailure(Kind.RETRY, scope, pace, retries, null, null, advice);
    }

    static SendFailure waiting(Scope scope, Pace pace, String advice) {
        return new SendFailure(Kind.WAIT, scope, pace, UNLIMITED, null, null, advice);
    }

    public static SendFailure permanent(String advice) {
        return new SendFailure(Kind.PERMANENT, Scope.MESSAGE, Pace.NEVER, 0, null, null, advice);
    }

    static SendFailure configuration(String advice) {
        return new SendFailure(Kind.CONFIGURATION, Scope.NUMBER, Pace.MINUTES, UNLIMITED, null, null, advice);
    }

    static SendFailure ambiguous(@Nullable String details, String advice) {
        return new SendFailure(Kind.AMBIGUOUS, Scope.MESSAGE, Pace.NEVER, 1, null, details, advice);
    }

    SendFailure with(@Nullable Integer newCode, @Nullable String newDetails) {
        return new SendFailure(kind, scope, pace, retries, newCode, newDetails, advice);
    }
}

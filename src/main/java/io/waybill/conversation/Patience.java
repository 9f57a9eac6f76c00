package io.waybill.conversation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * How long a customer waits for the ERP without a word, counted from when their message is taken up.
 *
 * <p>Used by one thread, for one message.
 */
final class Patience {

    /** Nobody waits. */
    static final Patience ENDLESS = new Patience(0, true);

    private final long end;
    private boolean spent;

    private Patience(long end, boolean spent) {
        this.end = end;
        this.spent = spent;
    }

    static Patience of(Duration patience) {
        return patience.isZero() ? ENDLESS : new Patience(System.nanoTime() + patience.toNanos(), false);
    }

    /** What is done when it ends. */
    interface Word {
        void say() throws InterruptedException;
    }

    /** Asks {@code question}; {@code word} is said meanwhile if patience ends, once for the message. */
    <T> T ask(Supplier<T> question, Word word) throws InterruptedException {
        if (spent) {
            return question.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread asking = start(question, answer);
        try {
            try {
                return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                spent = true;
                word.say();
                return answer.get();
            }
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } finally {
            asking.interrupt();
        }
    }

    private static <T> Thread start(Supplier<T> question, CompletableFuture<T> answer) {
        @Nullable String trace = MDC.get("trace");
        return Thread.ofVirtual().name("erp-call").start(() -> {
            MDC.put("trace", trace);
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}

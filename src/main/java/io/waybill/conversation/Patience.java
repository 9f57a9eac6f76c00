package io.waybill.conversation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * How long a customer waits for the ERP without a sign that they were heard, counted from when their message is taken up: first we
 * are seen typing, then there is a word.
 *
 * <p>Used by one thread, for one message.
 */
final class Patience {

    /** Nobody waits. */
    static final Patience ENDLESS = new Patience(new ArrayDeque<>());

    private final Deque<Sign> signs;

    private Patience(Deque<Sign> signs) {
        this.signs = signs;
    }

    /**
     * @param typingAfter zero: never
     * @param typing must not keep the caller
     * @param patience zero: for as long as it takes
     */
    static Patience of(Duration typingAfter, Runnable typing, Duration patience) {
        long start = System.nanoTime();
        Deque<Sign> signs = new ArrayDeque<>();
        if (!patience.isZero()) {
            signs.add(new Sign(start + patience.toNanos(), Word::say));
        }
        // Whoever has had a word already needs no dots.
        if (!typingAfter.isZero() && (patience.isZero() || typingAfter.compareTo(patience) < 0)) {
            signs.addFirst(new Sign(start + typingAfter.toNanos(), word -> typing.run()));
        }
        return new Patience(signs);
    }

    /** What is said when it ends. */
    interface Word {
        void say() throws InterruptedException;
    }

    /** Asks {@code question}; the signs that are due meanwhile are given, each once for the message. */
    <T> T ask(Supplier<T> question, Word word) throws InterruptedException {
        if (signs.isEmpty()) {
            return question.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread asking = start(question, answer);
        try {
            while (!signs.isEmpty()) {
                try {
                    return answer.get(Math.max(0, signs.element().at() - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    signs.remove().give().to(word);
                }
            }
            return answer.get();
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

    private interface Given {
        void to(Word word) throws InterruptedException;
    }

    /** @param at of {@link System#nanoTime} */
    private record Sign(long at, Given give) {}
}

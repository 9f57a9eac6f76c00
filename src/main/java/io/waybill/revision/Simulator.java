package io.waybill.revision;

import io.waybill.flow.simulate.FlowSet;
import io.waybill.flow.simulate.ImpossibleInput;
import io.waybill.flow.simulate.Input;
import io.waybill.flow.simulate.Played;
import io.waybill.flow.simulate.Reaction;
import io.waybill.flow.simulate.Recorded;
import io.waybill.flow.simulate.Recorded.Step;
import io.waybill.flow.simulate.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Plays conversations on the server, of which nobody knows what they cost before they are over: few at a time, on threads of their
 * own, with bounds on time and size.
 */
final class Simulator implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 16;
    private static final int MOST_INPUTS = 200;
    private static final int LONGEST_ANSWER = 4_000_000;

    private final Duration limit;
    private final ThreadPoolExecutor threads;

    /** @param limit for all inputs of a conversation together */
    Simulator(Duration limit) {
        this(limit, AT_ONCE, WAITING);
    }

    Simulator(Duration limit, int atOnce, int waiting) {
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform()
                        .name("flow-simulator-", 1)
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** One input and what it led to. */
    record Moment(Step step, Instant now, Reaction reaction, String session) {}

    /** @param stopped why the rest of the inputs led to nothing; null: there was no rest */
    record Conversation(List<Moment> moments, @Nullable String stopped) {}

    /** What each input leads to, those given before among them. */
    Conversation play(Recorded recorded) {
        requireFew(recorded);
        return away(() -> {
            Phone phone = new Phone(recorded.flows(), recorded);
            List<Step> steps = new ArrayList<>(recorded.given());
            steps.addAll(recorded.steps());
            List<Moment> moments = new ArrayList<>();
            try {
                for (Step step : steps) {
                    Reaction reaction = phone.take(step.input());
                    moments.add(new Moment(step, phone.simulation.now(), reaction, phone.session()));
                }
                return new Conversation(moments, null);
            } catch (ImpossibleInput e) {
                return new Conversation(moments, e.getMessage());
            }
        });
    }

    /** Where the conversation goes otherwise than recorded; empty: nowhere. */
    Optional<String> test(Recorded recorded) {
        requireFew(recorded);
        return away(() ->
                Played.of(recorded, new Phone(recorded.flows(), recorded)::take).difference());
    }

    private static void requireFew(Recorded recorded) {
        if (recorded.given().size() + recorded.steps().size() > MOST_INPUTS) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "A conversation has %d inputs at most here.".formatted(MOST_INPUTS));
        }
    }

    /** Does what bounds itself in time on one of the threads. */
    <T> T away(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "Too many simulations run at once. Try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "The gateway is being stopped.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException("The simulation failed.", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Counts what its conversation costs. */
    private final class Phone {

        private final Simulation simulation;
        private final long end = System.nanoTime() + limit.toNanos();
        private long length;
        private @Nullable String session;

        Phone(FlowSet flows, Recorded recorded) {
            this.simulation = new Simulation(flows, recorded.setup());
        }

        Reaction take(Input input) {
            Reaction reaction = simulation.take(input, Duration.ofNanos(end - System.nanoTime()));
            session = simulation.session().toJson();
            length += session.length() + length(reaction);
            if (length > LONGEST_ANSWER) {
                throw new ImpossibleInput(
                        "The conversation has grown longer than %d characters.".formatted(LONGEST_ANSWER));
            }
            return reaction;
        }

        String session() {
            return String.valueOf(session);
        }

        private static long length(Reaction reaction) {
            return reaction.messages().stream()
                            .mapToLong(message -> message.payload().toString().length())
                            .sum()
                    + reaction.calls().stream()
                            .mapToLong(call -> call.request().toString().length())
                            .sum();
        }
    }
}

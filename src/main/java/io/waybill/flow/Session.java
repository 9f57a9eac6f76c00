package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where one customer stands: everything needed to go on, and nothing else. It stays the same session from flow to flow, so that no
 * visit, and with it no key and no reply id, is ever used twice.
 *
 * @param visit counts each step entered and each menu shown
 * @param place null: in no flow
 * @param variables never changed in place
 * @param interrupted the question that a command or an event led away from, for {@code @back} and {@code @stay}
 * @param silences questions that ended unanswered since the customer last wrote
 * @param language that the customer chose, whatever their number says; null: none
 * @param failure for {@code @retry}, and for the person who takes over
 * @param queuedSince when what the customer decided could first not be done because the ERP did not answer; null: it is done
 * @param beside what the flow was started beside, to be gone on with at its end; null: nothing
 */
public record Session(
        String id,
        int visit,
        @Nullable Place place,
        Waiting waiting,
        ObjectNode variables,
        Cart cart,
        Start start,
        int silences,
        @Nullable String language,
        Waiting.@Nullable Question interrupted,
        @Nullable Failure failure,
        @Nullable Instant queuedSince,
        @Nullable Session beside) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,20}");

    public Session {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A session id is 1 to 20 letters, digits, - and _, since keys are made of it: " + id);
        }
    }

    /** A session in which nothing has happened yet. */
    public static Session idle(String id) {
        return new Session(
                id,
                0,
                null,
                new Waiting.Idle(),
                Json.object(),
                Cart.empty(),
                Start.NOTHING,
                0,
                null,
                null,
                null,
                null,
                null);
    }

    public static Session fromJson(String json) {
        return SessionJson.read(json);
    }

    public String toJson() {
        return SessionJson.write(this);
    }

    /** When {@link Event.TimePassed} would change something; empty while nothing is left to time. */
    public Optional<Instant> wakesAt() {
        return switch (waiting) {
            case Waiting.Question question
            when question.silence() != null -> Optional.of(question.silence().next());
            case Waiting.HandedOver handedOver -> Optional.ofNullable(handedOver.until());
            default -> Optional.empty();
        };
    }

    /**
     * Its place in the queue of those who wait for the ERP, kept while its calls are made: the next may not overtake it between two of
     * them. Empty while it waits for anything else.
     */
    public Optional<Instant> queuedAt() {
        return waiting instanceof Waiting.Queued || waiting instanceof Waiting.Calls
                ? Optional.ofNullable(queuedSince)
                : Optional.empty();
    }

    /** The same with the cart of {@code other}, unless it has one. */
    public Session withCartOf(Session other) {
        return !cart.lines().isEmpty() || cart.submitted() || other.cart().submitted()
                ? this
                : new Session(
                        id,
                        visit,
                        place,
                        waiting,
                        variables,
                        other.cart(),
                        start,
                        silences,
                        language,
                        interrupted,
                        failure,
                        queuedSince,
                        beside);
    }

    /** A person answers, also where the customer orders something beside that. */
    public boolean isWithPerson() {
        return waiting instanceof Waiting.HandedOver || beside != null && beside.isWithPerson();
    }

    /** A variable of the flow, or of the one that it was started beside. */
    public JsonNode variable(String name) {
        return variables.has(name) || beside == null ? variables.path(name) : beside.variable(name);
    }

    /** The same with nothing left to time. */
    public Session withoutWaking() {
        return waiting instanceof Waiting.Question || waiting instanceof Waiting.HandedOver
                ? new Session(
                        id,
                        visit,
                        place,
                        untimed(waiting),
                        variables,
                        cart,
                        start,
                        silences,
                        language,
                        interrupted,
                        failure,
                        queuedSince,
                        beside)
                : this;
    }

    private static Waiting untimed(Waiting timed) {
        return switch (timed) {
            case Waiting.Question question -> question.withoutEnd();
            case Waiting.HandedOver(Instant until, Waiting.Question question) -> new Waiting.HandedOver(null, question);
            default -> timed;
        };
    }

    /** A step of one revision of a flow. */
    public record Place(String flow, String revision, String step) {}

    /** The step whose call or expression failed last, and why. */
    public record Failure(String step, String reason) {}
}

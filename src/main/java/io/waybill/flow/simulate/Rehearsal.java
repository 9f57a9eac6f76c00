package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.Session;
import io.waybill.flow.Waiting;
import io.waybill.flow.lint.Ways;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a way to a step, by answering every question as customers do: each option, each command, a plausible answer, silence; and by
 * letting the ERP fail or change on the way. The customers take turns; of each, what is nearest by the arrows of the flow is tried first. A
 * question is answered so twice at most, since what was said before may matter.
 */
public final class Rehearsal {

    private static final int MOST_PLAYS = 4_000;
    private static final int MOST_VISITS = 2;
    private static final int PATIENCE = 8;

    private static final Pattern WORD = Pattern.compile("[a-z]{1,12}");

    private final FlowSet flows;
    private final String flow;
    private final String first;
    private final String wanted;
    private final Map<String, Integer> distances;
    private final boolean straight;
    private final int far;
    private final Improvisation improvisation;
    private final long end;
    private long tried;

    /**
     * @param flow which has the step, and is in {@code flows}
     * @param json what {@code flow} was read from
     * @param wanted words that nothing but the step says
     * @param limit for all searches together
     */
    public Rehearsal(FlowSet flows, FlowDefinition flow, JsonNode json, String step, String wanted, Duration limit) {
        Ways ways = new Ways(flow, step);
        this.flows = flows;
        this.flow = flow.id();
        this.first = flow.steps().getFirst().id();
        this.wanted = wanted;
        this.distances = ways.distances();
        this.straight = ways.straight();
        this.far = flow.steps().size();
        this.improvisation = new Improvisation(flows.flows(), flow, json, ways);
        this.end = System.nanoTime() + limit.toNanos();
    }

    /**
     * Inputs of which the last leads to the step.
     *
     * @param customer whose conversation it is, by place in the list
     * @param at which of the messages after the last input it is
     */
    public record Way(int customer, List<ObjectNode> inputs, int at) {}

    /**
     * A conversation to be played.
     *
     * @param effort how long it is, and how far from the step it was before its last input
     * @param order among those of the same effort
     */
    private record Attempt(List<ObjectNode> inputs, boolean changed, int effort, long order) {}

    /**
     * @param shown the last messages that can be tapped on
     * @param done what has been written for good, by the ERP or by us
     */
    private record Heard(Reaction last, List<ShownMessage> shown, Set<String> done, Session session) {}

    /** What is left to try of a customer, and how often they were where. */
    private final class Turns {

        private final int customer;
        private final Setup setup;
        private final Queue<Attempt> open =
                new PriorityQueue<>(Comparator.comparingInt(Attempt::effort).thenComparingLong(Attempt::order));
        private final Map<String, Integer> visits = new HashMap<>();
        private final Map<String, Integer> stops = new HashMap<>();

        Turns(int customer, Setup setup) {
            this.customer = customer;
            this.setup = setup;
            improvisation.openings(setup).forEach(idea -> open.add(attempt(List.of(), idea, false, 0)));
        }

        Optional<Way> next() {
            Attempt attempt = open.remove();
            Heard heard = play(setup, attempt.inputs());
            if (heard == null) {
                return Optional.empty();
            }
            int at = at(heard.last());
            if (at >= 0) {
                return Optional.of(new Way(customer, attempt.inputs(), at));
            }
            if (visits.merge(place(attempt, heard), 1, Integer::sum) <= MOST_VISITS) {
                int left = left(attempt, heard.session());
                improvisation
                        .after(setup, heard.session(), heard.shown(), !attempt.changed())
                        .forEach(idea -> open.add(attempt(attempt.inputs(), idea, attempt.changed(), left)));
            }
            return Optional.empty();
        }

        /** Near the step there may be much that leads nowhere: the more was tried from a place, the later is the rest. */
        private int left(Attempt attempt, Session session) {
            int before = stops.merge(step(session), 1, Integer::sum) - 1;
            return straight
                    ? attempt.inputs().size() + distance(session) + before / PATIENCE
                    // Every question is as near as any other: what counts is what was said before.
                    : before;
        }
    }

    /** A way of one of the customers; empty: none was found. */
    public Optional<Way> find(List<Setup> customers) {
        List<Turns> everybody = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            everybody.add(new Turns(i, customers.get(i)));
        }
        int plays = 0;
        while (!everybody.isEmpty()) {
            everybody.removeIf(turns -> turns.open.isEmpty());
            for (Turns turns : everybody) {
                if (plays++ == MOST_PLAYS || System.nanoTime() >= end) {
                    return Optional.empty();
                }
                Optional<Way> found = turns.next();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether {@code inputs} still lead to the step. */
    public Optional<Way> again(Setup setup, List<ObjectNode> inputs) {
        Heard heard = inputs.isEmpty() ? null : play(setup, inputs);
        int at = heard == null ? -1 : at(heard.last());
        return at < 0 ? Optional.empty() : Optional.of(new Way(0, inputs, at));
    }

    private Attempt attempt(List<ObjectNode> before, Improvisation.Idea idea, boolean changed, int effort) {
        List<ObjectNode> inputs = new ArrayList<>(before);
        inputs.add(idea.input());
        return new Attempt(List.copyOf(inputs), changed || idea.changes(), effort + idea.effort(), tried++);
    }

    private @Nullable Heard play(Setup setup, List<ObjectNode> inputs) {
        Simulation simulation = new Simulation(flows, setup);
        try {
            Reaction last = null;
            List<ShownMessage> shown = List.of();
            Set<String> done = new TreeSet<>();
            for (ObjectNode input : inputs) {
                last = simulation.take(RecordedReader.input(input), Duration.ofNanos(end - System.nanoTime()));
                shown = last.messages().stream()
                                .allMatch(message -> message.options().isEmpty())
                        ? shown
                        : last.messages();
                last.calls().stream()
                        .filter(call -> call.operation().writes())
                        .forEach(call -> done.add(call.operation() + " " + call.outcome()));
                last.results().forEach(result -> done.add(String.join(" ", names(result))));
            }
            return last == null ? null : new Heard(last, shown, done, simulation.session());
        } catch (ImpossibleInput e) {
            return null;
        }
    }

    private int at(Reaction reaction) {
        List<ShownMessage> messages = reaction.messages();
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).text().contains(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private int distance(Session session) {
        String step = step(session);
        if (step.isEmpty()) {
            return session.place() == null ? distances.getOrDefault(first, far) : far;
        }
        return distances.getOrDefault(step, far);
    }

    /** Where in the flow it stands; empty: nowhere. */
    private String step(Session session) {
        Session.Place place = session.place();
        if (place == null || !place.flow().equals(flow)) {
            return "";
        }
        Waiting.Question question = session.waiting().standing();
        return question == null ? place.step() : question.step();
    }

    private static List<String> names(ObjectNode result) {
        return result.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** What goes on from here is much the same, whatever led here. */
    private static String place(Attempt attempt, Heard heard) {
        Session session = heard.session();
        Session.Place place = session.place();
        Waiting.Question question = session.waiting().standing();
        StringBuilder key = new StringBuilder()
                .append(attempt.inputs().stream()
                        .filter(Improvisation::isChange)
                        .toList())
                .append(heard.done())
                .append(session.waiting().getClass().getSimpleName())
                .append(place == null ? "" : place.flow() + '/' + place.step())
                .append(question == null ? 0 : question.misses());
        heard.shown()
                .forEach(message ->
                        message.options().forEach(option -> key.append('|').append(option.title())));
        session.variables().properties().forEach(variable -> {
            if (variable.getValue().has("id")) {
                key.append(' ').append(variable.getValue().path("id"));
            }
            String value = variable.getValue().asText();
            if (WORD.matcher(value).matches()) {
                key.append(' ').append(variable.getKey()).append('=').append(value);
            }
        });
        session.cart().lines().stream()
                .findFirst()
                .ifPresent(line -> key.append(' ').append(line.product().path("id")));
        return key.toString();
    }
}

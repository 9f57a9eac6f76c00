package io.waybill.flow.replay;

import io.waybill.flow.Effect;
import io.waybill.flow.Event;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.FlowEngine;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.Flows;
import io.waybill.flow.Session;
import io.waybill.flow.Turn;
import io.waybill.flow.replay.Recording.RecordedTurn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a recorded conversation to the engine again: with its own flows, or with others in their place. */
public final class Replay {

    /** More rounds with the ERP than any sensible turn has. */
    private static final int MAX_ROUNDS = 100;

    private final Recording recording;
    private final FlowLoader loader;
    private final Map<String, FlowDefinition> compiled = new HashMap<>();
    private final Map<List<String>, Flows> sets = new HashMap<>();

    public Replay(Recording recording, FlowLoader loader) {
        this.recording = recording;
        this.loader = loader;
    }

    /**
     * @param turns how many were replayed
     * @param parting where it first went otherwise; null: nowhere
     */
    public record Result(int turns, @Nullable Parting parting) {}

    /**
     * @param turn counted from 1
     * @param input what happened, in words
     * @param recorded what it led to; empty where that was not kept
     */
    public record Parting(int turn, String at, String input, List<String> recorded, List<String> replayed) {}

    /** With the same flows: every turn must come to the same, byte for byte. */
    public Result same() {
        Session session = Objects.requireNonNull(recording.turns().getFirst().before());
        int number = 0;
        for (RecordedTurn recorded : recording.turns()) {
            number++;
            Session before = recorded.before() == null ? session : recorded.before();
            Turn turn = advance(before, recorded, flows(recorded.published()));
            if (!TurnRecorder.fingerprint(turn).equals(recorded.fingerprint())) {
                return new Result(number, parting(number, recorded, List.of(), Lines.of(turn)));
            }
            session = turn.session();
        }
        return new Result(number, null);
    }

    /** With {@code drafts} in the place of the flows that have their ids: what customers would have seen must be the same. */
    public Result against(Collection<FlowDefinition> drafts) {
        return new Other(drafts).play();
    }

    private Turn advance(Session session, RecordedTurn recorded, Flows flows) {
        return new FlowEngine(withPlaceOf(session, flows)).advance(session, recorded.event(), recorded.world());
    }

    /** A session goes on in the revision it stands on. */
    private Flows withPlaceOf(Session session, Flows flows) {
        Session.Place place = session.place();
        if (place == null || flows.revision(place.flow(), place.revision()).isPresent()) {
            return flows;
        }
        String name = place.flow() + '@' + place.revision();
        return recording.flows().containsKey(name) ? flows.with(compiled(name)) : flows;
    }

    private Flows flows(List<String> published) {
        return sets.computeIfAbsent(
                published, names -> Flows.of(names.stream().map(this::compiled).toList()));
    }

    private FlowDefinition compiled(String name) {
        return compiled.computeIfAbsent(name, unseen -> recording.flow(unseen, loader));
    }

    private static Parting parting(int number, RecordedTurn recorded, List<String> before, List<String> now) {
        return new Parting(number, recorded.world().now().toString(), Lines.of(recorded.event()), before, now);
    }

    /** The recorded flows and others side by side: both get the same inputs, and the others the answers that the ERP gave. */
    private final class Other {

        private final Collection<FlowDefinition> drafts;
        private final List<Answered> answered = new ArrayList<>();

        private Session session =
                Objects.requireNonNull(recording.turns().getFirst().before());
        private Session others = session;
        private List<String> expected = new ArrayList<>();
        private List<String> actual = new ArrayList<>();
        private Map<String, Effect.Call> asked = new HashMap<>();
        private List<Effect.Call> open = new ArrayList<>();

        Other(Collection<FlowDefinition> drafts) {
            this.drafts = drafts;
        }

        Result play() {
            int number = 0;
            int begun = 0;
            RecordedTurn input = recording.turns().getFirst();
            for (RecordedTurn recorded : recording.turns()) {
                if (!(recorded.event() instanceof Event.Answered) && number > 0) {
                    Optional<Parting> parting = compare(begun, input);
                    if (parting.isPresent()) {
                        return new Result(number, parting.get());
                    }
                }
                number++;
                if (!(recorded.event() instanceof Event.Answered)) {
                    begun = number;
                    input = recorded;
                }
                play(recorded);
            }
            return new Result(number, compare(begun, input).orElse(null));
        }

        private Optional<Parting> compare(int number, RecordedTurn input) {
            List<String> before = expected;
            List<String> now = actual;
            expected = new ArrayList<>();
            actual = new ArrayList<>();
            return before.equals(now) ? Optional.empty() : Optional.of(parting(number, input, before, now));
        }

        private void play(RecordedTurn recorded) {
            Session before = recorded.before() == null ? session : recorded.before();
            if (recorded.before() != null && others.place() == null) {
                others = recorded.before();
            }
            Turn turn = advance(before, recorded, flows(recorded.published()));
            expected.addAll(Lines.of(turn));
            if (recorded.event() instanceof Event.Answered answers) {
                answers.answers().forEach(this::known);
                answerOthers(recorded);
            } else {
                Event event = Taps.moved(recorded.event(), before, others);
                take(new FlowEngine(otherFlows(recorded)).advance(others, event, recorded.world()));
            }
            turn.effects().stream()
                    .filter(Effect.Call.class::isInstance)
                    .map(Effect.Call.class::cast)
                    .forEach(call -> asked.put(call.key(), call));
            session = turn.session();
        }

        private Flows otherFlows(RecordedTurn recorded) {
            Map<String, FlowDefinition> flows = new LinkedHashMap<>();
            flows(recorded.published()).published().forEach(flow -> flows.put(flow.id(), flow));
            drafts.forEach(draft -> flows.put(draft.id(), draft));
            return Flows.of(flows.values());
        }

        private void known(Event.Answer answer) {
            Effect.Call call = asked.get(answer.key());
            if (call != null) {
                answered.add(new Answered(call, answer));
            }
        }

        /** An answer that the ERP gave to the same request, else one it gave to this operation; an open write stays open without. */
        private void answerOthers(RecordedTurn recorded) {
            for (int round = 0; round < MAX_ROUNDS && !open.isEmpty(); round++) {
                List<Event.Answer> answers = new ArrayList<>();
                for (Effect.Call call : open) {
                    Optional<Answered> found = take(call);
                    if (found.isEmpty()) {
                        return;
                    }
                    answers.add(
                            new Event.Answer(call.key(), found.get().answer().reply()));
                }
                take(new FlowEngine(otherFlows(recorded))
                        .advance(others, new Event.Answered(answers), recorded.world()));
            }
        }

        private Optional<Answered> take(Effect.Call call) {
            Optional<Answered> found = answered.stream()
                    .filter(known -> known.call().operation() == call.operation()
                            && known.call().request().equals(call.request()))
                    .findFirst()
                    .or(() -> answered.stream()
                            .filter(known -> known.call().operation() == call.operation())
                            .findFirst());
            found.ifPresent(answered::remove);
            return found;
        }

        private void take(Turn turn) {
            actual.addAll(Lines.of(turn));
            others = turn.session();
            open = turn.effects().stream()
                    .filter(Effect.Call.class::isInstance)
                    .map(Effect.Call.class::cast)
                    .toList();
        }
    }

    private record Answered(Effect.Call call, Event.Answer answer) {}
}

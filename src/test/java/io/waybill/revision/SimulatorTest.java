package io.waybill.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.waybill.flow.FlowLoader;
import io.waybill.flow.Flows;
import io.waybill.flow.simulate.FlowSet;
import io.waybill.flow.simulate.Recorded;
import io.waybill.flow.simulate.RecordedReader;
import io.waybill.whatsapp.Templates;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpStatus;

/** Flows that want all of the machine. */
class SimulatorTest {

    private static final String ASK =
            "{\"id\": \"q\", \"say\": \"Go on?\", \"ask\": {\"type\": \"text\", \"wait\": \"1s\"}, \"next\": \"%s\", \"on\": {\"silence\": \"%s\"}}";

    @Test
    @Timeout(60)
    void endsAFlowThatComputesForMinutes() {
        try (Simulator simulator = new Simulator(Duration.ofMillis(300))) {
            Simulator.Conversation conversation = simulator.play(conversation(busy(), "{\"say\": \"go\"}"));

            assertThat(conversation.stopped()).isEqualTo("The conversation takes too long to compute.");
            assertThat(conversation.moments()).isEmpty();
        }
    }

    @Test
    void countsTheTimeOfAllInputsTogether() {
        try (Simulator simulator = new Simulator(Duration.ofMillis(500))) {
            String[] inputs = Collections.nCopies(200, "{\"say\": \"go\"}").toArray(String[]::new);

            Simulator.Conversation conversation =
                    simulator.play(conversation(work(3) + ASK.formatted("work", "@pause"), inputs));

            assertThat(conversation.stopped()).isEqualTo("The conversation takes too long to compute.");
            assertThat(conversation.moments()).hasSizeBetween(1, 199);
        }
    }

    @Test
    void endsAFlowThatNeverStopsTalking() {
        try (Simulator simulator = new Simulator(Duration.ofSeconds(20))) {
            Simulator.Conversation conversation = simulator.play(
                    conversation(ASK.formatted("q", "q"), "{\"say\": \"go\"}", "{\"wait\": \"99999d\"}"));

            assertThat(conversation.moments().stream()
                            .mapToInt(moment -> moment.reaction().messages().size())
                            .sum())
                    .isLessThanOrEqualTo(1_001);
        }
    }

    @Test
    void endsAConversationThatGrowsAndGrows() {
        try (Simulator simulator = new Simulator(Duration.ofSeconds(20))) {
            String grow = "{\"id\": \"grow\", \"set\": {\"big\": \"%s\"}},".formatted("x".repeat(60_000));
            String[] inputs = Collections.nCopies(200, "{\"say\": \"go\"}").toArray(String[]::new);

            Simulator.Conversation conversation =
                    simulator.play(conversation(grow + ASK.formatted("q", "@pause"), inputs));

            assertThat(conversation.stopped()).isEqualTo("The conversation has grown longer than 4000000 characters.");
            assertThat(conversation.moments()).hasSizeBetween(50, 70);
        }
    }

    @Test
    void refusesMoreInputsThanAnybodyTries() {
        try (Simulator simulator = new Simulator(Duration.ofSeconds(5))) {
            String[] inputs = Collections.nCopies(201, "{\"say\": \"go\"}").toArray(String[]::new);

            assertThat(catchThrowable(() -> simulator.play(conversation(ASK.formatted("q", "@pause"), inputs))))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY));
        }
    }

    @Test
    void refusesWhatWouldHaveToWaitForLong() throws Exception {
        try (Simulator simulator = new Simulator(Duration.ofMillis(500), 1, 1);
                ExecutorService people = Executors.newFixedThreadPool(3)) {
            Recorded recorded = conversation(busy(), "{\"say\": \"go\"}");
            Callable<Throwable> person = () -> catchThrowable(() -> simulator.play(recorded));

            List<Future<Throwable>> answers = people.invokeAll(List.of(person, person, person));

            assertThat(answers.stream().map(Future::resultNow).filter(Objects::nonNull))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        }
    }

    private static String busy() {
        return work(4_000) + ASK.formatted("q", "@pause");
    }

    /** Each expression keeps its own bounds; there are just many of them. */
    private static String work(int times) {
        StringBuilder sets = new StringBuilder();
        for (int i = 0; i < times; i++) {
            sets.append(i == 0 ? "" : ",").append("\"v%d\": \"= $sum([1..4000].($ * 2 + 1))\"".formatted(i));
        }
        return "{\"id\": \"work\", \"set\": {%s}},".formatted(sets);
    }

    private static Recorded conversation(String steps, String... inputs) {
        String flow =
                "{\"schema\": 1, \"id\": \"f\", \"title\": \"F\", \"lang\": \"en\", \"start\": [\"go\"], \"steps\": [%s]}"
                        .formatted(steps);
        FlowSet flows = new FlowSet(Flows.of(List.of(new FlowLoader().load(flow))), new Templates(List.of()));
        return new RecordedReader()
                .read("{\"description\": \"Hostile\", \"steps\": [%s]}".formatted(String.join(",", inputs)), flows);
    }
}

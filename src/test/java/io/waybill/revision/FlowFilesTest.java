package io.waybill.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.flow.FlowEngine;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.Session;
import io.waybill.home.Home;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Starts of nodes, what their files become, and what nodes know of each other's publications. */
@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(Resources.SYSTEM_OUT)
class FlowFilesTest {

    @TempDir
    Path home;

    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final FlowRevisions store = new FlowRevisions(database.jdbc(), clock);

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(home.resolve("flows"));
    }

    @Test
    void publishesWhatIsInTheFolder() throws IOException {
        write("a", flow("a", "One"));
        write("b", flow("b", "One"));

        PublishedFlows node = start();

        assertThat(node.live().definitions().keySet()).containsExactly("a", "b");
        assertThat(store.publications("a", 9)).singleElement().satisfies(publication -> {
            assertThat(publication.isOfFile()).isTrue();
            assertThat(publication.author()).isEqualTo("flows/a.flow.json");
        });
    }

    @Test
    void publishesNoStarter() throws IOException {
        Files.createDirectories(home.resolve("flows/starters"));
        Files.writeString(home.resolve("flows/starters/chat.flow.json"), flow("order", "One"));
        write("a", flow("a", "One"));

        assertThat(start().live().definitions().keySet()).containsExactly("a");
        assertThat(new Home(home.resolve("empty")).files("flows", ".flow.json"))
                .as("of those that are shipped")
                .extracting(Home.HomeFile::name)
                .contains("order.flow.json")
                .doesNotContain("chat.flow.json", "cart.flow.json");
    }

    @Test
    void publishesAFileAgainOnlyWhenItHasChanged() throws IOException {
        write("a", flow("a", "One"));
        start();
        start();
        assertThat(store.publications("a", 9)).hasSize(1);

        write("a", flow("a", "Two"));

        assertThat(revision(start())).isEqualTo(FlowLoader.revision(flow("a", "Two")));
        assertThat(store.publications("a", 9)).hasSize(2);
        assertThat(store.find("a", FlowLoader.revision(flow("a", "One")))).isPresent();
    }

    @Test
    void neverLetsAFileOverruleWhatAPersonPublished(CapturedOutput output) throws IOException {
        write("a", flow("a", "One"));
        start();
        person("a", flow("a", "Hers"));
        clock.pass(Duration.ofMinutes(1));

        assertThat(revision(start())).isEqualTo(FlowLoader.revision(flow("a", "Hers")));
        assertThat(output).as("the file is what it was").doesNotContain("has changed");

        write("a", flow("a", "Two"));

        assertThat(revision(start())).isEqualTo(FlowLoader.revision(flow("a", "Hers")));
        assertThat(output)
                .contains(
                        "flows/a.flow.json has changed, but customers go on with version 2 of the flow a, published by ada")
                .contains("publish");
        assertThat(store.find("a", FlowLoader.revision(flow("a", "Two")))).isPresent();
        assertThat(store.publications("a", 9)).hasSize(2);
    }

    @Test
    void withdrawsAFlowWhoseFileIsGoneUnlessAPersonPublishedIt(CapturedOutput output) throws IOException {
        write("a", flow("a", "One"));
        write("b", flow("b", "One"));
        start();
        person("b", flow("b", "Hers"));
        Files.delete(home.resolve("flows/a.flow.json"));
        Files.delete(home.resolve("flows/b.flow.json"));

        PublishedFlows node = start();

        assertThat(node.live().definitions().keySet()).containsExactly("b");
        assertThat(output).contains("flows/a.flow.json is gone, so nobody starts the flow a any more.");
        Session inside = at("a", FlowLoader.revision(flow("a", "One")));
        assertThat(node.engineFor(inside)).isNotSameAs(node.live().engine());

        write("a", flow("a", "One"));
        assertThat(start().live().definitions().keySet()).containsExactly("a", "b");
    }

    @Test
    void stopsAtAFileThatIsWrongAndNamesIt() throws IOException {
        write("a", flow("a", "One"));
        start();
        write("b", "{}");

        assertThatThrownBy(this::start)
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("b.flow.json cannot be used");
        Files.write(home.resolve("flows/b.flow.json"), new byte[] {'{', (byte) 0xFF, '}'});
        assertThatThrownBy(this::start).hasMessageContaining("b.flow.json is not UTF-8 text");
        write("b", flow("a", "Two"));
        assertThatThrownBy(this::start).hasMessageContaining("There are two flows with the id a.");
        write("b", leading("b", "a"));
        Files.delete(home.resolve("flows/a.flow.json"));
        assertThatThrownBy(this::start).hasMessageContaining("The flow b leads to @flow:a, which is not there.");
        assertThat(store.heads()).as("nothing of a start that fails is kept").containsOnlyKeys("a");
        assertThat(store.publications("a", 9)).hasSize(1);
    }

    @Test
    void startsThoughAnOldRevisionCannotBeUsedAnyMore() throws IOException {
        write("a", flow("a", "One"));
        String old = store.keep("a", "{\"schema\": 0}", "ada");

        PublishedFlows node = start();

        assertThat(node.engineFor(at("a", old))).isSameAs(node.live().engine());
        assertThat(node.engineFor(at("a", "0000000000000000")))
                .isSameAs(node.live().engine());
    }

    @Test
    void takesTheFileWhenWhatAPersonPublishedCannotBeUsedAnyMore(CapturedOutput output) throws IOException {
        person("a", "{\"schema\": 0}");
        assertThatThrownBy(this::start)
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("Put a flow that can into flows/a.flow.json");

        write("a", flow("a", "One"));

        assertThat(revision(start())).isEqualTo(FlowLoader.revision(flow("a", "One")));
        assertThat(output).contains("flows/a.flow.json takes the place of the flow that cannot be used.");
    }

    // What a node knows of others

    @Test
    void followsWhatAnotherNodePublishes() throws IOException {
        write("a", flow("a", "One"));
        PublishedFlows here = start();
        FlowEngine before = here.live().engine();
        here.follow();
        assertThat(here.live().engine()).as("nothing new").isSameAs(before);

        person("a", flow("a", "Hers"));
        here.follow();

        assertThat(revision(here)).isEqualTo(FlowLoader.revision(flow("a", "Hers")));
    }

    @Test
    void loadsARevisionThatASessionStandsOnOnce() throws IOException {
        String old = store.keep("a", flow("a", "Old"), "ada");
        write("a", flow("a", "One"));
        PublishedFlows node = start();

        assertThat(node.engineFor(at("a", old))).isNotSameAs(node.live().engine());
        database.jdbc()
                .sql("delete from flow_revision where revision = ?")
                .param(old)
                .update();

        assertThat(node.engineFor(at("a", old))).isNotSameAs(node.live().engine());
        PublishedFlows other = start();
        assertThat(other.engineFor(at("a", old)))
                .as("another node has to look, in vain")
                .isSameAs(other.live().engine());
    }

    @Test
    void keepsWhatIsReplacedForThoseWhoAreInIt() throws IOException {
        write("a", flow("a", "One"));
        PublishedFlows node = start();
        person("a", flow("a", "Hers"));
        node.follow();
        database.jdbc()
                .sql("drop table flow_file; drop table flow_publication; drop table flow_revision")
                .update();

        Session inside = at("a", FlowLoader.revision(flow("a", "One")));

        assertThat(node.engineFor(inside)).isNotSameAs(node.live().engine());
        assertThat(node.engineFor(Session.idle("s1"))).isSameAs(node.live().engine());
    }

    @Test
    void goesOnWithWhatItHasWhenAnotherNodePublishesWhatItCannotUse(CapturedOutput output) throws IOException {
        write("a", flow("a", "One"));
        PublishedFlows node = start();
        person("a", flow("a", "Hers").replace("\"schema\": 1", "\"schema\": 2"));

        node.follow();
        node.follow();

        assertThat(revision(node)).isEqualTo(FlowLoader.revision(flow("a", "One")));
        assertThat(output.getAll().split("cannot be used by this version of Waybill", -1))
                .hasSize(2);
        person("a", flow("a", "Mended"));
        node.follow();
        assertThat(revision(node)).isEqualTo(FlowLoader.revision(flow("a", "Mended")));
    }

    @Test
    void keepsOldRevisionsInMemoryOnlyUpToABound() throws IOException {
        write("a", flow("a", "One"));
        PublishedFlows node = start();
        for (int i = 0; i < 30; i++) {
            String old = store.keep("a", steps("a", "Old " + i, 100), "ada");
            assertThat(node.engineFor(at("a", old))).isNotSameAs(node.live().engine());
        }

        assertThat(node.stepsInMemory()).isLessThanOrEqualTo(2_000);
    }

    private PublishedFlows start() {
        FlowLoader loader = new FlowLoader();
        new FlowFiles(new Home(home), store, loader, database.transaction()).bringIn();
        PublishedFlows flows = new PublishedFlows(store, loader);
        flows.refresh();
        return flows;
    }

    private void person(String flow, String text) {
        clock.pass(Duration.ofSeconds(1));
        String revision = store.keep(flow, text, "ada");
        store.add(new Publication.Draft(flow, revision, Publication.Source.PERSON, "ada", "Because."));
    }

    private static @Nullable String revision(PublishedFlows node) {
        return node.live().definitions().get("a").revision();
    }

    private void write(String id, String text) throws IOException {
        Files.writeString(home.resolve("flows/%s.flow.json".formatted(id)), text);
        clock.pass(Duration.ofSeconds(1));
    }

    private static Session at(String flow, String revision) {
        return Session.fromJson(
                "{\"id\":\"s1\",\"n\":1,\"at\":{\"flow\":\"%s\",\"rev\":\"%s\",\"step\":\"s0\"},\"wait\":{\"for\":\"idle\"}}"
                        .formatted(flow, revision));
    }

    private static String flow(String id, String says) {
        return steps(id, says, 1);
    }

    private static String steps(String id, String says, int count) {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < count; i++) {
            steps.append(i == 0 ? "" : ",").append("{\"id\": \"s%d\", \"say\": \"%s\"}".formatted(i, says));
        }
        return "{\"schema\": 1, \"id\": \"%s\", \"title\": \"T\", \"lang\": \"en\", \"start\": [\"%s\"], \"steps\": [%s]}"
                .formatted(id, id, steps);
    }

    private static String leading(String id, String other) {
        return flow(id, "Hi").replace("\"say\": \"Hi\"", "\"say\": \"Hi\", \"next\": \"@flow:%s\"".formatted(other));
    }
}

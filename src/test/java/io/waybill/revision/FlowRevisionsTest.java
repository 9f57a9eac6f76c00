package io.waybill.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.flow.FlowLoader;
import io.waybill.revision.FlowRevisions.FlowFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlowRevisionsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = new SettableClock(NOON);
    private final FlowRevisions store = new FlowRevisions(database.jdbc(), clock);

    @Test
    void keepsATextOnceWithEveryCharacterOfIt() {
        String text = "{\r\n\t \"id\" : \"a\",  \"é😀\\u0000\":1e2 }\r\n\r\n  ";

        String revision = store.keep("a", text, "ada");
        clock.pass(Duration.ofHours(1));
        store.keep("a", text, "bob");

        assertThat(store.find("a", revision)).contains(new Revision("a", revision, text, "ada", NOON));
        assertThat(revision).isEqualTo(FlowLoader.revision(text));
        assertThat(store.find("b", revision)).isEmpty();
    }

    @Test
    void givesTheTextsThatAreKnown() {
        String one = store.keep("a", "1", "ada");
        String two = store.keep("b", "2", "ada");

        assertThat(store.texts(
                        List.of(new Revision.Key("a", one), new Revision.Key("b", two), new Revision.Key("b", one))))
                .isEqualTo(Map.of(new Revision.Key("a", one), "1", new Revision.Key("b", two), "2"));
        assertThat(store.texts(List.of())).isEmpty();
    }

    @Test
    void countsTheVersionsOfEachFlow() {
        assertThat(store.latest()).isZero();
        String revision = store.keep("a", "1", "ada");
        store.keep("b", "1", "ada");

        Publication first = store.add(draft("a", revision));
        store.add(draft("b", revision));
        Publication withdrawn = store.add(draft("a", null));

        assertThat(first)
                .isEqualTo(new Publication(
                        first.id(), "a", 1, revision, Publication.Source.PERSON, "ada", "Because.", NOON));
        assertThat(withdrawn.version()).isEqualTo(2);
        assertThat(store.latest()).isEqualTo(withdrawn.id());
        assertThat(store.heads().values())
                .extracting(Publication::flow, Publication::version, Publication::revision)
                .containsExactlyInAnyOrder(tuple("a", 2, null), tuple("b", 1, revision));
        assertThat(store.publications("a", 10)).containsExactly(withdrawn, first);
        assertThat(store.publications("a", 1)).containsExactly(withdrawn);
    }

    @Test
    void knowsWhatWasEverPublished() {
        String published = store.keep("a", "1", "ada");
        String kept = store.keep("a", "2", "ada");
        store.add(draft("a", published));
        store.add(draft("a", null));

        assertThat(store.wasPublished("a", published)).isTrue();
        assertThat(store.wasPublished("a", kept)).isFalse();
    }

    @Test
    void knowsSinceWhenAFileIsWhatItIs() {
        store.found("a", "a.flow.json", "r1");
        clock.pass(Duration.ofHours(1));
        assertThat(store.found("a", "a.flow.json", "r1")).isEqualTo(new FlowFile("a", "a.flow.json", "r1", NOON));

        assertThat(store.found("a", "b.flow.json", "r2"))
                .isEqualTo(new FlowFile("a", "b.flow.json", "r2", NOON.plusSeconds(3600)));
        assertThat(store.files()).hasSize(1);
        store.forgetFile("a");
        assertThat(store.files()).isEmpty();
    }

    private static Publication.Draft draft(String flow, @Nullable String revision) {
        return new Publication.Draft(flow, revision, Publication.Source.PERSON, "ada", "Because.");
    }
}

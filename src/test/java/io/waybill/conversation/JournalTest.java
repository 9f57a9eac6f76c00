package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.conversation.Journal.Entry;
import io.waybill.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Journal journal = new Journal(TestDatabase.migrated().jdbc());

    @Test
    void givesTheLatestEntriesOfOneContactAndKindOldestFirst() {
        journal.append(List.of(entry(1, "erp", "a"), entry(1, "incident", "b"), entry(2, "erp", "c")));
        journal.append(List.of(entry(1, "erp", "d"), entry(1, "erp", "e")));

        assertThat(journal.latest(1, "erp", 2)).containsExactly(entry(1, "erp", "d"), entry(1, "erp", "e"));
        assertThat(journal.latest(1, "erp", 10)).extracting(Entry::body).containsExactly("a", "d", "e");
    }

    @Test
    void takesNothingToo() {
        journal.append(List.of());

        assertThat(journal.latest(1, "erp", 10)).isEmpty();
    }

    private static Entry entry(long contact, String kind, String body) {
        return new Entry(contact, NOON, "trace", kind, body);
    }
}

package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.conversation.Journal.Entry;
import io.waybill.conversation.Journal.UnmatchedGroup;
import io.waybill.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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

    @Test
    void countsWhatWasNotUnderstoodByWhatItSays() {
        List<String> said = List.of(
                "Do you deliver to Mombasa?",
                "do you deliver  to Mombasa",
                "Do you deliver to Mombasa?",
                "Is it halal?",
                "is it Halal",
                "xyz");
        for (int i = 0; i < said.size(); i++) {
            journal.append(List.of(unmatched(1 + i % 2, NOON.plusSeconds(i), "", said.get(i))));
        }
        journal.append(List.of(
                unmatched(3, NOON.plusSeconds(100), "quantity", "is it halal"),
                unmatched(1, NOON.minusSeconds(1), "", "is it halal"),
                entry(1, "incident", "{}")));

        assertThat(journal.unmatched(NOON, NOON.plusSeconds(200), 3))
                .containsExactly(
                        new UnmatchedGroup("order", "", "Do you deliver to Mombasa?", 3, 2, NOON.plusSeconds(2)),
                        new UnmatchedGroup("order", "", "Is it halal?", 2, 2, NOON.plusSeconds(4)),
                        new UnmatchedGroup("order", "quantity", "is it halal", 1, 1, NOON.plusSeconds(100)));
        assertThat(journal.unmatched(NOON, NOON.plusSeconds(200), 10)).hasSize(4);
        assertThat(journal.unmatched(NOON, NOON.plusSeconds(1), 10))
                .as("the end of a period belongs to the next one")
                .extracting(UnmatchedGroup::times)
                .containsExactly(1);
    }

    /** 003-22: the ten largest groups of a fixture. */
    @Test
    void givesTheTenMostFrequentTextsOfManyThousand() {
        List<Entry> entries = new ArrayList<>();
        for (int question = 1; question <= 100; question++) {
            for (int times = 0; times < question; times++) {
                String text = "Question number " + question;
                entries.add(unmatched(times, NOON, "", times % 2 == 0 ? text : text.toUpperCase(Locale.ROOT) + " ?"));
            }
        }
        Collections.shuffle(entries, new Random(7));
        journal.append(entries);

        assertThat(journal.unmatched(NOON, NOON.plusSeconds(200), 10))
                .extracting(UnmatchedGroup::times)
                .containsExactly(100, 99, 98, 97, 96, 95, 94, 93, 92, 91);
    }

    private static Entry unmatched(long contact, Instant at, String step, String text) {
        String body = new JournalWords(new ObjectMapper()).unmatched("order", step, text);
        return new Entry(contact, at, "trace", "unmatched", body);
    }

    private static Entry entry(long contact, String kind, String body) {
        return new Entry(contact, NOON, "trace", kind, body);
    }
}

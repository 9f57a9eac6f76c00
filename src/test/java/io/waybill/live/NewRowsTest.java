package io.waybill.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NewRowsTest {

    private final TreeSet<Long> table = new TreeSet<>();

    private List<Long> look(NewRows<Long> rows) {
        return rows.found(id -> List.copyOf(table.tailSet(id, false)));
    }

    @Test
    void findsWhatCameAfterTheBeginEachOnce() {
        table.addAll(List.of(1L, 2L));
        NewRows<Long> rows = new NewRows<>(2, Long::longValue);
        table.addAll(List.of(3L, 4L));

        assertThat(look(rows)).containsExactly(3L, 4L);
        assertThat(look(rows)).isEmpty();
        table.add(5L);
        assertThat(look(rows)).containsExactly(5L);
    }

    @Test
    void findsALowerNumberThatWasCommittedLater() {
        NewRows<Long> rows = new NewRows<>(10, Long::longValue);
        table.addAll(List.of(11L, 13L));
        look(rows);
        table.add(12L);

        assertThat(look(rows)).containsExactly(12L);
        assertThat(look(rows)).isEmpty();
    }

    @Test
    void remembersNoMoreThanItNeeds() {
        NewRows<Long> rows = new NewRows<>(0, Long::longValue);
        for (int i = 1; i <= 10; i++) {
            LongStream.rangeClosed(i * 1_000L, i * 1_000L + 300).forEach(table::add);
            assertThat(look(rows)).hasSize(301);
            assertThat(look(rows)).isEmpty();
        }
        table.add(5_500L);

        assertThat(look(rows)).as("too late").isEmpty();
    }
}

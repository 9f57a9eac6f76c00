package io.waybill.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JobTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final AtomicLong nanos = new AtomicLong();
    private final HiddenJobs hidden = hiddenJobs();

    @Test
    void switchesAJobOffAndOnAgain() {
        hidden.hide("J1", "ada");
        hidden.hide("J1", "bob");
        assertThat(hidden.ids()).containsExactly("J1");
        assertThat(database.jdbc()
                        .sql("select hidden_by from hidden_job")
                        .query(String.class)
                        .single())
                .isEqualTo("ada");

        hidden.show("J1");
        assertThat(hidden.ids()).isEmpty();
    }

    @Test
    void learnsWithinTwoSecondsWhatAnotherNodeSwitched() {
        assertThat(hidden.ids()).isEmpty();
        hiddenJobs().hide("J1", "ada");

        assertThat(hidden.ids()).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(hidden.ids()).containsExactly("J1");
    }

    private HiddenJobs hiddenJobs() {
        return new HiddenJobs(database.jdbc(), SettableClock.atNoon(), nanos::get);
    }
}

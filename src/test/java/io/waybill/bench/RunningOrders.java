package io.waybill.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The real process, and customers who order at it while it is in trouble. */
abstract class RunningOrders {

    static final long SEED = 20261121;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    OrderRun run;

    @AfterEach
    void stop() throws Exception {
        if (run != null) {
            run.close();
        }
    }

    void start(ErpLevel level, Map<String, String> environment) throws Exception {
        run = new OrderRun(level, home, environment, SEED);
    }

    static OrderRun.Plan plan(ErpLevel level, int orders, int kills, Duration patience) {
        return new OrderRun.Plan(level, orders, kills, 5, Duration.ofMillis(100), patience, SEED);
    }
}

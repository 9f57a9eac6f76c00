package io.waybill.outbox;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.outbox.Costs.Count;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Meta charges for: messages counted, since Meta tells categories and countries but no amounts. */
@RestController
@Needs({Permission.OPERATIONS_READ, Permission.MONEY})
class CostController {

    private final Costs costs;
    private final Clock clock;

    CostController(Costs costs, Clock clock) {
        this.costs = costs;
        this.clock = clock;
    }

    /** From day to day, both included; without them the month so far. */
    @GetMapping("/api/v1/costs")
    CostView costs(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        Period days = Period.of(from, to, costs.zone(), clock.instant());
        List<Count> counts = costs.between(days.from(), days.to());
        return new CostView(
                days.from(),
                days.to(),
                costs.zone().getId(),
                Total.of(counts, count -> "all").getOrDefault("all", Total.NONE),
                Total.of(counts, count -> count.day().toString()),
                Total.of(counts, Count::category),
                Total.of(counts, Count::country),
                counts);
    }

    /**
     * @param zone that the days are of
     * @param counts the same in full: by day, number of ours, category, type and country
     */
    record CostView(
            LocalDate from,
            LocalDate to,
            String zone,
            Total total,
            Map<String, Total> days,
            Map<String, Total> categories,
            Map<String, Total> countries,
            List<Count> counts) {}

    /** @param billable how many of them Meta charges for */
    record Total(long messages, long billable) {

        private static final Total NONE = new Total(0, 0);

        private static Map<String, Total> of(List<Count> counts, Function<Count, String> key) {
            Map<String, Total> totals = new TreeMap<>();
            counts.forEach(count -> totals.merge(
                    key.apply(count),
                    new Total(count.messages(), count.billable() ? count.messages() : 0),
                    (a, b) -> new Total(a.messages() + b.messages(), a.billable() + b.billable())));
            return totals;
        }
    }
}

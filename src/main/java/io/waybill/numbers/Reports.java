package io.waybill.numbers;

import io.waybill.outbox.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Makes the reports that there are, and says what cannot be asked for. */
final class Reports {

    private final List<Report> reports;
    private final LongReads reads;
    private final Supplier<ZoneId> zone;
    private final Clock clock;

    Reports(List<Report> reports, LongReads reads, Supplier<ZoneId> zone, Clock clock) {
        this.reports = List.copyOf(reports);
        this.reads = reads;
        this.zone = zone;
        this.clock = clock;
    }

    /** @throws ResponseStatusException when there is no such report, or not of such a period */
    ReportView make(String name, @Nullable LocalDate from, @Nullable LocalDate to, String by) {
        Report report = named(name);
        if (!by.isEmpty() && !report.groupings().contains(by)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, groupings(report, by));
        }
        Period period = Period.of(from, to, zone.get(), clock.instant());
        return ReportView.of(report, period, by, reads.read(() -> report.of(period, by)));
    }

    private Report named(String name) {
        return reports.stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no report %s. There are %s."
                                .formatted(
                                        name, reports.stream().map(Report::name).collect(Collectors.joining(", ")))));
    }

    private static String groupings(Report report, String by) {
        return report.groupings().isEmpty()
                ? "The report %s is not told \"by\" anything.".formatted(report.name())
                : "\"by\" is one of %s for the report %s, not %s."
                        .formatted(String.join(", ", new TreeSet<>(report.groupings())), report.name(), by);
    }
}

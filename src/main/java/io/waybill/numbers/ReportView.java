package io.waybill.numbers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.waybill.numbers.Report.Table;
import io.waybill.outbox.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * A report as it is answered.
 *
 * @param zone that the days are of
 * @param by empty: in total
 * @param query the SQL that made the rows; {@code :from} and {@code :to} are the first moments of the first day and of the day after the last
 */
record ReportView(
        String report,
        LocalDate from,
        LocalDate to,
        String zone,
        String by,
        List<? extends Record> rows,
        String query,
        @JsonIgnore Class<? extends Record> kind) {

    static ReportView of(Report report, Period period, String by, Table table) {
        return new ReportView(
                report.name(),
                period.from(),
                period.to(),
                period.zone().getId(),
                by,
                table.rows(),
                table.query(),
                table.kind());
    }
}

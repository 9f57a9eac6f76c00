package io.waybill.numbers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes the rows of a report as a table with a head, for spreadsheets. */
final class CsvReports extends AbstractHttpMessageConverter<ReportView> {

    CsvReports() {
        super(StandardCharsets.UTF_8, Csv.MEDIA_TYPE);
    }

    static String write(ReportView report) {
        return Csv.text(report.kind(), report.rows());
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == ReportView.class;
    }

    @Override
    public boolean canRead(Class<?> type, MediaType media) {
        return false;
    }

    @Override
    protected ReportView readInternal(Class<? extends ReportView> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Reports are only written.", input);
    }

    @Override
    protected void writeInternal(ReportView report, HttpOutputMessage output) throws IOException {
        output.getHeaders()
                .set(
                        "Content-Disposition",
                        "attachment; filename=\"%s-%s-%s.csv\"".formatted(report.report(), report.from(), report.to()));
        output.getBody().write(write(report).getBytes(StandardCharsets.UTF_8));
    }
}

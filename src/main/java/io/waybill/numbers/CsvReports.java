package io.waybill.numbers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes the rows of a report as a table with a head, for spreadsheets. */
final class CsvReports extends AbstractHttpMessageConverter<ReportView> {

    static final String TYPE = "text/csv";
    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addModule(new SimpleModule().addSerializer(new Harmless()))
            .build();

    CsvReports() {
        super(StandardCharsets.UTF_8, CSV);
    }

    static String write(ReportView report) throws IOException {
        return MAPPER.writer(MAPPER.schemaFor(report.kind()).withHeader()).writeValueAsString(report.rows());
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

    /** A text that a spreadsheet would take for a formula is marked as a text. */
    private static final class Harmless extends StdScalarSerializer<String> {
        private static final long serialVersionUID = 1L;
        private static final String FORMULAS = "=+-@\t\r";

        Harmless() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(!text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? '\'' + text : text);
        }
    }
}

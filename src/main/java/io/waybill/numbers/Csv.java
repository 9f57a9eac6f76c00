package io.waybill.numbers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;

/** Rows as a table with a head, for spreadsheets. */
public final class Csv {

    public static final String TYPE = "text/csv";
    public static final MediaType MEDIA_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(new Harmless()))
            .build();

    private Csv() {}

    /** @param kind a record, whose components are the columns */
    public static String text(Class<?> kind, List<?> rows) {
        try {
            return MAPPER.writer(MAPPER.schemaFor(kind).withHeader()).writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows could not be written as a table.", e);
        }
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

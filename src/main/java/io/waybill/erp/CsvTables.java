package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.csv.CsvSchema.ColumnType;
import io.waybill.expression.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The bean {@code csv} of routes: tables with a head as lists of objects, every value a text. */
public final class CsvTables {

    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();
    private static final String MARK = "\uFEFF";

    CsvTables() {}

    /**
     * The rows of a file.
     *
     * @param folder as a {@code file:} URL
     */
    public ArrayNode read(String folder, String name) throws IOException {
        return rows(file(folder, name));
    }

    /** As {@link #read}; no rows when there is no such file. */
    public ArrayNode readIfThere(String folder, String name) throws IOException {
        Path file = file(folder, name);
        return Files.exists(file) ? rows(file) : Json.array();
    }

    /** The first row names the columns, those of all rows; text with commas, quotes and line breaks comes back as it was. */
    public String write(JsonNode rows) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(names::add));
        CsvSchema columns = CsvSchema.builder()
                .addColumns(names, ColumnType.STRING)
                .setUseHeader(true)
                .build();
        ArrayNode texts = Json.array();
        for (JsonNode row : rows) {
            ObjectNode text = texts.addObject();
            row.properties().forEach(field -> text.put(field.getKey(), Json.text(field.getValue())));
        }
        return MAPPER.writer(columns).writeValueAsString(texts);
    }

    private static ArrayNode rows(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        // Spreadsheets put a byte order mark in front of the first name.
        String table = text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        ArrayNode rows = Json.array();
        try (MappingIterator<Map<String, String>> read = MAPPER.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(table)) {
            while (read.hasNextValue()) {
                rows.add(MAPPER.<ObjectNode>valueToTree(read.nextValue()));
            }
        }
        return rows;
    }

    /** A name that would lead out of the folder is none. */
    private static Path file(String folder, String name) throws IOException {
        Path directory = Path.of(URI.create(folder)).toAbsolutePath().normalize();
        Path file = directory.resolve(name).normalize();
        if (!file.getParent().equals(directory)) {
            throw new IOException("%s is no file name".formatted(name));
        }
        return file;
    }
}

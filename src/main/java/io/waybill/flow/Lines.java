package io.waybill.flow;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a JSON text each place stands. */
record Lines(Map<String, Integer> byPointer) {

    static Lines none() {
        return new Lines(Map.of());
    }

    static Lines of(String json) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = FlowJson.MAPPER.createParser(json)) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                JsonPointer pointer = parser.getParsingContext().pathAsPointer();
                lines.putIfAbsent(
                        pointer.toString(), parser.currentTokenLocation().getLineNr());
                token = parser.nextToken();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lines(lines);
    }

    /** The line of the place, or of the nearest one around it that exists. */
    int at(String pointer) {
        String place = pointer;
        while (!place.isEmpty() && !byPointer.containsKey(place)) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return byPointer.getOrDefault(place, 1);
    }
}

package io.waybill.flow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Where in a JSON text each value stands. */
public final class Lines {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, Place> byPointer = new HashMap<>();

    /** @param text well-formed JSON */
    public Lines(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isStructEnd()) {
                    String pointer = (token.isStructStart()
                                    ? parser.getParsingContext().getParent()
                                    : parser.getParsingContext())
                            .pathAsPointer()
                            .toString();
                    byPointer.putIfAbsent(
                            pointer,
                            new Place(
                                    parser.currentTokenLocation().getLineNr(),
                                    parser.currentTokenLocation().getColumnNr()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The place of {@code pointer}, or of the nearest value around it. */
    public Place of(String pointer) {
        String at = pointer;
        while (!at.isEmpty()) {
            Place place = byPointer.get(at);
            if (place != null) {
                return place;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return Place.START;
    }

    /** Line and column, both counted from 1; those of the key where the value has one. */
    public record Place(int line, int column) {

        static final Place START = new Place(1, 1);
    }
}

package io.waybill.flow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a JSON text each value stands. */
public final class Lines {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, Integer> byPointer = new HashMap<>();

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
                    byPointer.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line of {@code pointer}, or of the nearest value around it. */
    public int of(String pointer) {
        String at = pointer;
        while (!at.isEmpty()) {
            Integer line = byPointer.get(at);
            if (line != null) {
                return line;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return 1;
    }
}

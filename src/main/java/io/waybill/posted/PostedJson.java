package io.waybill.posted;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads JSON of others. Text with U+0000 or half of a surrogate pair is refused: PostgreSQL keeps it within JSON, and then fails at
 * whatever looks into that.
 */
public final class PostedJson {

    private PostedJson() {}

    /** As {@code mapper}, but reading throws {@link Unstorable}. */
    public static ObjectMapper reader(ObjectMapper mapper) {
        return mapper.copyWith(new Factory(mapper.getFactory()));
    }

    /** Text that cannot be kept, with a sentence for whoever posted it. */
    public static final class Unstorable extends IOException {
        private static final long serialVersionUID = 1L;

        private Unstorable(String where) {
            super(
                    "The text at %s has the character U+0000 or half of a surrogate pair, which cannot be kept: leave it out."
                            .formatted(where));
        }

        /** The one that {@code failure} is about: Jackson wraps it on its way out of lists and maps. */
        public static Optional<Unstorable> in(Throwable failure) {
            return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                    .filter(Unstorable.class::isInstance)
                    .map(Unstorable.class::cast)
                    .findFirst();
        }
    }

    private static final class Factory extends JsonFactory {
        private static final long serialVersionUID = 1L;

        private Factory(JsonFactory like) {
            super(like, null);
        }

        @Override
        public JsonFactory copy() {
            return new Factory(this);
        }

        @Override
        protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
            return new Parser(super._createParser(in, context));
        }

        @Override
        protected JsonParser _createParser(Reader reader, IOContext context) throws IOException {
            return new Parser(super._createParser(reader, context));
        }

        @Override
        protected JsonParser _createParser(char[] data, int offset, int length, IOContext context, boolean recyclable)
                throws IOException {
            return new Parser(super._createParser(data, offset, length, context, recyclable));
        }

        @Override
        protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) throws IOException {
            return new Parser(super._createParser(data, offset, length, context));
        }

        @Override
        protected JsonParser _createParser(DataInput in, IOContext context) throws IOException {
            return new Parser(super._createParser(in, context));
        }
    }

    private static final class Parser extends JsonParserDelegate {

        private Parser(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            boolean text = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
            if (text && getText().codePoints().anyMatch(Parser::unstorable)) {
                throw new Unstorable(
                        delegate.getParsingContext().pathAsPointer().toString());
            }
            return token;
        }

        @Override
        public JsonToken nextValue() throws IOException {
            JsonToken token = nextToken();
            return token == JsonToken.FIELD_NAME ? nextToken() : token;
        }

        private static boolean unstorable(int codePoint) {
            return codePoint == 0 || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        }
    }
}

package io.waybill.access;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.RawSerializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes what is {@link OnlyFor} a right as usual, and null for callers who lack it. */
final class Withheld extends JsonSerializer<Object> implements ContextualSerializer {

    private final @Nullable Permission right;
    private final JsonSerializer<Object> usual;

    /** Jackson makes it so and asks {@link #createContextual} for the one that is used. */
    Withheld() {
        this(null, new RawSerializer<>(Object.class));
    }

    private Withheld(@Nullable Permission right, JsonSerializer<Object> usual) {
        this.right = right;
        this.usual = usual;
    }

    @Override
    public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
            throws JsonMappingException {
        JsonSerializer<Object> usual = property.getAnnotation(JsonRawValue.class) == null
                ? provider.findPrimaryPropertySerializer(property.getType(), property)
                : new RawSerializer<>(Object.class);
        return new Withheld(property.getAnnotation(OnlyFor.class).value(), usual);
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
        if (right != null && Caller.current().may(right)) {
            usual.serialize(value, json, provider);
        } else {
            json.writeNull();
        }
    }
}

package io.waybill.access;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.waybill.message.PhoneNumbers;
import java.io.IOException;

/** Writes a {@link PersonalPhone} as the caller may see it. */
final class MaskedPhone extends JsonSerializer<String> {

    @Override
    public void serialize(String phone, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(Caller.current().may(Permission.PERSONAL_DATA) ? phone : PhoneNumbers.lastDigits(phone));
    }
}

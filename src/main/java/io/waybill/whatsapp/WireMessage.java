package io.waybill.whatsapp;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** The body of one POST to Graph, as JSON text; the reference we find it by again is added when it is sent. */
public record WireMessage(String json) {

    private static final int CALLBACK_DATA_MAX = 512;

    public WireMessage {
        if (!json.endsWith("}") || json.length() < 3) {
            throw new IllegalArgumentException("A message to Graph is a JSON object.");
        }
    }

    /** The bytes to send; Meta repeats {@code callbackData} in every status of the message. */
    byte[] bytes(String callbackData) {
        if (callbackData.length() > CALLBACK_DATA_MAX) {
            throw new IllegalArgumentException("Callback data has at most %d characters.".formatted(CALLBACK_DATA_MAX));
        }
        StringBuilder body = new StringBuilder(json.length() + callbackData.length() + 40)
                .append(json, 0, json.length() - 1)
                .append(",\"biz_opaque_callback_data\":\"");
        JsonStringEncoder.getInstance().quoteAsString(callbackData, body);
        return body.append("\"}").toString().getBytes(StandardCharsets.UTF_8);
    }
}

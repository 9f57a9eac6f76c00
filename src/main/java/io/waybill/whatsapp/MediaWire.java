package io.waybill.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads an answer while it comes, for the route {@code whatsapp-media}: when the route is over, so is the connection. */
final class MediaWire {

    /** The exchange's variable that holds the {@link Reader}. */
    static final String READER = "mediaReader";

    /** Takes an answer in. */
    @FunctionalInterface
    interface Reader {
        void read(int status, InputStream body) throws IOException;
    }

    public void read(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        Reader reader = exchange.getVariable(READER, Reader.class);
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        try (InputStream body =
                message.getBody() instanceof InputStream stream ? stream : InputStream.nullInputStream()) {
            reader.read(status, body);
        }
        message.setBody(null);
    }
}

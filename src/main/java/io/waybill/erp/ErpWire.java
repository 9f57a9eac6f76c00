package io.waybill.erp;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.component.http.HttpMethods;

/** Puts an {@link ErpRequest} on the wire and takes the answer off it, for the routes {@code direct:erp} and {@code direct:erp-auth}. */
final class ErpWire {

    /** Request body to HTTP headers and bytes; the route has removed all other headers before. */
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        ErpRequest request = (ErpRequest) message.getBody();
        request.headers().forEach(message::setHeader);
        message.setHeader(HttpConstants.HTTP_URI, request.url());
        // As text, camel-http would look for a type converter on each call: more than half of all the CPU time of a
        // call.
        message.setHeader(HttpConstants.HTTP_METHOD, HttpMethods.valueOf(request.method()));
        message.setBody(request.body() == null ? null : request.body().content());
    }

    /** Answer to {@link HttpResult.Answered}. */
    public void read(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        Object body = message.getBody();
        message.setBody(new HttpResult.Answered(
                message.getHeader(HttpConstants.HTTP_RESPONSE_CODE, Integer.class),
                message.getHeader(Exchange.CONTENT_TYPE, String.class),
                body instanceof InputStream stream ? stream.readAllBytes() : new byte[0]));
    }
}

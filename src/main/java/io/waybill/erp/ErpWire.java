package io.waybill.erp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.component.http.HttpMethods;
import org.jspecify.annotations.Nullable;

/** Puts an {@link ErpRequest} on the wire and takes the answer off it, for the routes {@code direct:erp} and {@code direct:erp-auth}. */
final class ErpWire {

    private static final String COOKIES = "Set-Cookie";

    /** Request body to HTTP headers and bytes; the route has removed all other headers before. */
    public void write(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        ErpRequest request = (ErpRequest) message.getBody();
        request.headers().forEach(message::setHeader);
        ErpBody body = request.body();
        if (body != null && body.contentType() != null) {
            message.setHeader(Exchange.CONTENT_TYPE, body.contentType());
        }
        message.setHeader(HttpConstants.HTTP_URI, request.url());
        // As text, camel-http would look for a type converter on each call: more than half of all the CPU time of a
        // call.
        message.setHeader(HttpConstants.HTTP_METHOD, HttpMethods.valueOf(request.method()));
        message.setBody(body == null ? null : body.content());
    }

    /** Answer to {@link HttpResult.Answered}. */
    public void read(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        Object body = message.getBody();
        message.setBody(new HttpResult.Answered(
                message.getHeader(HttpConstants.HTTP_RESPONSE_CODE, Integer.class),
                message.getHeader(Exchange.CONTENT_TYPE, String.class),
                body instanceof InputStream stream ? stream.readAllBytes() : new byte[0],
                cookies(message.getHeader(COOKIES)),
                others(message)));
    }

    private static Map<String, String> others(Message message) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        message.getHeaders().forEach((name, value) -> {
            if (!name.startsWith("Camel") && !name.equalsIgnoreCase(COOKIES) && value != null) {
                headers.put(name, value.toString());
            }
        });
        return headers;
    }

    /** Several headers of one name come as a list. */
    private static List<String> cookies(@Nullable Object header) {
        return switch (header) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            default -> List.of(header.toString());
        };
    }
}

package io.waybill.hook;

import com.sun.net.httpserver.HttpExchange;
import io.waybill.far.HttpSide;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An integrator's server, which checks signatures as standardwebhooks.com says. */
final class HookReceiver implements AutoCloseable {

    /** One call. */
    record Received(String path, String id, long timestamp, List<String> signatures, String body) {

        /** Computed here anew, from the specification and not from what Waybill does. */
        boolean isSignedBy(String secret) throws Exception {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            byte[] signature = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return signatures.contains("v1," + Base64.getEncoder().encodeToString(signature));
        }
    }

    /** What it says to a call. */
    interface Behaviour {

        void answer(Received call, HttpExchange exchange) throws IOException;

        static Behaviour status(int status) {
            return (call, exchange) -> HttpSide.answer(exchange, status, "text/plain", new byte[0]);
        }
    }

    private final List<Received> calls = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = Behaviour.status(204);
    private final HttpSide side = HttpSide.listen(0, this::handle);

    private void handle(HttpExchange exchange) throws IOException {
        Received call = new Received(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("webhook-id"),
                Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                Arrays.asList(exchange.getRequestHeaders()
                        .getFirst("webhook-signature")
                        .split(" ")),
                new String(HttpSide.body(exchange), StandardCharsets.UTF_8));
        calls.add(call);
        behaviour.answer(call, exchange);
    }

    void does(Behaviour next) {
        behaviour = next;
    }

    void answers(int status) {
        behaviour = Behaviour.status(status);
    }

    /** In the order they came. */
    List<Received> calls() {
        return calls;
    }

    List<String> bodies() {
        return calls.stream().map(Received::body).toList();
    }

    String url() {
        return side.uri() + "/events";
    }

    @Override
    public void close() {
        side.close();
    }
}

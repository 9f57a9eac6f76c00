package io.waybill.erp;

import io.waybill.erp.BoundedAnswers.AnswerTooLarge;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one HTTP request through the Camel routes and says what happened to it. */
final class ErpHttp {

    private static final Logger log = LoggerFactory.getLogger(ErpHttp.class);

    private final ProducerTemplate camel;
    private final Duration responseTimeout;
    private final int maxAnswerBytes;

    ErpHttp(ProducerTemplate camel, Duration responseTimeout, int maxAnswerBytes) {
        this.camel = camel;
        this.responseTimeout = responseTimeout;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    HttpResult send(ErpOperation operation, ErpRequest request) {
        String route = operation == ErpOperation.AUTH ? "direct:erp-auth" : "direct:erp";
        Exchange exchange = camel.send(route, message -> message.getMessage().setBody(request));
        Exception failure = exchange.getException();
        if (failure != null) {
            return failed(request, failure);
        }
        return exchange.getMessage().getBody() instanceof HttpResult.Answered answered
                ? answered
                : new HttpResult.Lost("The route %s brought no answer: it must end with the bean erpWire, method read."
                        .formatted(route));
    }

    private HttpResult failed(ErpRequest request, Exception failure) {
        String host = URI.create(request.url()).getAuthority();
        return switch (failure) {
            case AnswerTooLarge large -> new HttpResult.TooLarge(maxAnswerBytes);
            // Both time-outs to come before the general one: they happen before anything is sent.
            case ConnectTimeoutException noConnection ->
                new HttpResult.NotSent("%s does not accept a connection in time.".formatted(host));
            case ConnectionRequestTimeoutException noneFree ->
                new HttpResult.NotSent("All connections to %s are busy.".formatted(host));
            case SocketTimeoutException silence ->
                new HttpResult.Lost("%s gave no complete answer within %s.".formatted(host, seconds(responseTimeout)));
            case UnknownHostException unknown ->
                new HttpResult.NotSent("The host name of %s is not known.".formatted(host));
            case ConnectException refused -> new HttpResult.NotSent("%s refuses the connection.".formatted(host));
            case NoRouteToHostException away -> new HttpResult.NotSent("%s cannot be reached.".formatted(host));
            case SSLHandshakeException distrust -> new HttpResult.NotSent(noTrust(host, distrust));
            case SSLPeerUnverifiedException distrust -> new HttpResult.NotSent(noTrust(host, distrust));
            default -> {
                log.debug("Call to {} broke off", host, failure);
                yield new HttpResult.Lost("The connection to %s broke off (%s)."
                        .formatted(host, failure.getClass().getSimpleName()));
            }
        };
    }

    private static String noTrust(String host, Exception failure) {
        return "No secure connection to %s: %s.".formatted(host, shortMessage(failure));
    }

    private static String shortMessage(@Nullable Throwable failure) {
        String message = failure == null ? null : failure.getMessage();
        return message == null ? "no reason given" : ContractCheck.shorten(message, 160);
    }

    static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}

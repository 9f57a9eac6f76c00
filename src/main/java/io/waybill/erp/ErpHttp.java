package io.waybill.erp;

import io.waybill.erp.BoundedAnswers.AnswerTooLarge;
import io.waybill.erp.BoundedAnswers.NotSent;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
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
            case NotSent notSent -> new HttpResult.NotSent(noConnection(host, notSent.why()));
            case AnswerTooLarge large -> new HttpResult.TooLarge(maxAnswerBytes);
            case SocketTimeoutException silence ->
                new HttpResult.Lost("%s gave no complete answer within %s.".formatted(host, seconds(responseTimeout)));
            default -> {
                log.debug("Call to {} broke off", host, failure);
                yield new HttpResult.Lost(
                        "The connection to %s broke off before a complete answer came.".formatted(host));
            }
        };
    }

    private static String noConnection(String host, IOException why) {
        return switch (why) {
            case ConnectTimeoutException slow -> "%s does not accept a connection in time.".formatted(host);
            case ConnectionRequestTimeoutException noneFree -> "All connections to %s are busy.".formatted(host);
            case UnknownHostException unknown -> "The host name of %s is not known.".formatted(host);
            case ConnectException refused -> "%s refuses the connection.".formatted(host);
            case SSLException distrust ->
                "No secure connection to %s: %s."
                        .formatted(host, ContractCheck.shorten(String.valueOf(distrust.getMessage()), 160));
            default -> "%s cannot be reached.".formatted(host);
        };
    }

    static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}

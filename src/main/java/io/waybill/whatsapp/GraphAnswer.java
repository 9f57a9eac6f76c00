package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads what came back for a send, be it JSON of Graph, a page of some proxy, or nothing at all. */
final class GraphAnswer {

    private static final ObjectReader JSON = new JsonMapper().readerFor(JsonNode.class);
    private static final int MULTIPLE_CHOICES = 300;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERROR = 500;
    private static final int GATEWAY_TIMEOUT = 504;

    private GraphAnswer() {}

    static SendResult read(int status, byte @Nullable [] body) {
        Fields answer = new Fields(json(body));
        SendFailure failure = failure(answer, status);
        return failure == null ? accepted(answer, status) : new SendResult.Failed(failure);
    }

    /** What came back for a file. */
    static UploadResult uploaded(int status, byte @Nullable [] body) {
        Fields answer = new Fields(json(body));
        SendFailure failure = failure(answer, status);
        String id = answer.filled("id");
        if (failure != null) {
            return new UploadResult.Failed(failure);
        }
        return id == null
                ? new UploadResult.Failed(
                        SendFailure.retry(SendFailure.Pace.BACKOFF, "Graph took the file but gave it no id."))
                : new UploadResult.Uploaded(id);
    }

    /** What came back for a question. */
    static GraphAsk.Answer told(AskRoute.Answer came) {
        Fields answer = new Fields(json(came.body()));
        SendFailure failure = failure(answer, came.status());
        if (failure == null && answer.present()) {
            return new GraphAsk.Answer.Told(answer.node(), came.at());
        }
        return failure == null || failure.code() == null
                ? new GraphAsk.Answer.Unreachable(
                        "Something between Waybill and Graph answered %d in place of Graph.".formatted(came.status()))
                : new GraphAsk.Answer.Refused(failure, Objects.requireNonNullElse(failure.details(), failure.advice()));
    }

    /** Null when Graph took it. */
    private static @Nullable SendFailure failure(Fields answer, int status) {
        if (answer.in("error").node().path("code").isIntegralNumber()) {
            return error(answer.in("error"), status);
        }
        return status < MULTIPLE_CHOICES ? null : notFromGraph(status);
    }

    /** Whether a message may have left us decides: what never reached Graph is safe to send again. */
    static SendFailure unanswered(Exception e) {
        String details = e.getClass().getSimpleName() + ": " + e.getMessage();
        boolean neverSent = e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException
                || e instanceof SSLHandshakeException
                || e instanceof SSLPeerUnverifiedException
                || e instanceof ConnectionRequestTimeoutException
                || e instanceof DirectConsumerNotAvailableException;
        return neverSent
                ? SendFailure.retry(
                                SendFailure.Pace.BACKOFF,
                                "Graph cannot be reached: check the network and waybill.whatsapp.base-url.")
                        .with(null, details)
                : SendFailure.ambiguous(details, "Graph did not answer: the message may have been sent.");
    }

    private static SendFailure error(Fields error, int status) {
        boolean transientHint = error.node().path("is_transient").asBoolean() || status >= SERVER_ERROR;
        String details = error.in("error_data").filled("details");
        return GraphErrors.classify(
                error.node().path("code").intValue(),
                details == null ? error.filled("message") : details,
                transientHint);
    }

    private static SendResult accepted(Fields answer, int status) {
        Fields message = new Fields(answer.node().path("messages").path(0));
        Fields contact = new Fields(answer.node().path("contacts").path(0));
        String wamid = message.filled("id");
        return wamid == null
                ? new SendResult.Failed(SendFailure.ambiguous(
                        "HTTP %d without a message id.".formatted(status),
                        "Graph accepted the message but gave it no id: it may have been sent."))
                : new SendResult.Accepted(wamid, otherNumber(contact));
    }

    private static @Nullable String otherNumber(Fields contact) {
        String used = contact.phone("wa_id");
        String asked = contact.phone("input");
        return used == null || asked == null || used.equals(asked) ? null : used;
    }

    /** A page of a proxy or load balancer between us and Graph. */
    private static SendFailure notFromGraph(int status) {
        String details = "HTTP %d without an error of Graph.".formatted(status);
        return status == GATEWAY_TIMEOUT || status == REQUEST_TIMEOUT
                ? SendFailure.ambiguous(details, "A proxy gave up waiting for Graph: the message may have been sent.")
                : SendFailure.retry(
                                SendFailure.Pace.BACKOFF,
                                "Something between Waybill and Graph answered in place of Graph.")
                        .with(null, details);
    }

    static JsonNode json(byte @Nullable [] body) {
        try {
            return Objects.requireNonNullElseGet(
                    body == null ? null : JSON.<JsonNode>readValue(body), MissingNode::getInstance);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}

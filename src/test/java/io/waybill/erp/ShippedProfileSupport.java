package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.waybill.erp.Attempt.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A profile as it is shipped, against WireMock behaving as its ERP does. */
public abstract class ShippedProfileSupport extends MappedErpSupport {

    /** Our reference of the write under test. */
    protected static final String REFERENCE = KEY;

    /** The ERP. */
    protected static final WireMockServer far = erp;

    /** The text of a shipped profile. */
    protected static String shipped(String name) {
        try {
            return Files.readString(Path.of("endpoint-profiles", name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param properties without {@code waybill.erp.} */
    protected ErpGateway connect(String yaml, Map<String, String> properties) {
        return gateway(yaml, properties);
    }

    protected static ErpReply read(ErpGateway gateway, ErpOperation operation, String request) {
        return gateway.call(operation, fields(request), null).reply();
    }

    protected static ErpReply first(ErpGateway gateway, ErpOperation operation, String request) {
        return gateway.write(operation, fields(request), Attempt.first(KEY)).reply();
    }

    /** A later try of a write of which the first is lost. */
    protected static ErpReply later(ErpGateway gateway, ErpOperation operation, String request, Kind kind) {
        return gateway.write(operation, fields(request), again(kind)).reply();
    }

    /** Single quotes stand for double ones. */
    protected static ObjectNode fields(String request) {
        return json(request);
    }

    protected static JsonNode answered(ErpReply reply) {
        return ok(reply).body();
    }

    protected static String said(ErpReply reply) {
        return reason(reply);
    }

    /** Single quotes stand for double ones. */
    protected static ResponseDefinitionBuilder says(int status, String body) {
        return answer(status, body);
    }

    protected void pass(Duration time) {
        clock.pass(time);
    }
}

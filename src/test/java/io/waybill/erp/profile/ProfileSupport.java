package io.waybill.erp.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.waybill.erp.Attempt;
import io.waybill.erp.Attempt.Kind;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.MappedErpSupport;
import io.waybill.erp.SentFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A shipped profile against stubs that answer as its ERP does. What the shipped flows send is what is sent here. */
abstract class ProfileSupport extends MappedErpSupport {

    static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    static final byte[] CV = "%PDF-1.7 Amina Wanjiru".getBytes(StandardCharsets.UTF_8);

    static final String ORDER_12 = "{\"external_order_id\":\"12\"}";
    static final String PAYMENT_OF_12 =
            "{\"external_order_id\":\"12\",\"payment_info\":{\"method\":\"COD\",\"amount\":225.70,\"currency\":\"EUR\"}}";
    static final String ADDRESS_OF_12 =
            "{\"external_order_id\":\"12\",\"address_text\":\"Beth <House 16>, O'Brien & Co\",\"latitude\":-1.2,\"longitude\":36.8}";

    /** The shipped profile, set up for one shop. */
    abstract ErpGateway shop();

    JsonNode read(ErpOperation operation, String request) {
        return answered(shop().call(operation, tree(request), null).reply());
    }

    JsonNode write(ErpOperation operation, String request) {
        return answered(attempt(operation, request, Attempt.first(KEY)));
    }

    ErpReply attempt(ErpOperation operation, String request, Attempt attempt) {
        return shop().write(operation, tree(request), attempt).reply();
    }

    ErpReply ask(ErpOperation operation, String request) {
        return shop().call(operation, tree(request), operation.writes() ? KEY : null)
                .reply();
    }

    static ErpReply read(ErpGateway gateway, ErpOperation operation, String request) {
        return gateway.call(operation, json(request), null).reply();
    }

    static ErpReply first(ErpGateway gateway, ErpOperation operation, String request) {
        return gateway.write(operation, json(request), Attempt.first(KEY)).reply();
    }

    /** What FIND_ORDER answers for one thing that is known of an order. */
    static String found(ErpGateway gateway, String field, String value) {
        return answered(gateway.call(ErpOperation.FIND_ORDER, json("{}").put(field, value), null)
                        .reply())
                .toString();
    }

    /** A later try of a write of which the first is lost. */
    static ErpReply later(ErpGateway gateway, ErpOperation operation, String request, Kind kind) {
        return gateway.write(operation, json(request), again(kind)).reply();
    }

    static JsonNode answered(ErpReply reply) {
        return ok(reply).body();
    }

    /** The text of a shipped profile. */
    static String shipped(String name) {
        try {
            return Files.readString(Path.of("endpoint-profiles", name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Method and address of every request, oldest first, percent-decoded. */
    static List<String> asked() {
        return events().map(request -> request.getMethod() + " "
                        + URLDecoder.decode(request.getUrl().replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    /** The JSON of the only request to a path, not decoded. */
    static JsonNode body(String method, String path) {
        List<LoggedRequest> sent = events().filter(
                        request -> request.getMethod().value().equals(method)
                                && request.getUrl().split("\\?")[0].equals(path))
                .toList();
        if (sent.size() != 1) {
            throw new AssertionError("%s %s was sent %d times: %s".formatted(method, path, sent.size(), asked()));
        }
        return tree(sent.getFirst().getBodyAsString());
    }

    private static Stream<LoggedRequest> events() {
        return erp.getAllServeEvents().reversed().stream().map(ServeEvent::getRequest);
    }

    static ObjectNode tree(String json) {
        try {
            return (ObjectNode) EXACT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    static ResponseDefinitionBuilder lost() {
        return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    }

    /** @param ids of the customer and of two products, with commas between */
    static String teaAndCoffee(String ids) {
        return """
                {"external_customer_id":"%s","items":[
                  {"external_product_id":"%s","name":"Tea <black>","qty":3,"unit_price":8.39,"options":{"Size":"Small"}},
                  {"external_product_id":"%s","name":"Coffee","qty":1,"unit_price":100.10,"options":{}}],
                 "order_note":"Deliver to: Kasarani <House 16> & Co",
                 "totals":{"subtotal":125.27,"delivery":100.50,"total":225.77,"currency":"KES"}}
                """.formatted((Object[]) ids.split(","));
    }

    /** One file, kept as "cv". */
    static final class OneFile implements SentFiles {

        @Override
        public Optional<SentFile> find(String id) {
            return id.equals("cv") ? Optional.of(new Cv()) : Optional.empty();
        }

        @Override
        public boolean haveLinks() {
            return false;
        }
    }

    private record Cv() implements SentFiles.SentFile {

        @Override
        public String filename() {
            return "cv.pdf";
        }

        @Override
        public String mime() {
            return "application/pdf";
        }

        @Override
        public long size() {
            return CV.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(CV);
        }

        @Override
        public URI link() {
            return URI.create("https://waybill.example/media/cv");
        }
    }
}

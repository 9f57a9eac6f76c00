package io.waybill;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.waybill.far.ErpOrder;
import io.waybill.far.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Who takes the payments of a shop, and how that system says what it says. */
enum PayingSystem {
    /** A provider beside the ERP, by the shipped example of a profile. */
    EXAMPLE {
        @Override
        List<String> open(Path profiles, WireMockServer far, String erp) throws IOException {
            copy(profiles, "canonical");
            Files.writeString(
                    profiles.resolve("pay.yaml"),
                    Files.readString(SHIPPED.resolve("payment-example.yaml"))
                            .replace("https://{{const.tokenurl}}", far.baseUrl() + "/token"));
            far.stubFor(post("/token").willReturn(okJson("{\"access_token\":\"t\",\"expires_in\":3600}")));
            far.stubFor(
                    post("/v1/payments")
                            .willReturn(
                                    templated(
                                            "{\"id\":\"pay-{{jsonPath request.body '$.order'}}\",\"status\":\"CREATED\",\"checkout_url\":\"https://pay.example/pay-{{jsonPath request.body '$.order'}}\"}")));
            return List.of(
                    "waybill.payment.profile=pay",
                    "waybill.payment.base-url=" + far.baseUrl(),
                    "waybill.payment.link-hosts=pay.example",
                    "waybill.payment.secret.client=me",
                    "waybill.payment.secret.password=s3cret",
                    "waybill.payment.const.tokenurl=x",
                    "waybill.payment.const.merchant=M-1");
        }

        @Override
        String payment(ErpOrder order, WireMockServer far) {
            return "pay-" + order.id();
        }

        @Override
        void is(ErpOrder order, State state, WireMockServer far) {
            String word = new String[] {"PROCESSING", "SUCCEEDED", "DECLINED"}[state.ordinal()];
            far.stubFor(get(urlEqualTo("/v1/payments/" + payment(order, far)))
                    .willReturn(
                            okJson("{\"status\":\"%s\",\"amount\":{\"value\":\"%s\"}}".formatted(word, total(order)))));
        }

        @Override
        String about(String payment) {
            return "{\"type\":\"payment.updated\",\"data\":{\"id\":\"%s\",\"status\":\"SUCCEEDED\"}}"
                    .formatted(payment);
        }
    },
    /** The ERP itself, in the words of the contract. */
    ERP {
        @Override
        List<String> open(Path profiles, WireMockServer far, String erp) throws IOException {
            Files.writeString(
                    profiles.resolve("paying.yaml"),
                    Files.readString(SHIPPED.resolve("canonical.yaml"))
                            .replaceAll("(?m)^  (REQUEST|GET)_PAYMENT.*unavailable\\n", "")
                            .replaceAll("(?m)^  #   ((REQUEST|GET)_PAYMENT.*)$", "  $1")
                            .replace(
                                    "operations:",
                                    "callback: { payment_id: $.payment_id }\nlink_hosts: [ pay.example ]\noperations:"));
            far.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().proxiedFrom(erp)));
            far.stubFor(
                    post(urlPathMatching("/api/orders/[^/]+/payment"))
                            .willReturn(
                                    templated(
                                            "{\"payment_id\":\"erp-{{request.path.[2]}}\",\"status\":\"pending\",\"pay_link\":\"https://pay.example/erp-{{request.path.[2]}}\"}")));
            return List.of("waybill.erp.profile=paying", "waybill.erp.base-url=" + far.baseUrl());
        }

        @Override
        String payment(ErpOrder order, WireMockServer far) {
            return "erp-" + order.id();
        }

        @Override
        void is(ErpOrder order, State state, WireMockServer far) {
            far.stubFor(get(urlPathMatching("/api/orders/%s/payment.*".formatted(order.id())))
                    .willReturn(
                            okJson("{\"status\":\"%s\"}".formatted(state.name().toLowerCase(Locale.ROOT)))));
        }

        @Override
        String about(String payment) {
            return "{\"payment_id\":\"%s\",\"status\":\"paid\"}".formatted(payment);
        }
    },
    /** By the shipped profile of M-Pesa: a prompt on the customer's phone. */
    MPESA {
        @Override
        List<String> open(Path profiles, WireMockServer far, String erp) throws IOException {
            copy(profiles, "canonical", "payment-mpesa");
            far.stubFor(get(urlPathEqualTo("/oauth/v1/generate"))
                    .willReturn(okJson("{\"access_token\":\"t\",\"expires_in\":\"3599\"}")));
            far.stubFor(
                    post("/mpesa/stkpush/v1/processrequest")
                            .willReturn(
                                    templated(
                                            "{\"CheckoutRequestID\":\"ws_CO_{{jsonPath request.body '$.AccountReference'}}\",\"ResponseCode\":\"0\",\"ResponseDescription\":\"Success\"}")));
            return List.of(
                    "waybill.public-url=https://waybill.example",
                    "waybill.payment.profile=payment-mpesa",
                    "waybill.payment.base-url=" + far.baseUrl(),
                    "waybill.payment.secret.key=k3y",
                    "waybill.payment.secret.secret=s3cret",
                    "waybill.payment.secret.passkey=p4sskey",
                    "waybill.payment.const.shortcode=174379");
        }

        @Override
        String payment(ErpOrder order, WireMockServer far) {
            return "ws_CO_" + order.id();
        }

        @Override
        void is(ErpOrder order, State state, WireMockServer far) {
            far.stubFor(post("/mpesa/stkpushquery/v1/query")
                    .withRequestBody(matchingJsonPath("$.CheckoutRequestID", equalTo(payment(order, far))))
                    .willReturn(
                            state == State.PENDING
                                    ? okJson(
                                                    "{\"errorCode\":\"500.001.1001\",\"errorMessage\":\"The transaction is being processed\"}")
                                            .withStatus(500)
                                    : okJson("{\"ResponseCode\":\"0\",\"ResultCode\":\"%s\"}"
                                            .formatted(state == State.PAID ? "0" : "1032"))));
        }

        @Override
        String about(String payment) {
            return "{\"Body\":{\"stkCallback\":{\"CheckoutRequestID\":\"%s\",\"ResultCode\":0}}}".formatted(payment);
        }
    },
    /** By the shipped profile of Paystack: a page to pay at. */
    PAYSTACK {
        @Override
        List<String> open(Path profiles, WireMockServer far, String erp) throws IOException {
            copy(profiles, "canonical", "payment-paystack");
            opens(far, "https://checkout.paystack.com/1");
            return List.of(
                    "waybill.payment.profile=payment-paystack",
                    "waybill.payment.base-url=" + far.baseUrl(),
                    "waybill.payment.secret.key=sk_test_1",
                    "waybill.payment.const.maildomain=shop.example");
        }

        @Override
        String payment(ErpOrder order, WireMockServer far) {
            return far.findAll(postRequestedFor(urlEqualTo("/transaction/initialize"))).stream()
                    .map(request -> Json.read(request.getBodyAsString()))
                    .filter(request -> request.path("metadata").asText().contains('"' + order.id() + '"'))
                    .map(request -> request.path("reference").asText())
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }

        @Override
        void is(ErpOrder order, State state, WireMockServer far) {
            String word = new String[] {"abandoned", "success", "failed"}[state.ordinal()];
            far.stubFor(get(urlEqualTo("/transaction/verify/" + payment(order, far)))
                    .willReturn(
                            okJson("{\"status\":true,\"data\":{\"status\":\"%s\",\"amount\":%s,\"currency\":\"KES\"}}"
                                    .formatted(
                                            word, total(order).movePointRight(2).toBigIntegerExact()))));
        }

        @Override
        String about(String payment) {
            return "{\"event\":\"charge.success\",\"data\":{\"reference\":\"%s\",\"status\":\"success\"}}"
                    .formatted(payment);
        }
    };

    private static final Path SHIPPED = Path.of("endpoint-profiles");

    /** What can be said of a payment. */
    enum State {
        PENDING,
        PAID,
        FAILED
    }

    /**
     * @param profiles the folder of the shop
     * @param far the system
     * @param erp where the ERP is
     * @return settings of the shop
     */
    abstract List<String> open(Path profiles, WireMockServer far, String erp) throws IOException;

    /** The id of the latest payment of {@code order}. */
    abstract String payment(ErpOrder order, WireMockServer far);

    /** From now on {@code state} is said of it. */
    abstract void is(ErpOrder order, State state, WireMockServer far);

    /** A call about {@code payment}; whatever happened to it, these words say that it is paid. */
    abstract String about(String payment);

    /** From now on Paystack's page to pay at is {@code link}. */
    static void opens(WireMockServer far, String link) {
        far.stubFor(post("/transaction/initialize")
                .willReturn(templated(
                        "{\"status\":true,\"data\":{\"authorization_url\":\"%s\",\"reference\":\"{{jsonPath request.body '$.reference'}}\"}}"
                                .formatted(link))));
    }

    private static ResponseDefinitionBuilder templated(String json) {
        return okJson(json).withTransformers("response-template");
    }

    private static BigDecimal total(ErpOrder order) {
        return order.totals().path("total").decimalValue();
    }

    private static void copy(Path profiles, String... names) throws IOException {
        for (String name : names) {
            Files.copy(SHIPPED.resolve(name + ".yaml"), profiles.resolve(name + ".yaml"));
        }
    }
}

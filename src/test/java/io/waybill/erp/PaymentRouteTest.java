package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybill.database.TestDatabase;
import io.waybill.erp.Attempt.Kind;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A payment provider beside the ERP. */
class PaymentRouteTest extends MappedErpSupport {

    private static final String ERP = """
            title: ERP
            idempotency: manual
            operations:
              LIST_PRODUCTS: { method: GET, path: /p }
              GET_PRICE: { method: GET, path: /price }
              CREATE_ORDER: { method: POST, path: /orders }
              GET_PAYMENT_STATUS: { method: GET, path: /erp/payment }
              SET_ADDRESS:
                method: POST
                path: /asked
                repeatable: true
                body: { pays: "= $erp('REQUEST_PAYMENT')", own: "= $erp('GET_PRICE')", jobs: "= $erp('LIST_JOBS')" }
                answer: { status: ok }
            """ + REST;
    private static final String ASK =
            "{'external_order_id':'SO1','amount':13.95,'currency':'KES','phone':'+254700000001'}";
    private static final String STATUS = "{'external_order_id':'SO1','payment_id':'pay_1'}";

    @BeforeEach
    void token() {
        erp.stubFor(post("/pay/token").willReturn(answer("{'access_token':'t1','expires_in':3599}")));
    }

    @Test
    void asksTheProviderForThePayment() {
        erp.stubFor(post("/pay/v1/payments")
                .withHeader("Authorization", equalTo("Bearer t1"))
                .willReturn(answer(201, "{'id':'pay_1','status':'CREATED','checkout_url':'https://pay.example/c/1'}")));

        assertThat(ok(ask(shop(), Attempt.first(KEY))).body().toString())
                .isEqualTo(
                        "{\"payment_id\":\"pay_1\",\"status\":\"pending\",\"pay_link\":\"https://pay.example/c/1\",\"method\":\"Payment provider (example)\"}");
        erp.verify(
                1, postRequestedFor(urlEqualTo("/pay/v1/payments")).withRequestBody(equalToJson("""
                                        {"merchant": "M-1", "reference": "%s", "order": "SO1", "payer": {"phone": "+254700000001"},
                                         "amount": {"value": "13.95", "currency": "KES"}}""".formatted(KEY))));
    }

    @Test
    void asksNobodyToPayTwice() {
        ErpGateway shop = shop();
        erp.stubFor(post("/pay/v1/payments").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(ask(shop, Attempt.first(KEY))).isInstanceOf(ErpReply.Unknown.class);
        erp.stubFor(get("/pay/v1/payments?reference=" + KEY)
                .willReturn(answer("{'payments':[{'id':'pay_1','status':'PENDING'}]}")));

        assertThat(ok(ask(shop, again(Kind.AGAIN))).body().path("payment_id").textValue())
                .isEqualTo("pay_1");
        erp.verify(1, postRequestedFor(urlEqualTo("/pay/v1/payments")));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, pending",
        "PROCESSING, pending",
        "SUCCEEDED, paid",
        "DECLINED, failed",
        "EXPIRED, failed",
        "SOMETHING_NEW, pending"
    })
    void translatesTheStateOfAPayment(String theirs, String ours) {
        erp.stubFor(get("/pay/v1/payments/pay_1")
                .willReturn(answer("{'id':'pay_1','status':'%s','amount':{'value':'13.90'}}".formatted(theirs))));

        ErpReply reply =
                shop().call(ErpOperation.GET_PAYMENT_STATUS, json(STATUS), null).reply();

        assertThat(ok(reply).body().path("status").textValue()).isEqualTo(ours);
        erp.verify(0, getRequestedFor(urlPathEqualTo("/erp/payment")));
    }

    @Test
    void asksTheErpForAllElse() {
        erp.stubFor(get(urlPathEqualTo("/price")).willReturn(answer("{'unit_price':1.10,'currency':'KES'}")));

        ok(shop().call(ErpOperation.GET_PRICE, json("{'external_product_id':'P1','qty':2}"), null)
                .reply());
    }

    @Test
    void namesTheProviderInItsSentences() {
        erp.stubFor(
                get("/pay/v1/payments/pay_1").willReturn(answer(404, "{'error':{'description':'No such payment.'}}")));
        assertThat(reason(shop().call(ErpOperation.GET_PAYMENT_STATUS, json(STATUS), null)
                        .reply()))
                .isEqualTo("GET_PAYMENT_STATUS: the payment provider answers 404: \"No such payment.\".");

        erp.stubFor(get("/pay/v1/payments/pay_1").willReturn(answer(401, "{}")));
        assertThat(reason(shop().call(ErpOperation.GET_PAYMENT_STATUS, json(STATUS), null)
                        .reply()))
                .contains("check waybill.payment.* secrets");
    }

    @Test
    void knowsWhatBothHaveAndHowItIsSettled() {
        ErpGateway shop = shop();

        assertThat(shop.available()).contains(ErpOperation.LIST_PRODUCTS, ErpOperation.REQUEST_PAYMENT);
        assertThat(shop.idempotency(ErpOperation.REQUEST_PAYMENT)).isEqualTo(Idempotency.FINDABLE);
        assertThat(shop.idempotency(ErpOperation.CREATE_ORDER)).isEqualTo(Idempotency.MANUAL);
        assertThat(shop.profile().name()).isEqualTo("ours");
    }

    @Test
    void tellsTheProfileOfTheErpWhatTheProviderHas() {
        erp.stubFor(post(urlPathEqualTo("/asked")).willReturn(answer("{'status':'ok'}")));

        ok(shop().write(
                        ErpOperation.SET_ADDRESS,
                        json("{'external_order_id':'SO1','address_text':'x'}"),
                        Attempt.first(KEY))
                .reply());

        erp.verify(
                1,
                postRequestedFor(urlEqualTo("/asked"))
                        .withRequestBody(equalToJson("{\"pays\": true, \"own\": true, \"jobs\": false}")));
    }

    @Test
    void showsAndTriesTheCircuitsOfBoth() {
        ErpGateway shop = shop();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Circuits circuits = new Circuits(shop, reads(shop), meters);
        erp.stubFor(get("/pay/v1/payments/pay_1").willReturn(answer(503, "{}")));
        for (int call = 0; call < 20; call++) {
            shop.call(ErpOperation.GET_PAYMENT_STATUS, json(STATUS), null);
        }

        assertThat(circuits.all())
                .filteredOn(seen -> seen.circuit().operation() == ErpOperation.GET_PAYMENT_STATUS)
                .as("that of the ERP is never asked")
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.system()).isEqualTo(Circuits.System.PAYMENT);
                    assertThat(seen.circuit().state()).isEqualTo(Circuit.State.OPEN);
                    assertThat(CircuitController.CircuitView.of(seen).lastError())
                            .contains("the payment provider");
                });
        assertThat(circuits.all())
                .filteredOn(seen -> seen.system() == Circuits.System.ERP)
                .extracting(seen -> seen.circuit().operation())
                .contains(ErpOperation.LIST_PRODUCTS, ErpOperation.GET_PRICE)
                .doesNotContain(ErpOperation.REQUEST_PAYMENT);
        assertThat(meters.get("waybill.erp.circuit")
                        .tags("operation", "GET_PAYMENT_STATUS", "system", "payment")
                        .gauge()
                        .value())
                .isEqualTo(2);
        erp.stubFor(get("/pay/v1/payments/pay_1").willReturn(answer("{'id':'pay_1','status':'SUCCEEDED'}")));
        assertThat(shop.call(ErpOperation.GET_PAYMENT_STATUS, json(STATUS), null)
                        .reply())
                .as("kept back")
                .isInstanceOf(ErpReply.Down.class);

        CircuitController controller = new CircuitController(circuits);
        assertThat(controller.tryOnce(ErpOperation.GET_PAYMENT_STATUS, null).outcome())
                .as("there is no payment to ask about")
                .isNull();

        ok(shop.call(ErpOperation.GET_PAYMENT_STATUS, json(STATUS), null).reply());
        assertThatThrownBy(() -> controller.tryOnce(ErpOperation.GET_PRICE, "payment"))
                .hasMessageContaining("404");
    }

    private ErpReads reads(ErpGateway shop) {
        return ReadsSupport.reads(shop, TestDatabase.migrated().jdbc(), clock);
    }

    @Test
    void isTheErpAloneWhenNothingOfAPaymentProviderIsSet() {
        profiles(ERP);

        assertThat(payment("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secret.client=me|waybill.payment.* is set, but waybill.payment.profile is not: name one of ours, pay.",
                "profile=pay|waybill.payment.profile is set to \"pay\", but waybill.payment.base-url is not: say where the payment provider is.",
                "profile=theirs;base-url=https://e.example|waybill.payment.profile names \"theirs\", but there is no endpoint-profiles/theirs.yaml; there are: ours, pay.",
                "profile=ours;base-url=https://e.example|The profile \"ours\" is of the kind erp, which does not belong into waybill.payment.profile.",
                "profile=pay;base-url=https://e.example|The profile \"pay\" signs in with waybill.payment.secret.",
                "profile=pay;base-url=https://e.example;secret.client=a;secret.password=b;const.tokenurl=x|The profile \"pay\" needs waybill.payment.const.merchant",
                "profile=pay;base-url=https://e.example;secret.client=a;secret.password=b;const.tokenurl=x;const.merchant=M;link-hosts=https://pay.example|waybill.payment.link-hosts has \"https://pay.example\", which is no host: write the name alone, such as checkout.example.com.",
                "profile=pay;base-url=https://e.example;response-timeout=1s|set connect-timeout and response-timeout of waybill.erp instead.",
            })
    void saysWhatIsMissing(String properties, String sentence) {
        profiles(ERP);
        write("pay", pay());

        assertThatThrownBy(() -> payment(properties))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void saysWhatIsMissingForAProviderThatIsToldWhereToCall() throws IOException {
        profiles(ERP);
        write("mpesa", Files.readString(Path.of("endpoint-profiles", "payment-mpesa.yaml")));

        assertThatThrownBy(
                        () -> payment(
                                "profile=mpesa;base-url=https://e.example;secret.key=a;secret.secret=b;secret.passkey=c;const.shortcode=1;callback-token=0123456789abcdef"))
                .isInstanceOf(Misconfigured.class)
                .hasMessage(
                        "The profile \"mpesa\" tells the payment provider where to call: set waybill.public-url and waybill.payment.callback-token.");
    }

    private ErpGateway shop() {
        ErpGateway alone = gateway(ERP);
        write("pay", pay());
        PaymentSetup payment = payment(
                        "profile=pay;base-url=%s/pay;secret.client=me;secret.password=s3cret;const.tokenurl=x;const.merchant=M-1;link-hosts=pay.example;retry-pause=1ms"
                                .formatted(erp.baseUrl()))
                .orElseThrow();
        assertThat(alone.available()).doesNotContain(ErpOperation.REQUEST_PAYMENT);
        ErpProperties properties = erpProperties();
        ErpSetup setup = ErpSetup.of(properties, profiles(ERP));
        return ErpAssembly.assemble(
                setup,
                properties,
                () -> Optional.of(URI.create(erp.baseUrl())),
                new Guards(setup.bulkhead(), properties.bulkheadWait(), properties.circuitBreaker(), clock),
                camel,
                new SimpleMeterRegistry(),
                files,
                clock,
                ErpAssembly.assemble(payment, camel, new SimpleMeterRegistry(), clock));
    }

    private Optional<PaymentSetup> payment(String properties) {
        Map<String, String> all = Arrays.stream(properties.split(";"))
                .filter(property -> !property.isEmpty())
                .collect(Collectors.toMap(
                        property -> "waybill.payment." + property.split("=", 2)[0],
                        property -> property.split("=", 2)[1]));
        EndpointProfiles profiles = profiles(ERP);
        return PaymentSetup.of(
                new Binder(new MapConfigurationPropertySource(all)), profiles, ErpSetup.of(erpProperties(), profiles));
    }

    private static ErpProperties erpProperties() {
        Map<String, String> all = new HashMap<>();
        all.put("waybill.erp.profile", "ours");
        all.put("waybill.erp.base-url", erp.baseUrl());
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("waybill.erp", ErpProperties.class)
                .get();
    }

    private static String pay() {
        try {
            return Files.readString(Path.of("endpoint-profiles", "payment-example.yaml"))
                    .replace("https://{{const.tokenurl}}", erp.baseUrl() + "/pay/token");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String yaml) {
        try {
            Files.writeString(folder.resolve("endpoint-profiles").resolve(name + ".yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ErpReply ask(ErpGateway shop, Attempt attempt) {
        return shop.write(ErpOperation.REQUEST_PAYMENT, json(ASK), attempt).reply();
    }
}

package io.waybill.erp.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.Attempt;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpAnswer;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped profile against stubs that answer as Safaricom documents. */
class MpesaProfileTest extends ProfileSupport {

    private static final String TOKEN = "/oauth/v1/generate?grant_type=client_credentials";
    private static final String PUSH = "/mpesa/stkpush/v1/processrequest";
    private static final String QUERY = "/mpesa/stkpushquery/v1/query";
    private static final String ASK =
            "{\"external_order_id\":\"SAL-ORD-2026-00012\",\"amount\":1390.00,\"currency\":\"KES\",\"phone\":\"+254700000001\"}";
    private static final String STATUS =
            "{\"external_order_id\":\"SAL-ORD-2026-00012\",\"payment_id\":\"ws_CO_191220191020363925\"}";
    private static final String ACCEPTED = """
            {"MerchantRequestID": "29115-34620561-1", "CheckoutRequestID": "ws_CO_191220191020363925", "ResponseCode": "0",
             "ResponseDescription": "Success. Request accepted for processing", "CustomerMessage": "Success. Request accepted for processing"}
            """;
    private static final String PASSWORD =
            Base64.getEncoder().encodeToString("174379p4sskey20261121130000".getBytes(StandardCharsets.UTF_8));

    private ErpGateway shop;

    @Override
    ErpGateway shop() {
        return shop;
    }

    @BeforeEach
    void opens() {
        shop = paidBy(
                "payment-mpesa",
                Map.of(
                        "secret.key", "k3y",
                        "secret.secret", "s3cret",
                        "secret.passkey", "p4sskey",
                        "const.shortcode", "174379"));
        erp.stubFor(get(TOKEN)
                .withBasicAuth("k3y", "s3cret")
                .willReturn(okJson("{\"access_token\":\"t1\",\"expires_in\":\"3599\"}")));
        erp.stubFor(post(PUSH).willReturn(okJson(ACCEPTED)));
    }

    @Test
    void sendsAPromptToThePhoneThatChats() {
        JsonNode asked = write(ErpOperation.REQUEST_PAYMENT, ASK);

        assertThat(asked.toString())
                .isEqualTo(
                        "{\"payment_id\":\"ws_CO_191220191020363925\",\"status\":\"pending\",\"method\":\"M-Pesa\"}");
        assertThat(body("POST", PUSH)).isEqualTo(tree("""
                        {"BusinessShortCode":"174379","Password":"%s","Timestamp":"20261121130000","TransactionType":"CustomerPayBillOnline",
                         "Amount":1390,"PartyA":"254700000001","PartyB":"174379","PhoneNumber":"254700000001",
                         "CallBackURL":"https://waybill.example/api/v1/payment-callbacks/0123456789-abcdef",
                         "AccountReference":"D-2026-00012","TransactionDesc":"Order"}""".formatted(PASSWORD)));
        erp.verify(1, postRequestedFor(urlEqualTo(PUSH)).withHeader("Authorization", equalTo("Bearer t1")));
    }

    @Test
    void keepsThePasskeyAndOurAddressOutOfWhatIsShown() {
        ErpAnswer answer = shop.write(ErpOperation.REQUEST_PAYMENT, tree(ASK), Attempt.first(KEY));

        assertThat(answer.exchanges())
                .extracting(exchange -> exchange.url() + exchange.request() + exchange.answer())
                .hasSize(2)
                .noneMatch(shown -> shown.contains(PASSWORD)
                        || shown.contains("p4sskey")
                        || shown.contains("k3y")
                        || shown.contains("0123456789-abcdef"))
                .anyMatch(shown -> shown.contains("\"Password\":\"***\"") && shown.contains("\"Amount\":1390"));
    }

    @Test
    void keepsThePasswordOutOfASentenceThatRepeatsIt() {
        erp.stubFor(post(PUSH)
                .willReturn(answer(
                        400, "{'errorCode':'400.002.05','errorMessage':'Invalid Request %s'}".formatted(PASSWORD))));

        assertThat(reason(attempt(ErpOperation.REQUEST_PAYMENT, ASK, Attempt.first(KEY))))
                .contains("Invalid Request ***")
                .doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1390.50|KES|+254700000001|whole shillings only",
                "1390|UGX|+254700000001|KES only",
                "1390|KES|+256700000001|Kenyan numbers only"
            })
    void sendsNothingThatMpesaWouldNotTake(String amount, String currency, String phone, String why) {
        String request = "{\"external_order_id\":\"12\",\"amount\":%s,\"currency\":\"%s\",\"phone\":\"%s\"}"
                .formatted(amount, currency, phone);

        ErpReply reply = attempt(ErpOperation.REQUEST_PAYMENT, request, Attempt.first(KEY));

        assertThat(reply).isInstanceOf(ErpReply.Refused.class);
        assertThat(reason(reply)).contains(why, "It was not sent.");
        erp.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void takesAResponseCodeOtherThanZeroForARefusal() {
        erp.stubFor(post(PUSH)
                .willReturn(answer("{'ResponseCode':'1','ResponseDescription':'The service request has failed'}")));

        ErpReply reply = attempt(ErpOperation.REQUEST_PAYMENT, ASK, Attempt.first(KEY));

        assertThat(reply)
                .isEqualTo(new ErpReply.Refused(
                        "REQUEST_PAYMENT: the payment provider says: \"The service request has failed\"."));
    }

    @Test
    void takesA200WithoutAResponseCodeForARefusal() {
        erp.stubFor(post(PUSH)
                .willReturn(answer("{'requestId':'1','errorCode':'500.001.1001','errorMessage':'Wrong credentials'}")));

        assertThat(reason(attempt(ErpOperation.REQUEST_PAYMENT, ASK, Attempt.first(KEY))))
                .contains("Wrong credentials");
    }

    @Test
    void neverSendsASecondPromptBlindly() {
        assertThat(shop.idempotency(ErpOperation.REQUEST_PAYMENT)).isEqualTo(Idempotency.MANUAL);
        erp.stubFor(post(PUSH).willReturn(lost()));

        assertThat(attempt(ErpOperation.REQUEST_PAYMENT, ASK, Attempt.first(KEY)))
                .isInstanceOf(ErpReply.Unknown.class);
        erp.verify(1, postRequestedFor(urlEqualTo(PUSH)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, paid",
        "1, failed",
        "1032, failed",
        "1037, failed",
        "2001, failed",
        "4999, pending",
        "a code of tomorrow, pending"
    })
    void translatesHowAPromptEnded(String code, String ours) {
        erp.stubFor(post(QUERY)
                .willReturn(answer(
                        "{'ResponseCode':'0','CheckoutRequestID':'ws_CO_191220191020363925','ResultCode':'%s','ResultDesc':'So it ended.'}"
                                .formatted(code))));

        assertThat(read(ErpOperation.GET_PAYMENT_STATUS, STATUS).toString())
                .isEqualTo("{\"status\":\"%s\"}".formatted(ours));
        assertThat(body("POST", QUERY))
                .isEqualTo(tree(
                        "{\"BusinessShortCode\":\"174379\",\"Password\":\"%s\",\"Timestamp\":\"20261121130000\",\"CheckoutRequestID\":\"ws_CO_191220191020363925\"}"
                                .formatted(PASSWORD)));
    }

    @Test
    void isPendingWhileTheCustomerHasNotAnswered() {
        erp.stubFor(
                post(QUERY)
                        .willReturn(
                                answer(
                                        500,
                                        "{'requestId':'1','errorCode':'500.001.1001','errorMessage':'The transaction is being processed'}")));

        assertThat(read(ErpOperation.GET_PAYMENT_STATUS, STATUS).path("status").textValue())
                .isEqualTo("pending");
    }

    @Test
    void doesNotTakeAnotherErrorForPending() {
        erp.stubFor(post(QUERY).willReturn(answer(500, "{'errorCode':'500.003.02','errorMessage':'System is busy'}")));
        assertThat(reason(ask(ErpOperation.GET_PAYMENT_STATUS, STATUS))).contains("System is busy");

        erp.stubFor(post(QUERY).willReturn(answer(500, "<html>Oops</html>").withHeader("Content-Type", "text/html")));
        assertThat(ask(ErpOperation.GET_PAYMENT_STATUS, STATUS)).isInstanceOf(ErpReply.Down.class);
    }

    @Test
    void asksForANewTokenWhenTheOldOneIsOver() {
        write(ErpOperation.REQUEST_PAYMENT, ASK);
        clock.pass(Duration.ofSeconds(3500));
        read(stubbedStatus());
        erp.verify(1, getRequestedFor(urlEqualTo(TOKEN)));

        clock.pass(Duration.ofSeconds(100));
        read(stubbedStatus());

        erp.verify(2, getRequestedFor(urlEqualTo(TOKEN)));
    }

    @Test
    void asksForANewTokenWhenMpesaSaysThatItIsOver() {
        erp.stubFor(post(PUSH)
                .inScenario("token")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("renewed")
                .willReturn(answer(404, "{'errorCode':'404.001.03','errorMessage':'Invalid Access Token'}")));
        erp.stubFor(
                post(PUSH).inScenario("token").whenScenarioStateIs("renewed").willReturn(okJson(ACCEPTED)));

        assertThat(write(ErpOperation.REQUEST_PAYMENT, ASK).path("status").textValue())
                .isEqualTo("pending");
        erp.verify(2, getRequestedFor(urlEqualTo(TOKEN)));
        erp.verify(2, postRequestedFor(urlEqualTo(PUSH)));
    }

    @Test
    void sendsNothingWithoutAToken() {
        erp.stubFor(get(TOKEN)
                .willReturn(answer(400, "{'errorCode':'400.008.01','errorMessage':'Invalid Authentication passed'}")));

        assertThat(reason(attempt(ErpOperation.REQUEST_PAYMENT, ASK, Attempt.first(KEY))))
                .contains("signing in failed", "Invalid Authentication passed");
        erp.verify(1, anyRequestedFor(anyUrl()));
    }

    private String stubbedStatus() {
        erp.stubFor(post(QUERY).willReturn(answer("{'ResponseCode':'0','ResultCode':'0'}")));
        return STATUS;
    }

    private void read(String status) {
        read(ErpOperation.GET_PAYMENT_STATUS, status);
    }
}

package io.waybill.erp.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.Attempt;
import io.waybill.erp.Attempt.Kind;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpAnswer;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped profile against stubs that answer as Paystack documents. */
class PaystackProfileTest extends ProfileSupport {

    private static final String INITIALIZE = "/transaction/initialize";
    private static final String VERIFY = "/transaction/verify/" + KEY;
    private static final String ASK =
            "{\"external_order_id\":\"SO1\",\"amount\":1395.15,\"currency\":\"KES\",\"phone\":\"+254700000001\"}";
    private static final String STATUS = "{\"external_order_id\":\"SO1\",\"payment_id\":\"%s\"}".formatted(KEY);

    private final Map<String, String> properties =
            new HashMap<>(Map.of("secret.key", "sk_test_1", "const.maildomain", "shop.example"));

    @Override
    ErpGateway shop() {
        return paidBy("payment-paystack", properties);
    }

    @Test
    void givesALinkToPayBy() {
        opens("https://checkout.paystack.com/3ni8kdavz62431k");

        JsonNode asked = write(ErpOperation.REQUEST_PAYMENT, ASK);

        assertThat(asked)
                .isEqualTo(tree(
                        "{\"payment_id\":\"%s\",\"status\":\"pending\",\"pay_link\":\"https://checkout.paystack.com/3ni8kdavz62431k\",\"method\":\"Paystack\"}"
                                .formatted(KEY)));
        assertThat(body("POST", INITIALIZE))
                .isEqualTo(tree(
                        "{\"amount\":139515,\"currency\":\"KES\",\"email\":\"254700000001@shop.example\",\"reference\":\"%s\",\"metadata\":\"{\\\"order\\\":\\\"SO1\\\"}\"}"
                                .formatted(KEY)));
        erp.verify(
                1, postRequestedFor(urlEqualTo(INITIALIZE)).withHeader("Authorization", equalTo("Bearer sk_test_1")));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1", "8.20, 820", "1.005e3, 100500", "19.99, 1999", "4.35, 435", "90071992547.09, 9007199254709"})
    void sendsAmountsInHundredthsExactly(String amount, String hundredths) {
        opens("https://checkout.paystack.com/1");

        write(ErpOperation.REQUEST_PAYMENT, ASK.replace("1395.15", amount));

        assertThat(body("POST", INITIALIZE).path("amount").toString()).isEqualTo(hundredths);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://checkout.paystack.com.evil.example/1",
                "https://evil.example/checkout.paystack.com",
                "https://checkout.paystack.com@evil.example/1"
            })
    void withholdsALinkToAnotherHost(String link) {
        opens(link);

        ErpAnswer answer = shop().write(ErpOperation.REQUEST_PAYMENT, tree(ASK), Attempt.first(KEY));

        assertThat(answer.reply()).isInstanceOf(ErpReply.Refused.class);
        assertThat(answer.notices()).singleElement().asString().contains("not shown to the customer");
        assertThat(reason(answer.reply())).isEqualTo(answer.notices().getFirst());
    }

    @Test
    void namesTheHostThatIsNotOnTheListAndTheSettingThatWouldAddIt() {
        opens("https://pay.shop.example/1");

        ErpAnswer answer = shop().write(ErpOperation.REQUEST_PAYMENT, tree(ASK), Attempt.first(KEY));

        assertThat(answer.notices())
                .containsExactly(
                        "REQUEST_PAYMENT: the payment provider answers a pay_link to pay.shop.example, which is not shown to the customer."
                                + " If that is the payment page, add the host to waybill.payment.link-hosts, or to link_hosts of the profile.");
    }

    @Test
    void showsALinkToAHostThatWasAddedToTheList() {
        properties.put("link-hosts", "Pay.Shop.example,other.example");
        opens("https://PAY.shop.example/1");

        assertThat(write(ErpOperation.REQUEST_PAYMENT, ASK).path("pay_link").textValue())
                .isEqualTo("https://PAY.shop.example/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://checkout.paystack.com/1",
                "javascript:alert(1)",
                "checkout.paystack.com/1",
                "https://evil.example\\\\@checkout.paystack.com/1"
            })
    void withholdsWhatIsNoHttpsAddress(String link) {
        opens(link);

        assertThat(reason(attempt(ErpOperation.REQUEST_PAYMENT, ASK, Attempt.first(KEY))))
                .contains("no https address");
    }

    @Test
    void takesA200ThatSaysFalseForARefusal() {
        erp.stubFor(
                post(INITIALIZE).willReturn(answer("{'status':false,'message':'Currency not supported by merchant'}")));

        assertThat(attempt(ErpOperation.REQUEST_PAYMENT, ASK, Attempt.first(KEY)))
                .isEqualTo(
                        new ErpReply.Refused(
                                "REQUEST_PAYMENT (step opened): the payment provider says: \"Currency not supported by merchant\"."));
    }

    @Test
    void isRefusedAReferenceThatIsTaken() {
        erp.stubFor(post(INITIALIZE)
                .willReturn(answer(400, "{'status':false,'message':'Duplicate Transaction Reference'}")));

        ErpReply reply = attempt(ErpOperation.REQUEST_PAYMENT, ASK, Attempt.first(KEY));

        assertThat(reply).isInstanceOf(ErpReply.Refused.class);
        assertThat(reason(reply)).contains("Duplicate Transaction Reference");
    }

    @Test
    void findsATransactionWhoseAnswerWasLostAndCountsItAsFailedSinceItsLinkIsGone() {
        ErpGateway shop = shop();
        assertThat(shop.idempotency(ErpOperation.REQUEST_PAYMENT)).isEqualTo(Idempotency.FINDABLE);
        erp.stubFor(post(INITIALIZE).willReturn(lost()));
        assertThat(first(shop, ErpOperation.REQUEST_PAYMENT, ASK)).isInstanceOf(ErpReply.Unknown.class);
        verifies("abandoned");

        JsonNode found = answered(later(shop, ErpOperation.REQUEST_PAYMENT, ASK, Kind.AGAIN));

        assertThat(found.path("status").textValue()).isEqualTo("failed");
        assertThat(found.has("pay_link")).isFalse();
        erp.verify(1, postRequestedFor(urlEqualTo(INITIALIZE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void asksAgainWithTheSameReferenceForWhatNeverArrived(int notFound) {
        ErpGateway shop = shop();
        erp.stubFor(get(VERIFY)
                .willReturn(answer(notFound, "{'status':false,'message':'Transaction reference not found'}")));
        assertThat(later(shop, ErpOperation.REQUEST_PAYMENT, ASK, Kind.LOOK)).isInstanceOf(ErpReply.Unknown.class);
        opens("https://checkout.paystack.com/2");

        assertThat(answered(later(shop, ErpOperation.REQUEST_PAYMENT, ASK, Kind.AGAIN))
                        .path("pay_link")
                        .textValue())
                .isEqualTo("https://checkout.paystack.com/2");
        assertThat(body("POST", INITIALIZE).path("reference").textValue()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "success, paid",
        "failed, failed",
        "reversed, failed",
        "abandoned, pending",
        "ongoing, pending",
        "pending, pending",
        "a_word_of_tomorrow, pending"
    })
    void translatesTheStateOfATransaction(String theirs, String ours) {
        verifies(theirs);

        JsonNode status = read(ErpOperation.GET_PAYMENT_STATUS, STATUS);

        assertThat(status.path("status").textValue()).isEqualTo(ours);
        if (ours.equals("paid")) {
            assertThat(status.path("paid_amount").decimalValue()).isEqualByComparingTo(new BigDecimal("1395.15"));
        } else {
            assertThat(status.has("paid_amount")).isFalse();
        }
        erp.verify(1, getRequestedFor(urlEqualTo(VERIFY)));
    }

    @Test
    void refundsInHundredths() {
        erp.stubFor(
                post("/refund")
                        .willReturn(
                                answer(
                                        "{'status':true,'message':'Refund has been queued for processing','data':{'id':3018284,'status':'pending','amount':1000}}")));

        JsonNode refund = write(
                ErpOperation.REFUND_PAYMENT,
                "{\"payment_id\":\"%s\",\"external_order_id\":\"SO1\",\"amount\":10.00,\"currency\":\"KES\",\"reason\":\"Broken\"}"
                        .formatted(KEY));

        assertThat(refund.path("refund_id").asText()).isEqualTo("3018284");
        assertThat(refund.path("status").textValue()).isEqualTo("pending");
        assertThat(body("POST", "/refund"))
                .isEqualTo(tree(
                        "{\"transaction\":\"%s\",\"amount\":1000,\"currency\":\"KES\",\"merchant_note\":\"Broken\"}"
                                .formatted(KEY)));
        assertThat(shop().idempotency(ErpOperation.REFUND_PAYMENT)).isEqualTo(Idempotency.MANUAL);
    }

    private static void opens(String link) {
        erp.stubFor(post(INITIALIZE)
                .willReturn(answer(
                        "{'status':true,'message':'Authorization URL created','data':{'authorization_url':'%s','access_code':'3ni8kdavz62431k','reference':'%s'}}"
                                .formatted(link, KEY))));
    }

    private static void verifies(String status) {
        erp.stubFor(get(VERIFY)
                .willReturn(answer(
                        "{'status':true,'message':'Verification successful','data':{'id':4099260516,'status':'%s','reference':'%s','amount':139515,'currency':'KES'}}"
                                .formatted(status, KEY))));
    }
}

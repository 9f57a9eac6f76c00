package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "waybill.erp.response-timeout=300ms")
class ErpTimeoutRouteTest extends ErpRouteSupport {

    static Stream<Arguments> slowAnswers() {
        return Stream.of(
                Arguments.of("no answer", answer("{}").withFixedDelay(1500)),
                // Each byte comes within the socket time-out; only the deadline for the whole ends this.
                Arguments.of("a byte now and then", answer(" ".repeat(500)).withChunkedDribbleDelay(60, 6000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowAnswers")
    void asksOnceAndDoesNotKnowWhatBecameOfAWrite(String name, ResponseDefinitionBuilder answer) {
        erp.stubFor(any(anyUrl()).willReturn(answer));

        ErpAnswer order = createOrderAnswer();

        assertThat(order.reply()).isInstanceOf(ErpReply.Unknown.class);
        assertThat(reason(order.reply())).contains("no complete answer within 300 ms", "It may have been executed");
        assertThat(order.exchanges()).singleElement().satisfies(exchange -> {
            assertThat(exchange.status()).isNull();
            assertThat(exchange.took()).isLessThan(Duration.ofSeconds(3));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowAnswers")
    void isDownForAReadAndDoesNotLetTheCustomerWaitTwice(String name, ResponseDefinitionBuilder answer) {
        erp.stubFor(any(anyUrl()).willReturn(answer));

        ErpAnswer price = gateway.call(ErpOperation.GET_PRICE, json("{'external_product_id':'P1','qty':2}"), null);

        assertThat(price.reply()).isInstanceOf(ErpReply.Down.class);
        assertThat(price.exchanges()).hasSize(1);
        erp.verify(1, anyRequestedFor(anyUrl()));
    }
}

package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.Json;
import io.waybill.message.Pricing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPricingTest {

    @ParameterizedTest
    @CsvSource({
        "utility, regular, true, 254711000001, utility, true, KE",
        "service, free_customer_service, false, 15550100111, service, false, unknown",
        "service, free_entry_point, , 12015550123, service, false, US",
        "marketing, regular, , 33612345678, marketing, true, FR",
        "authentication-international, regular, true, 919812345678, authentication_international, true, IN",
        "authentication_international, regular, true, 919812345678, authentication_international, true, IN",
        "service, regular, true, 0, service, true, unknown"
    })
    void readsCategoryAndCountry(
            String category, String type, String billable, String to, String known, boolean paid, String country) {
        JsonNode status =
                Json.read("""
                {"recipient_id": "%s", "pricing": {"category": "%s", "type": "%s", "pricing_model": "PMP"%s}}
                """.formatted(to, category, type, billable == null ? "" : ", \"billable\": " + billable));

        assertThat(StatusPricing.of(new Fields(status))).isEqualTo(new Pricing(known, type, paid, country));
    }

    @Test
    void takesTheCountryOfAUserIdWhereTheNumberIsHidden() {
        JsonNode status = Json.read(
                "{\"recipient_user_id\": \"US.13491208655302741918\", \"pricing\": {\"category\": \"service\", \"type\": \"regular\"}}");

        assertThat(StatusPricing.of(new Fields(status))).isEqualTo(new Pricing("service", "regular", true, "US"));
    }

    @Test
    void isAbsentWhereNothingIsSaidOfIt() {
        assertThat(StatusPricing.of(new Fields(Json.read("{\"recipient_id\": \"254711000001\"}"))))
                .isNull();
    }
}

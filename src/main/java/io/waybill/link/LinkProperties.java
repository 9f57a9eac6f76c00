package io.waybill.link;

import static io.waybill.home.Misconfigured.unless;

import io.waybill.home.Misconfigured;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code waybill.links.*}
 *
 * @param phoneNumber the WhatsApp number that links open, with country code; without one WhatsApp asks whom to write to
 */
@ConfigurationProperties("waybill.links")
record LinkProperties(@Nullable String phoneNumber) {

    LinkProperties {
        phoneNumber = phoneNumber == null || phoneNumber.isBlank() ? null : phoneNumber.strip();
    }

    /** The digits of the number, or nothing; throws {@link Misconfigured} when it is none. */
    String digits() {
        if (phoneNumber == null) {
            return "";
        }
        String digits = phoneNumber.replaceAll("[\\s+().-]", "");
        unless(
                digits.matches("[1-9]\\d{6,14}"),
                "waybill.links.phone-number is a phone number with country code, such as +254711000000, not \"%s\"."
                        .formatted(phoneNumber));
        return digits;
    }
}

package io.waybill.erp;

import static io.waybill.home.Misconfigured.unless;

import io.waybill.home.Misconfigured;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;

/**
 * {@code waybill.payment.*} and its profile brought together: a payment provider beside the ERP.
 *
 * <p>It is set up with the words of {@link ErpProperties}. Time-outs and connections are those of the ERP, whose HTTP client it uses.
 */
record PaymentSetup(
        ErpSetup setup, ErpProperties properties, @Nullable String callbackUrl) {

    private static final String PREFIX = "waybill.payment";

    /**
     * Empty when nothing of {@code waybill.payment.*} is set.
     *
     * @throws Misconfigured with one sentence that names the property to change
     */
    static Optional<PaymentSetup> of(Binder binder, EndpointProfiles profiles, ErpSetup erp) {
        return Optional.ofNullable(binder.bind(PREFIX, ErpProperties.class).orElse(null))
                .map(properties -> whole(properties, profiles, erp, callbackUrl(binder)));
    }

    private static PaymentSetup whole(
            ErpProperties properties, EndpointProfiles profiles, ErpSetup erp, @Nullable String callbackUrl) {
        unless(
                properties.profile() != null,
                "waybill.payment.* is set, but waybill.payment.profile is not: name one of %s."
                        .formatted(String.join(", ", profiles.names())));
        unless(
                properties.baseUrl() != null,
                "waybill.payment.profile is set to \"%s\", but waybill.payment.base-url is not: say where the payment provider is."
                        .formatted(properties.profile()));
        unless(
                properties.connectTimeout() == null && properties.responseTimeout() == null,
                "waybill.payment uses the connections of the ERP: set connect-timeout and response-timeout of waybill.erp instead.");
        try {
            ErpSetup own = ErpSetup.of(properties, profiles, EndpointProfile.Kind.PAYMENT);
            unless(
                    callbackUrl != null || !own.profile().paying().isToldWhereToCall(),
                    "The profile \"%s\" tells the payment provider where to call: set waybill.public-url and %s."
                            .formatted(own.profile().name(), PaymentCallback.TOKEN));
            return new PaymentSetup(own.withTimeoutsOf(erp), properties, callbackUrl);
        } catch (Misconfigured e) {
            throw new Misconfigured(words(String.valueOf(e.getMessage())), e);
        }
    }

    /** Where the provider may say that something happened to a payment; null unless it is set whole. */
    private static @Nullable String callbackUrl(Binder binder) {
        String gateway = binder.bind("waybill.public-url", String.class).orElse("");
        String token = binder.bind(PaymentCallback.TOKEN, String.class).orElse("");
        return gateway.isBlank() || token.isBlank()
                ? null
                : gateway.strip().replaceAll("/+$", "") + PaymentCallback.PATH + token;
    }

    /** A sentence about the ERP, said of the payment provider. */
    static String words(String sentence) {
        return sentence.replace("waybill.erp.", PREFIX + ".")
                .replace("waybill.erp ", PREFIX + " ")
                .replace("the ERP", "the payment provider")
                .replace("this ERP", "this payment provider")
                .replace("The ERP", "The payment provider");
    }

    /** {@code reply} in words that name the payment provider. */
    static ErpReply words(ErpReply reply) {
        return switch (reply) {
            case ErpReply.Refused(String reason) -> new ErpReply.Refused(words(reason));
            case ErpReply.Down(String reason) -> new ErpReply.Down(words(reason));
            case ErpReply.Unknown(String reason) -> new ErpReply.Unknown(words(reason));
            case ErpReply.Ok ok -> ok;
            case ErpReply.Empty empty -> empty;
        };
    }
}

package io.waybill.whatsapp;

import io.waybill.home.Misconfigured;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The connection to a real WhatsApp number. With none of the first four, the simulator takes its place.
 *
 * @param phoneNumberId the number we send from, as Meta's id
 * @param accessToken permanent token of a system user
 * @param appSecret signs what Meta delivers to us
 * @param verifyToken our own word for Meta's handshake
 * @param businessAccountId the WhatsApp business account (WABA) of the number; not needed to sell
 * @param messagesPerSecond what Meta allows the number: 80, or 1000 after an upgrade
 * @param mediaTimeout how long fetching one file of a customer may take
 */
@ConfigurationProperties("waybill.whatsapp")
public record WhatsAppProperties(
        @Nullable String phoneNumberId,
        @Nullable String accessToken,
        @Nullable String appSecret,
        @Nullable String verifyToken,
        @Nullable String businessAccountId,
        @Nullable String baseUrl,
        @DefaultValue("v25.0") String graphVersion,
        @DefaultValue("80") int messagesPerSecond,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration responseTimeout,
        @DefaultValue("60s") Duration mediaTimeout) {

    private static final String GRAPH = "https://graph.facebook.com";
    private static final int DELETE = 127;

    /** True as soon as something that only a real number needs is set; then all four must be. */
    boolean real() {
        return missing().size() < required().size() || baseUrl != null && !baseUrl.isBlank();
    }

    List<String> missing() {
        return required().entrySet().stream()
                .filter(entry -> entry.getValue().isBlank())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** These, when no send can fail for one of them; throws {@link Misconfigured} with the name of the one that is wrong. */
    WhatsAppProperties usable() {
        require(
                orEmpty(phoneNumberId).strip().matches("\\d*"),
                "phone-number-id is Meta's id of the number, digits only, not the phone number: \"%s\"."
                        .formatted(phoneNumberId));
        require(
                orEmpty(accessToken).strip().chars().allMatch(c -> c > ' ' && c < DELETE),
                "access-token contains characters that cannot stand in an HTTP header: copy it again.");
        require(
                graphVersion.matches("v\\d+\\.\\d+"),
                "graph-version is no version of the Graph API: \"%s\"; it looks like v25.0.".formatted(graphVersion));
        require(messagesPerSecond > 0, "messages-per-second must be 1 or more, not %d.".formatted(messagesPerSecond));
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("response-timeout", responseTimeout);
        requirePositive("media-timeout", mediaTimeout);
        return this;
    }

    private static void requirePositive(String name, Duration value) {
        require(value.isPositive(), "%s must be longer than nothing, not %s.".formatted(name, value));
    }

    private static void require(boolean good, String sentence) {
        Misconfigured.unless(good, "waybill.whatsapp." + sentence);
    }

    String graphBaseUrl() {
        return baseUrl == null || baseUrl.isBlank() ? GRAPH : baseUrl;
    }

    private Map<String, String> required() {
        Map<String, String> required = new LinkedHashMap<>();
        required.put("phone-number-id", orEmpty(phoneNumberId));
        required.put("access-token", orEmpty(accessToken));
        required.put("app-secret", orEmpty(appSecret));
        required.put("verify-token", orEmpty(verifyToken));
        return required;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "WhatsAppProperties[phoneNumberId=%s, businessAccountId=%s, baseUrl=%s, graphVersion=%s, secrets masked]"
                .formatted(phoneNumberId, businessAccountId, baseUrl, graphVersion);
    }
}

package io.waybill.whatsapp;

import io.waybill.home.Misconfigured;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The connection to real WhatsApp numbers. With none of the first four, the simulator takes the place of the first.
 *
 * @param phoneNumberId the number we send from, as Meta's id
 * @param accessToken permanent token of a system user
 * @param accessTokenFile a file that holds it, in its place; read again when it changes
 * @param appSecret signs what Meta delivers to us
 * @param verifyToken our own word for Meta's handshake
 * @param businessAccountId the WhatsApp business account (WABA) of the number; not needed to sell
 * @param reopenTemplate the template that asks a customer to write again, when a reply came after the 24 hours; not set: none
 * @param messagesPerSecond what Meta allows the number: 80, or 1000 after an upgrade
 * @param mediaTimeout how long fetching one file of a customer may take
 * @param numbers more of ours, each under a name of its own
 */
@ConfigurationProperties("waybill.whatsapp")
public record WhatsAppProperties(
        @Nullable String phoneNumberId,
        @Nullable String accessToken,
        @Nullable Path accessTokenFile,
        @Nullable String appSecret,
        @Nullable String verifyToken,
        @Nullable String businessAccountId,
        @Nullable String baseUrl,
        @Nullable String reopenTemplate,
        @DefaultValue("v25.0") String graphVersion,
        @DefaultValue("80") int messagesPerSecond,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration responseTimeout,
        @DefaultValue("60s") Duration mediaTimeout,
        @DefaultValue Map<String, Number> numbers) {

    private static final String GRAPH = "https://graph.facebook.com";
    private static final int DELETE = 127;

    /** What is not said of a further number is as it is of the first. */
    public record Number(
            String phoneNumberId,
            @Nullable String accessToken,
            @Nullable Path accessTokenFile,
            @Nullable String appSecret,
            @Nullable String verifyToken,
            @Nullable String businessAccountId,
            @Nullable Integer messagesPerSecond) {

        private void usable(String name) {
            String prefix = "numbers.%s.".formatted(name);
            require(
                    name.matches("[a-z0-9-]{1,40}") && !name.equals(WhatsAppChannel.MAIN),
                    prefix + "…: a number's name is of a-z, 0-9 and \"-\", and not \"main\".");
            require(
                    phoneNumberId != null && phoneNumberId.strip().matches("\\d+"),
                    prefix + "phone-number-id is missing, or not Meta's id of the number, which is digits only.");
            requireToken(prefix + "access-token", accessToken, accessTokenFile);
            requirePace(prefix + "messages-per-second", messagesPerSecond == null ? 1 : messagesPerSecond);
        }

        /** Null: as of the first number. */
        @Nullable
        Supplier<String> token(String name) {
            return WhatsAppProperties.token("numbers.%s.".formatted(name), accessToken, accessTokenFile);
        }

        @Override
        public String toString() {
            return "Number[phoneNumberId=%s, secrets masked]".formatted(phoneNumberId);
        }
    }

    /** True as soon as something that only a real number needs is set; then all four must be. */
    boolean real() {
        return missing().size() < required().size() || baseUrl != null && !baseUrl.isBlank() || !numbers.isEmpty();
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
        requireToken("access-token", accessToken, accessTokenFile);
        require(
                graphVersion.matches("v\\d+\\.\\d+"),
                "graph-version is no version of the Graph API: \"%s\"; it looks like v25.0.".formatted(graphVersion));
        requirePace("messages-per-second", messagesPerSecond);
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("response-timeout", responseTimeout);
        requirePositive("media-timeout", mediaTimeout);
        numbers.forEach((name, number) -> number.usable(name));
        return this;
    }

    private static void requireToken(String name, @Nullable String token, @Nullable Path file) {
        require(
                fitsIntoHeader(orEmpty(token).strip()),
                name + " contains characters that cannot stand in an HTTP header: copy it again.");
        require(
                orEmpty(token).isBlank() || file == null,
                "%1$s and waybill.whatsapp.%1$s-file are both set: keep one of them.".formatted(name));
    }

    static boolean fitsIntoHeader(String token) {
        return token.chars().allMatch(c -> c > ' ' && c < DELETE);
    }

    /** The token of the first number, which has one. */
    Supplier<String> token() {
        return Objects.requireNonNull(token("", accessToken, accessTokenFile));
    }

    private static @Nullable Supplier<String> token(String prefix, @Nullable String token, @Nullable Path file) {
        if (file != null) {
            return new TokenFile("waybill.whatsapp." + prefix + "access-token-file", file);
        }
        String own = orEmpty(token).strip();
        return own.isEmpty() ? null : () -> own;
    }

    private static void requirePace(String name, int messagesPerSecond) {
        require(messagesPerSecond > 0, "%s must be 1 or more, not %d.".formatted(name, messagesPerSecond));
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
        required.put(
                "access-token (or access-token-file)",
                accessTokenFile == null ? orEmpty(accessToken) : accessTokenFile.toString());
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

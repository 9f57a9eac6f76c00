package io.waybill.whatsapp;

import io.waybill.home.Misconfigured;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One number we talk through, real or simulated, with everything needed to send and to check what comes in.
 *
 * @param name what the configuration calls it, {@link #MAIN} for the one that {@code waybill.whatsapp} itself describes
 * @param real false for the simulator
 * @param token asked at each call, since its file may be replaced
 * @param baseUrl asked at each send, since the simulator's port is known only once the server runs
 */
public record WhatsAppChannel(
        String name,
        boolean real,
        String phoneNumberId,
        String businessAccountId,
        Supplier<String> token,
        String appSecret,
        String verifyToken,
        Supplier<String> baseUrl,
        String graphVersion,
        int messagesPerSecond) {

    public static final String MAIN = "main";

    /** The number that {@code waybill.whatsapp} itself describes; throws {@link Misconfigured} when a part is missing. */
    static WhatsAppChannel real(WhatsAppProperties properties) {
        List<String> missing = properties.missing();
        if (!missing.isEmpty()) {
            throw new Misconfigured("WhatsApp is only half configured: set waybill.whatsapp.%s%s."
                    .formatted(
                            String.join(", waybill.whatsapp.", missing),
                            missing.size() == 1 ? " too" : " too, or none of them to use the simulator"));
        }
        String baseUrl = baseUrl(properties.graphBaseUrl());
        return new WhatsAppChannel(
                MAIN,
                true,
                set(properties.phoneNumberId()),
                properties.businessAccountId() == null
                        ? ""
                        : properties.businessAccountId().strip(),
                properties.token(),
                set(properties.appSecret()),
                set(properties.verifyToken()),
                () -> baseUrl,
                properties.graphVersion(),
                properties.messagesPerSecond());
    }

    /** Another number; what {@code number} leaves out is as it is here. */
    WhatsAppChannel with(String name, WhatsAppProperties.Number number) {
        return new WhatsAppChannel(
                name,
                real,
                number.phoneNumberId().strip(),
                orElse(number.businessAccountId(), businessAccountId),
                Objects.requireNonNullElse(number.token(name), token),
                orElse(number.appSecret(), appSecret),
                orElse(number.verifyToken(), verifyToken),
                baseUrl,
                graphVersion,
                number.messagesPerSecond() == null ? messagesPerSecond : number.messagesPerSecond());
    }

    public String accessToken() {
        return token.get();
    }

    /** Where messages are posted to. */
    public String messagesUrl() {
        return url(phoneNumberId + "/messages");
    }

    /** Where files are handed to Graph. */
    String uploadUrl() {
        return url(phoneNumberId + "/media");
    }

    /** Where the templates of the number's account are listed, made and deleted. */
    String templatesUrl() {
        return objectUrl(businessAccountId) + "/message_templates";
    }

    /** Where something of Meta's is changed by its id. */
    String objectUrl(String id) {
        return baseUrl.get() + "/" + graphVersion + "/" + id;
    }

    /** Where Graph says where a file is. */
    String mediaUrl(String mediaId) {
        return url(mediaId + "?phone_number_id=" + phoneNumberId);
    }

    /** @param path below the version */
    String url(String path) {
        return baseUrl.get() + "/" + graphVersion + "/" + path;
    }

    private static String baseUrl(String configured) {
        String url = configured.strip().replaceAll("/+$", "");
        if (!isAddress(url)) {
            throw new Misconfigured(
                    "waybill.whatsapp.base-url is not an http or https address: %s.".formatted(configured));
        }
        return url;
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null
                    && List.of("http", "https").contains(uri.getScheme())
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String set(@Nullable String value) {
        return Objects.requireNonNull(value).strip();
    }

    private static String orElse(@Nullable String own, String main) {
        return own == null || own.isBlank() ? main : own.strip();
    }

    @Override
    public String toString() {
        return "WhatsAppChannel[name=%s, real=%s, phoneNumberId=%s, secrets masked]"
                .formatted(name, real, phoneNumberId);
    }
}

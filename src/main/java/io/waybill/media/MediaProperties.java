package io.waybill.media;

import static io.waybill.home.Misconfigured.unless;

import io.waybill.home.Misconfigured;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.public-url} and {@code waybill.media.*}: how the ERP fetches files that customers sent.
 *
 * @param publicUrl under which address others reach this gateway; null: only this machine does
 */
@ConfigurationProperties("waybill")
record MediaProperties(
        @Nullable String publicUrl, @DefaultValue Media media) {

    private static final int SHORTEST_KEY = 32;

    /**
     * @param linkValid how long after it came a file can be fetched by its link
     * @param linkKey signs the links; null: a random one, kept in the database
     */
    record Media(
            @DefaultValue("7d") Duration linkValid,
            @Nullable String linkKey) {

        /** Shows no secret. */
        @Override
        public String toString() {
            return "Media[linkValid=%s]".formatted(linkValid);
        }
    }

    /** These, when links can be made of them; throws {@link Misconfigured} with the name of the one that is wrong. */
    MediaProperties usable() {
        unless(
                media.linkValid().isPositive(),
                "waybill.media.link-valid must be longer than nothing, not %s.".formatted(media.linkValid()));
        unless(
                media.linkKey() == null || media.linkKey().length() >= SHORTEST_KEY,
                "waybill.media.link-key must have %d characters or more.".formatted(SHORTEST_KEY));
        baseUrl();
        return this;
    }

    /** Without a slash at its end. */
    @Nullable
    String baseUrl() {
        if (publicUrl == null || publicUrl.isBlank()) {
            return null;
        }
        String url = publicUrl.strip().replaceAll("/+$", "");
        unless(
                isAddress(url),
                "waybill.public-url is no http or https address: \"%s\"; it looks like https://waybill.example.com."
                        .formatted(publicUrl));
        return url;
    }

    private static boolean isAddress(String text) {
        try {
            URI url = new URI(text);
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

package io.waybill.whatsapp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The hosts that may see our access token: Meta's, by https, and the one Graph itself is reached at. */
final class MetaHosts {

    private static final List<String> DOMAINS = List.of("facebook.com", "fbsbx.com", "fbcdn.net", "whatsapp.net");
    private static final int HTTPS = 443;

    private MetaHosts() {}

    /** @param graph address of Graph as configured */
    static boolean include(String address, String graph) {
        try {
            URI url = new URI(address);
            return url.getHost() != null
                    && url.getRawUserInfo() == null
                    && (isOrigin(url, new URI(graph)) || isMetas(url));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isOrigin(URI url, URI graph) {
        return lower(url.getScheme()).equals(lower(graph.getScheme()))
                && lower(url.getHost()).equals(lower(graph.getHost()))
                && url.getPort() == graph.getPort();
    }

    private static boolean isMetas(URI url) {
        String host = lower(url.getHost());
        return lower(url.getScheme()).equals("https")
                && (url.getPort() == -1 || url.getPort() == HTTPS)
                && DOMAINS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

package io.waybill.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which base URLs may be connected: none inside our own network unless somebody says so, and none that only machines of a cloud have. */
final class Addresses {

    private static final int UNIQUE_LOCAL = 0xfc;

    private Addresses() {}

    /** Why {@code baseUrl} may not be connected, as a sentence; empty: it may. */
    static Optional<String> problem(String baseUrl, boolean inside) {
        URI url;
        try {
            url = new URI(baseUrl);
        } catch (URISyntaxException e) {
            return Optional.of(
                    "The base URL is no URL (%s): it looks like https://erp.example.com.".formatted(e.getReason()));
        }
        boolean web =
                Set.of("http", "https").contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT));
        if (!web || url.getHost() == null) {
            return Optional.of(
                    "The base URL begins with https:// or http:// and has a host: it looks like https://erp.example.com.");
        }
        return problemOfHost(url.getHost(), inside);
    }

    private static Optional<String> problemOfHost(String host, boolean inside) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            // The test says it, with the request that was not sent.
            return Optional.empty();
        }
        if (Arrays.stream(addresses)
                .anyMatch(address -> address.isLinkLocalAddress() || address.isMulticastAddress())) {
            return Optional.of("%s is an address that no ERP has: it is link-local or multicast.".formatted(host));
        }
        return !inside && Arrays.stream(addresses).anyMatch(Addresses::isInside)
                ? Optional.of(
                        "%s is inside a private network or this machine. Say that it may be, if your ERP is there."
                                .formatted(host))
                : Optional.empty();
    }

    private static boolean isInside(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || address instanceof Inet6Address six && (six.getAddress()[0] & 0xfe) == UNIQUE_LOCAL;
    }
}

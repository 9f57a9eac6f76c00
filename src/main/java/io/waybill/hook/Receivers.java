package io.waybill.hook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Which addresses events may be sent to: none inside our own network unless it is configured.
 *
 * <p>The HTTP client asks it for the addresses it connects to, so a name that means something else by then is refused too.
 */
final class Receivers implements DnsResolver {

    private static final int LONGEST = 2_000;

    /** What IANA lists as not globally reachable, and what carries an IPv4 address inside. */
    private static final List<IpAddressMatcher> RESERVED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(IpAddressMatcher::new)
            .toList();

    private final boolean allowHttp;
    private final Set<String> privateHosts;

    Receivers(boolean allowHttp, Set<String> privateHosts) {
        this.allowHttp = allowHttp;
        this.privateHosts = privateHosts.stream().map(Receivers::lower).collect(Collectors.toUnmodifiableSet());
    }

    /** No connection is made to it. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(String host) {
            super("%s is inside a private network or this machine. Name it in waybill.hooks.private-hosts to allow it."
                    .formatted(host));
        }
    }

    /** Why nothing may be sent to {@code address}, as a sentence; empty: it may. */
    Optional<String> problem(String address) {
        URI url = parsed(address);
        if (url == null) {
            return Optional.of("\"url\" is no address that events can be posted to: https://host/path.");
        }
        try {
            List<InetAddress> addresses = List.of(resolve(url.getHost()));
            boolean safe = lower(url.getScheme()).equals("https")
                    || allowHttp
                    || addresses.stream().allMatch(InetAddress::isLoopbackAddress);
            return safe ? Optional.empty() : Optional.of("\"url\" begins with https: events go out encrypted only.");
        } catch (Refused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return Optional.of("The host %s is not known.".formatted(url.getHost()));
        }
    }

    private static @Nullable URI parsed(String address) {
        try {
            URI url = new URI(address);
            boolean usable = address.length() <= LONGEST
                    && Set.of("http", "https").contains(lower(url.getScheme()))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null;
            return usable ? url : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!privateHosts.contains(lower(unbracketed(host)))
                && Arrays.stream(addresses).anyMatch(Receivers::isReserved)) {
            throw new Refused(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    static boolean isReserved(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*$", "");
        return RESERVED.stream().anyMatch(range -> range.matches(text));
    }

    /** An IPv6 address as it stands outside of addresses of the web. */
    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String lower(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").toLowerCase(Locale.ROOT);
    }
}

package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hosts to which customers are sent to pay; a link to any other is never shown to them. */
record PayLinks(Set<String> hosts) {

    static final String SETTING = "waybill.erp.link-hosts";

    /** The host of the system itself, those its profile names, and those that are configured. */
    static PayLinks of(@Nullable URI baseUrl, EndpointProfile profile, ErpProperties properties) {
        Set<String> hosts = new HashSet<>(profile.paying().linkHosts());
        hosts.addAll(properties.linkHosts());
        if (baseUrl != null && baseUrl.getHost() != null) {
            hosts.add(baseUrl.getHost());
        }
        return new PayLinks(
                hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Why the link in {@code reply} is not shown; empty when it is, or when there is none. */
    Optional<String> problemOf(ErpOperation operation, ErpReply reply) {
        if (operation != ErpOperation.REQUEST_PAYMENT
                || !(reply instanceof ErpReply.Ok(JsonNode body))
                || !body.hasNonNull(Contract.PAY_LINK)) {
            return Optional.empty();
        }
        Optional<URI> link = parsed(body.get(Contract.PAY_LINK).asText());
        if (link.isEmpty()) {
            return Optional.of(
                    "REQUEST_PAYMENT: the ERP answers a pay_link that is no https address. It is not shown to the customer.");
        }
        String host = link.get().getHost().toLowerCase(Locale.ROOT);
        return hosts.contains(host)
                ? Optional.empty()
                : Optional.of(
                        "REQUEST_PAYMENT: the ERP answers a pay_link to %s, which is not shown to the customer. If that is the payment page, add the host to %s, or to link_hosts of the profile."
                                .formatted(host, SETTING));
    }

    /** What a browser may read otherwise than we do is no link: somebody's name before the host, above all. */
    private static Optional<URI> parsed(String text) {
        try {
            URI link = new URI(text.strip());
            return Optional.of(link)
                    .filter(uri -> "https".equalsIgnoreCase(uri.getScheme()))
                    .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

package io.waybill.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * {@code waybill.oidc}: who somebody is that another system vouches for; which system stands in {@code spring.security.oauth2.client}.
 *
 * @param nameClaim what holds the name they get here
 * @param rolesClaim what holds their roles, one or a list
 * @param roles what the other system calls them, where it is not the name of ours
 */
@ConfigurationProperties("waybill.oidc")
record OidcSettings(
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, Role> roles) {

    String name(OidcUser person) {
        String name = person.getClaimAsString(nameClaim);
        return name == null ? "" : name.strip();
    }

    /** Those of ours; others say nothing here. */
    Set<Role> roles(OidcUser person) {
        Object claim = person.getClaims().get(rolesClaim);
        Collection<?> said = claim instanceof Collection<?> many ? many : claim == null ? List.of() : List.of(claim);
        Set<Role> known = EnumSet.noneOf(Role.class);
        for (Object one : said) {
            Role mapped = roles.get(one.toString());
            if (mapped == null) {
                Role.of(one.toString()).ifPresent(known::add);
            } else {
                known.add(mapped);
            }
        }
        return known;
    }
}

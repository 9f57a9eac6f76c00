package io.waybill.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;

/** The other systems that vouch for people; there are none unless {@code spring.security.oauth2.client} names them. */
final class OutsideSignIn {

    private static final String BEGIN = "/oauth2/authorization/";

    private final @Nullable ClientRegistrationRepository registrations;
    private final OidcSignIn oidc;

    OutsideSignIn(@Nullable ClientRegistrationRepository registrations, OidcSignIn oidc) {
        this.registrations = registrations;
        this.oidc = oidc;
    }

    /**
     * @param name for people
     * @param path to send the browser to
     */
    record SignInWay(String name, String path) {}

    List<SignInWay> ways() {
        List<SignInWay> ways = new ArrayList<>();
        if (registrations instanceof Iterable<?> all) {
            for (Object one : all) {
                if (one instanceof ClientRegistration registration) {
                    ways.add(new SignInWay(registration.getClientName(), BEGIN + registration.getRegistrationId()));
                }
            }
        }
        return ways;
    }

    void add(HttpSecurity http) throws Exception {
        if (registrations != null) {
            http.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                    .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                    // The console's own; without it the framework makes a page.
                    .loginPage("/")
                    .successHandler(oidc)
                    .failureHandler(oidc));
        }
    }
}

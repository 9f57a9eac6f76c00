package io.waybill.access;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may call what: the console's API needs a session and a CSRF token; machines have checks of their own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
class AccessConfiguration {

    private static final Logger log = LoggerFactory.getLogger(AccessConfiguration.class);
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'self'";

    @Bean
    DemoMode demoMode(Environment environment, ObjectProvider<RealPart> parts) {
        return DemoMode.of(environment, parts::stream);
    }

    @Bean
    Users users(JdbcClient jdbc, TransactionTemplate transaction, Audit audit, Clock clock) {
        return new Users(jdbc, PasswordEncoderFactories.createDelegatingPasswordEncoder(), transaction, audit, clock);
    }

    @Bean
    Invites invites(JdbcClient jdbc, Clock clock) {
        return new Invites(jdbc, clock);
    }

    @Bean
    UserAdministration userAdministration(
            JdbcClient jdbc,
            Accounts accounts,
            Invites invites,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        return new UserAdministration(jdbc, accounts, invites, transaction, audit, clock);
    }

    @Bean
    SignIn signIn(
            Users users,
            Accounts accounts,
            JdbcClient jdbc,
            SecurityContextRepository contexts,
            Audit audit,
            Clock clock) {
        return new SignIn(users, accounts, new SignInAttempts(jdbc, clock), contexts, audit, clock);
    }

    @Bean
    FirstAdministrator firstAdministrator(Users users) {
        return new FirstAdministrator(users);
    }

    @Bean
    Accounts accounts(Users users, DemoMode demoMode) {
        return new Accounts(users, demoMode, Ticker.systemTicker());
    }

    @Bean
    SecurityContextRepository securityContextRepository(Accounts accounts) {
        return new PeopleSessions(accounts);
    }

    @Bean
    WebMvcConfigurer personRights() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PersonRights()).addPathPatterns("/api/**");
            }
        };
    }

    /** Sign-in is {@link SessionController}'s; without this bean Spring Boot would make up a user. */
    @Bean
    UserDetailsService noOtherUsers() {
        return username -> {
            throw new UsernameNotFoundException(username);
        };
    }

    /** Signed, secret or loopback-only machine traffic: the webhook, payment providers, events, the demo ERP and the simulated Graph API check their callers. */
    @Bean
    WebSecurityCustomizer machineTraffic() {
        return web -> web.ignoring()
                .requestMatchers(
                        "/webhooks/**",
                        "/api/v1/payment-callbacks/**",
                        "/api/v1/events",
                        "/demo-erp/**",
                        "/simulator/graph/**");
    }

    @Bean
    OutsideSignIn outsideSignIn(
            ObjectProvider<ClientRegistrationRepository> registrations,
            OidcSettings settings,
            Users users,
            SignIn signIn,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        OutsideUsers outside = new OutsideUsers(jdbc, users, transaction, audit, clock);
        return new OutsideSignIn(registrations.getIfAvailable(), new OidcSignIn(outside, signIn, settings));
    }

    @Bean
    SecurityFilterChain console(HttpSecurity http, SecurityContextRepository contexts, OutsideSignIn outside)
            throws Exception {
        outside.add(http);
        CsrfTokenRequestAttributeHandler eagerToken = new CsrfTokenRequestAttributeHandler();
        eagerToken.setCsrfRequestAttributeName(null);
        return http.authorizeHttpRequests(requests -> requests
                        // How a stream ends whose reader was let in, and is signed out by now.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/api/session/**", "/api/setup", "/api/invites/**", "/api/openapi", "/api/openapi.yaml")
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("health", "prometheus"))
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority(Permission.OPERATIONS_RUN.name())
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(eagerToken))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY)))
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    Welcome welcome(DemoMode demoMode, Users users, FirstAdministrator firstAdministrator) {
        return new Welcome(demoMode, users, firstAdministrator);
    }

    /** Says once where the console is and how to get in. */
    static final class Welcome {

        private final DemoMode demoMode;
        private final Users users;
        private final FirstAdministrator firstAdministrator;
        private volatile String address = "";

        Welcome(DemoMode demoMode, Users users, FirstAdministrator firstAdministrator) {
            this.demoMode = demoMode;
            this.users = users;
            this.firstAdministrator = firstAdministrator;
        }

        @EventListener
        void ready(ApplicationReadyEvent event) {
            int port = event.getApplicationContext() instanceof ServletWebServerApplicationContext web
                    ? web.getWebServer().getPort()
                    : 0;
            address = "http://localhost:" + port;
            if (demoMode.on()) {
                log.info("Waybill is ready: {} (demo, no password needed)", address);
            } else if (users.none()) {
                log.info(
                        "Waybill is ready. Make the first administrator, once: {}/setup?token={}",
                        address,
                        firstAdministrator.invite());
            } else {
                log.info("Waybill is ready: {}", address);
            }
        }

        @EventListener
        void demoMayHaveEnded(PartConnected event) {
            if (!address.isEmpty() && !demoMode.on() && !firstAdministrator.isInvited() && users.none()) {
                log.info(
                        "Nobody signs in without a password any more. Make the first administrator, once: {}/setup?token={}",
                        address,
                        firstAdministrator.invite());
            }
        }
    }
}

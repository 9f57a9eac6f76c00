package io.waybill.access;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.waybill.WaybillApplication;
import io.waybill.database.TestDatabase;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway with a database of its own, so nobody signs in to a demo, and with the demo ERP and the simulator. The tests about access share one. */
@SpringBootTest(classes = WaybillApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Execution(ExecutionMode.SAME_THREAD)
abstract class AccessGateway {

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    /** Another system that people sign in by. */
    static final WireMockServer PROVIDER = new WireMockServer(options().dynamicPort());

    static final RSAKey KEY = provide();

    private static RSAKey provide() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("1").generate();
            PROVIDER.start();
            PROVIDER.stubFor(get("/keys").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        String registration = "spring.security.oauth2.client.registration.company.";
        properties.add(registration + "client-id", () -> "waybill");
        properties.add(registration + "client-secret", () -> "secret");
        properties.add(registration + "client-name", () -> "Company");
        properties.add(registration + "authorization-grant-type", () -> "authorization_code");
        properties.add(registration + "redirect-uri", () -> "{baseUrl}/login/oauth2/code/{registrationId}");
        properties.add(registration + "scope", () -> "openid,profile");
        String provider = "spring.security.oauth2.client.provider.company.";
        properties.add(provider + "authorization-uri", () -> PROVIDER.baseUrl() + "/authorize");
        properties.add(provider + "token-uri", () -> PROVIDER.baseUrl() + "/token");
        properties.add(provider + "jwk-set-uri", () -> PROVIDER.baseUrl() + "/keys");
        properties.add("waybill.oidc.roles-claim", () -> "groups");
        properties.add("waybill.oidc.roles.till-team", () -> "FULFILMENT");
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", DATABASE::url);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }
}

package io.waybill.access;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.waybill.ConsoleClient;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in by another system that vouches for people; WireMock is that system. */
class OidcTest extends AccessGateway {

    private ConsoleClient browser;

    @BeforeEach
    void nobodyIsIn() {
        jdbc.sql("delete from app_user").update();
        browser = new ConsoleClient(port);
    }

    @Test
    void letsInWhomTheOtherSystemVouchesForWithTheRolesItSays() throws Exception {
        assertThat(session().path("ways").path(0).path("name").asText()).isEqualTo("Company");

        assertThat(signIn("id-1", "olga", List.of("SALES", "till-team", "unknown")))
                .isEqualTo("/");

        JsonNode user = session().path("user");
        assertThat(user.path("name").asText()).isEqualTo("olga");
        assertThat(user.path("roles").toString()).isEqualTo("[\"SALES\",\"FULFILMENT\"]");
        assertThat(browser.get("/api/v1/orders").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/v1/users").statusCode()).isEqualTo(403);
    }

    @Test
    void takesTheRolesAnewEachTime() throws Exception {
        signIn("id-2", "pia", List.of("SALES"));
        browser = new ConsoleClient(port);

        signIn("id-2", "pia", List.of("VIEWER"));

        assertThat(session().at("/user/roles").toString()).isEqualTo("[\"VIEWER\"]");
        assertThat(jdbc.sql("select count(*) from app_user")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesWhoHasNoRoleHereOrWasDisabled() throws Exception {
        assertThat(signIn("id-3", "quinn", List.of("unknown"))).isEqualTo("/?signin=refused");
        assertThat(session().path("user").isNull()).isTrue();

        signIn("id-3", "quinn", List.of("SALES"));
        jdbc.sql("update app_user set disabled_at = now()").update();
        browser = new ConsoleClient(port);
        assertThat(signIn("id-3", "quinn", List.of("SALES"))).isEqualTo("/?signin=refused");
        assertThat(session().path("user").isNull()).isTrue();
    }

    @Test
    void nobodyOutsideTakesTheNameOfSomebodyWithAPasswordHere() throws Exception {
        ConsoleClient.signedIn(port, jdbc, "ada");

        assertThat(signIn("id-4", "ada", List.of("ADMIN"))).isEqualTo("/?signin=refused");

        assertThat(session().path("user").isNull()).isTrue();
    }

    @Test
    void refusesAnAnswerThatNobodyAskedFor() throws Exception {
        HttpResponse<String> answer = browser.get("/login/oauth2/code/company?code=any&state=guessed");

        assertThat(answer.headers().firstValue("Location")).contains("/?signin=refused");
        assertThat(session().path("user").isNull()).isTrue();
    }

    /** Where the browser is sent in the end. */
    private String signIn(String subject, String name, List<String> roles) throws Exception {
        HttpResponse<String> away = browser.get("/oauth2/authorization/company");
        assertThat(away.statusCode()).isEqualTo(302);
        UriComponents there = UriComponentsBuilder.fromUriString(
                        away.headers().firstValue("Location").orElseThrow())
                .build();
        assertThat(there.toUriString()).startsWith(PROVIDER.baseUrl() + "/authorize");
        String state = there.getQueryParams().getFirst("state");
        PROVIDER.stubFor(post("/token").willReturn(okJson("""
                        {"access_token": "access", "token_type": "Bearer", "expires_in": 300, "id_token": "%s"}
                        """.formatted(
                        idToken(subject, name, roles, there.getQueryParams().getFirst("nonce"))))));
        HttpResponse<String> back = browser.get("/login/oauth2/code/company?code=one-time&state=" + state);
        assertThat(back.statusCode()).isEqualTo(302);
        return back.headers().firstValue("Location").orElseThrow();
    }

    private static String idToken(String subject, String name, List<String> roles, String nonce) throws Exception {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(PROVIDER.baseUrl())
                        .subject(subject)
                        .audience("waybill")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", nonce)
                        .claim("preferred_username", name)
                        .claim("groups", roles)
                        .build());
        token.sign(new RSASSASigner(KEY));
        return token.serialize();
    }

    private JsonNode session() throws Exception {
        return Json.read(browser.get("/api/session").body().getBytes(StandardCharsets.UTF_8));
    }
}

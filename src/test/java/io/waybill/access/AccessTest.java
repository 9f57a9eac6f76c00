package io.waybill.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.ConsoleClient;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;

/** Signing in to a gateway with a database of its own: something real, so no demo. */
@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(Resources.SYSTEM_OUT)
class AccessTest extends AccessGateway {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    FirstAdministrator firstAdministrator;

    @Autowired
    ApplicationEventPublisher events;

    private ConsoleClient console;

    @BeforeEach
    void nobodyYet() {
        jdbc.sql("delete from app_user").update();
        console = new ConsoleClient(port);
    }

    @Test
    void refusesTheApiWithoutASession() throws Exception {
        assertThat(console.get("/api/simulator/customers").statusCode()).isEqualTo(401);
        assertThat(console.get("/api/catalog/products/hidden").statusCode()).isEqualTo(401);
        assertThat(console.get("/actuator/env").statusCode()).isEqualTo(401);
    }

    @Test
    void offersNoDemoSignInWhenSomethingRealIsConfigured() throws Exception {
        assertThat(console.get("/api/session").body()).contains("\"demo\":false");
        assertThat(console.post("/api/session/demo", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesAChangeWithoutTheCsrfToken() throws Exception {
        HttpResponse<String> answer = console.withoutToken()
                .post("/api/session", "{\"username\":\"ada\",\"password\":\"%s\"}".formatted(PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void makesTheFirstAdministratorOnceWithTheLinkOfTheLog() throws Exception {
        String token = firstAdministrator.invite();

        assertThat(setUp(token, "short").statusCode()).isEqualTo(422);
        assertThat(setUp("guessed", PASSWORD).statusCode()).isEqualTo(403);
        assertThat(setUp(token, PASSWORD).statusCode()).isEqualTo(204);
        assertThat(console.get("/api/session").body()).contains("\"name\":\"ada\"", "\"setupRequired\":false");
        assertThat(setUp(token, PASSWORD).statusCode()).isEqualTo(403);
        assertThat(setUp(firstAdministrator.invite(), PASSWORD).statusCode())
                .as("there is one already")
                .isEqualTo(403);
    }

    @Test
    void tellsTheLinkOfTheFirstAdministratorWhenADemoHasEnded(CapturedOutput log) throws Exception {
        setUp(firstAdministrator.invite(), PASSWORD);
        console = new ConsoleClient(port);
        jdbc.sql("delete from app_user").update();
        int before = log.getAll().length();

        events.publishEvent(new PartConnected());

        Matcher link = Pattern.compile("without a password any more.*/setup\\?token=([\\w-]+)")
                .matcher(log.getAll().substring(before));
        assertThat(link.find()).isTrue();
        assertThat(setUp(link.group(1), PASSWORD).statusCode()).isEqualTo(204);
    }

    @Test
    void signsInWithTheRightPasswordOnlyAndOutAgain(CapturedOutput log) throws Exception {
        setUp(firstAdministrator.invite(), PASSWORD);
        console = new ConsoleClient(port);

        assertThat(signIn("ada", "wrong horse battery").statusCode()).isEqualTo(401);
        assertThat(signIn("bob", PASSWORD).statusCode()).isEqualTo(401);
        HttpResponse<String> signedIn = signIn("ada", PASSWORD);
        assertThat(signedIn.statusCode()).isEqualTo(204);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
        assertThat(console.get("/api/catalog/products/hidden").statusCode()).isEqualTo(200);

        assertThat(console.delete("/api/session").statusCode()).isEqualTo(204);
        assertThat(console.get("/api/catalog/products/hidden").statusCode()).isEqualTo(401);
        assertThat(log.getAll()).doesNotContain(PASSWORD);
    }

    @Test
    void keepsPasswordsHashed() throws Exception {
        setUp(firstAdministrator.invite(), PASSWORD);

        assertThat(jdbc.sql("select password_hash from app_user")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}")
                .doesNotContain(PASSWORD);
    }

    @Test
    void tellsBrowsersWhatThePageMayDo() throws Exception {
        var headers = console.get("/api/session").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    private HttpResponse<String> setUp(String token, String password) throws Exception {
        return console.post(
                "/api/setup", "{\"token\":\"%s\",\"username\":\"ada\",\"password\":\"%s\"}".formatted(token, password));
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        return console.post("/api/session", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
    }
}

package io.waybill.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final byte[] BODY = "{\"text\":\"\\u0645\\/\"}".getBytes(StandardCharsets.UTF_8);
    // printf '{"text":"\\u0645\\/"}' | openssl dgst -sha256 -hmac test-app-secret
    private static final String HEX = "d993c860b794f0773a6caa07935f13eb6135b6bca09c58ed978c8dd14db4ee37";

    private final WebhookSignature signature = new WebhookSignature("test-app-secret");

    @Test
    void acceptsWhatMetaSigned() {
        assertThat(signature.matches(BODY, "sha256=" + HEX)).isTrue();
        assertThat(signature.matches(BODY, "sha256=" + HEX.toUpperCase())).isTrue();
    }

    @Test
    void refusesTheSameValueSpelledInOtherBytes() {
        byte[] unescaped = "{\"text\":\"م/\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(signature.matches(unescaped, "sha256=" + HEX)).isFalse();
    }

    @Test
    void refusesTheSignatureOfAnotherSecret() {
        assertThat(new WebhookSignature("other").matches(BODY, "sha256=" + HEX)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha1=d993c860b794f0773a6caa07935f13eb6135b6bca09c58ed978c8dd14db4ee37",
                "d993c860b794f0773a6caa07935f13eb6135b6bca09c58ed978c8dd14db4ee37",
                "sha256=d993c860b794f0773a6caa07935f13eb6135b6bca09c58ed978c8dd14db4ee3700",
                "sha256=zz93c860b794f0773a6caa07935f13eb6135b6bca09c58ed978c8dd14db4ee37",
                "sha256 = d993c860b794f0773a6caa07935f13eb6135b6bca09c58ed978c8dd14db4ee37"
            })
    void refusesAMissingOrMalformedHeader(String header) {
        assertThat(signature.matches(BODY, header)).isFalse();
    }

    @Test
    void anEmptySecretMatchesNothing() {
        assertThat(new WebhookSignature("").matches(BODY, "sha256=" + HEX)).isFalse();
    }
}

package io.waybill.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.home.Misconfigured;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaLinksTest {

    private final SettableClock clock = SettableClock.atNoon();
    private final MediaLinks links =
            new MediaLinks("https://waybill.example.com", Duration.ofDays(7), "secret"::getBytes, clock);

    @Test
    void holdsUntilItsTimeIsOver() {
        Instant stored = clock.instant();
        long until = stored.plus(Duration.ofDays(7)).getEpochSecond();
        URI link = links.to("abc", stored);
        assertThat(link.toString()).startsWith("https://waybill.example.com/media/abc?until=" + until + "&sig=");

        assertThat(links.isValid("abc", until, signature(link))).isTrue();
        clock.pass(Duration.ofDays(7));
        assertThat(links.isValid("abc", until, signature(link))).isFalse();
        assertThat(links.isValid("abc", until + 1, signature(link))).isFalse();
    }

    @Test
    void isTheSameHoweverOftenItIsAskedFor() {
        Instant stored = clock.instant();
        URI link = links.to("abc", stored);
        clock.pass(Duration.ofHours(5));

        assertThat(links.to("abc", stored)).isEqualTo(link);
    }

    @Test
    void opensNoOtherFileAndBelievesNoOtherSecret() {
        Instant stored = clock.instant();
        long until = stored.plus(Duration.ofDays(7)).getEpochSecond();
        MediaLinks others = new MediaLinks("https://waybill.example.com", Duration.ofDays(7), "guess"::getBytes, clock);

        assertThat(links.isValid("abd", until, signature(links.to("abc", stored))))
                .isFalse();
        assertThat(links.isValid("abc", until, signature(others.to("abc", stored))))
                .isFalse();
        assertThat(links.isValid("abc", until, "")).isFalse();
    }

    @Test
    void sharesOneRandomSecretAmongAllNodes() {
        TestDatabase database = TestDatabase.migrated();

        byte[] one = new LinkSecret(database.jdbc()).get();

        assertThat(one).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(new LinkSecret(database.jdbc()).get()).isEqualTo(one);
        assertThat(new LinkSecret(TestDatabase.migrated().jdbc()).get()).isNotEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"waybill.example.com", "ftp://waybill.example.com", "https://a@b.c", "https://a.b?c=d"})
    void refusesAnAddressNoErpCouldUse(String url) {
        MediaProperties properties = new MediaProperties(url, new MediaProperties.Media(Duration.ofDays(7), null));

        assertThatThrownBy(properties::usable)
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("waybill.public-url");
    }

    private static String signature(URI link) {
        return link.getQuery().replaceFirst(".*sig=", "");
    }
}

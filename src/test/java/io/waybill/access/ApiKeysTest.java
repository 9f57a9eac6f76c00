package io.waybill.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = SettableClock.atNoon();
    private final ApiKeys keys = new ApiKeys(database.jdbc(), clock);

    @Test
    void findsAKeyBySecretAndKeepsOnlyItsHash() throws Exception {
        ApiKeys.NewKey made = made("erp");

        assertThat(made.secret()).matches("wb_live_[A-Za-z0-9_-]{43}");
        assertThat(made.key().hint()).isEqualTo(made.secret().substring(0, 12));
        assertThat(keys.use(made.secret())).map(ApiKey::id).contains(made.key().id());
        assertThat(keys.use(made.secret() + "x")).isEmpty();
        assertThat(database.jdbc()
                        .sql("select hash from api_key")
                        .query(byte[].class)
                        .single())
                .isEqualTo(MessageDigest.getInstance("SHA-256")
                        .digest(made.secret().getBytes(StandardCharsets.UTF_8)));
        assertThat(database.jdbc()
                        .sql("select api_key::text from api_key")
                        .query(String.class)
                        .single())
                .doesNotContain(made.secret().substring(12));
        assertThat(made).asString().doesNotContain(made.secret().substring(12));
    }

    @Test
    void notesUseAtMostOnceAMinute() {
        ApiKeys.NewKey made = made("erp");
        Instant first = clock.instant();

        keys.use(made.secret());
        clock.pass(Duration.ofSeconds(59));
        keys.use(made.secret());

        assertThat(lastUsed()).isEqualTo(first);
        clock.pass(Duration.ofSeconds(1));
        keys.use(made.secret());
        assertThat(lastUsed()).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void notesNoUseOfAKeyThatIsRevokedOrExpired() {
        ApiKeys.NewKey revoked = made("revoked");
        keys.revoke(revoked.key().id(), "ada");
        ApiKeys.NewKey expiring = keys.add(
                        "expiring", List.of(Scope.ORDERS_READ), clock.instant().plusSeconds(60), "ada")
                .orElseThrow();
        clock.pass(Duration.ofSeconds(60));

        assertThat(keys.use(revoked.secret()).orElseThrow().revokedAt()).isNotNull();
        assertThat(keys.use(expiring.secret()).orElseThrow().expired(clock.instant()))
                .isTrue();

        assertThat(keys.all()).extracting(ApiKey::lastUsedAt).containsOnlyNulls();
    }

    @Test
    void revokesOnce() {
        ApiKeys.NewKey made = made("erp");

        assertThat(keys.revoke(made.key().id(), "ada")).isTrue();
        assertThat(keys.revoke(made.key().id(), "bob")).isFalse();
    }

    @Test
    void ignoresAScopeThatOnlyANewerVersionKnows() {
        ApiKeys.NewKey made = made("erp");
        database.jdbc()
                .sql("update api_key set scopes = array['orders:read', 'moon:land']")
                .update();

        assertThat(keys.use(made.secret()).orElseThrow().scopes()).containsExactly(Scope.ORDERS_READ);
    }

    @Test
    void makesNoMoreThanItCanList() {
        for (int i = 0; i < ApiKeys.MOST; i++) {
            made("key " + i);
        }

        assertThat(keys.add("one more", List.of(Scope.ORDERS_READ), null, "ada"))
                .isEmpty();
        keys.revoke(keys.all().getFirst().id(), "ada");
        assertThat(keys.add("one more", List.of(Scope.ORDERS_READ), null, "ada"))
                .isPresent();
    }

    private ApiKeys.NewKey made(String name) {
        return keys.add(name, List.of(Scope.ORDERS_READ), null, "ada").orElseThrow();
    }

    private Instant lastUsed() {
        return keys.all().getFirst().lastUsedAt();
    }
}

package io.waybill.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.home.Home;
import io.waybill.home.Misconfigured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecretBoxTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String KEY = "a key of thirty-two characters !";

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());
    private final SecretsKey node = new SecretsKey(jdbc);

    @BeforeEach
    void noKeyYet() {
        jdbc.sql("truncate secrets_key").update();
    }

    @Test
    void opensWhatItSealedAndNobodyElseDoes() {
        String sealed = SecretBox.of(KEY).seal("s3cret");

        assertThat(sealed)
                .doesNotContain("s3cret")
                .isNotEqualTo(SecretBox.of(KEY).seal("s3cret"));
        assertThat(SecretBox.of(KEY).open(sealed)).isEqualTo("s3cret");
        assertThatThrownBy(() -> SecretBox.of(KEY + "x").open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsAKeyOfItsOwnBesideTheEmbeddedDatabase(@TempDir Path folder) throws Exception {
        Home home = new Home(folder);
        String sealed = SecretBox.kept(home).seal("s3cret");

        assertThat(SecretBox.kept(home).open(sealed)).isEqualTo("s3cret");
        assertThat(Files.getPosixFilePermissions(folder.resolve(".waybill/secrets.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void wantsAKeyThatCannotBeGuessed() {
        assertThatThrownBy(() -> SecretBox.of("short"))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("waybill.secrets.key");
    }

    @Test
    void sealsNothingWithoutAKey() {
        SecretBox none = node.checked(SecretBox.of(null));

        assertThat(none.canSeal()).isFalse();
        assertThatThrownBy(() -> none.seal("s3cret"))
                .isInstanceOf(SecretBox.NoKey.class)
                .hasMessageContaining("waybill.secrets.key");
    }

    @Test
    void aNodeWithAnotherKeyDoesNotStart() {
        node.checked(SecretBox.of(KEY));

        assertThat(node.checked(SecretBox.of(KEY)).canSeal()).isTrue();
        assertThatThrownBy(() -> node.checked(SecretBox.of(KEY + "x")))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("not the key");
        assertThatThrownBy(() -> node.checked(SecretBox.of(null)))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("is not set");
    }
}

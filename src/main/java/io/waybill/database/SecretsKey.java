package io.waybill.database;

import io.waybill.home.Misconfigured;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a node has the key that the secrets in the database are sealed with: a wrong one stops its start, not a message later. */
final class SecretsKey {

    private static final String KNOWN = "waybill";

    private final JdbcClient jdbc;

    SecretsKey(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Misconfigured when {@code box} cannot open what others sealed */
    SecretBox checked(SecretBox box) {
        if (box.canSeal()) {
            jdbc.sql("insert into secrets_key (proof) values (?) on conflict do nothing")
                    .param(box.seal(KNOWN))
                    .update();
        }
        Optional<String> proof =
                jdbc.sql("select proof from secrets_key").query(String.class).optional();
        Misconfigured.unless(
                box.canSeal() || proof.isEmpty(),
                "The secrets in the database are sealed, and %s is not set: set the key they were sealed with."
                        .formatted(SecretBox.PROPERTY));
        Misconfigured.unless(
                proof.isEmpty() || opens(box, proof.get()),
                "%s is not the key that the secrets in the database were sealed with: set that one. If it is lost, see docs/hooks.md."
                        .formatted(SecretBox.PROPERTY));
        return box;
    }

    private static boolean opens(SecretBox box, String proof) {
        try {
            return box.open(proof).equals(KNOWN);
        } catch (IllegalStateException e) {
            return false;
        }
    }
}

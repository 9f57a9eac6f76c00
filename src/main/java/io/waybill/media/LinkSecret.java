package io.waybill.media;

import java.security.SecureRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The secret of links that no secret was configured for: made once, the same on every node. */
final class LinkSecret implements Supplier<byte[]> {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private byte @Nullable [] known;

    LinkSecret(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public synchronized byte[] get() {
        if (known == null) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            jdbc.sql("insert into media_link_key (secret) values (?) on conflict do nothing")
                    .param(random)
                    .update();
            known = jdbc.sql("select secret from media_link_key")
                    .query((row, n) -> row.getBytes(1))
                    .single();
        }
        return known.clone();
    }
}

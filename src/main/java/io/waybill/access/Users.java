package io.waybill.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The people who may use the console, with hashed passwords. */
final class Users implements People {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private volatile @Nullable String hashOfNobody;

    Users(JdbcClient jdbc, PasswordEncoder encoder, Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.clock = clock;
    }

    boolean none() {
        return jdbc.sql("select count(*) = 0 from app_user")
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean has(String name) {
        return jdbc.sql("select exists (select 1 from app_user where username = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /** The user, when the password is right; an unknown name takes as long as a wrong password. */
    Optional<User> authenticate(String username, String password) {
        Optional<Stored> stored = jdbc.sql("select username, password_hash, role from app_user where username = ?")
                .param(username)
                .query(Stored.class)
                .optional();
        boolean right =
                encoder.matches(password, stored.map(Stored::passwordHash).orElseGet(this::hashOfNobody));
        return stored.filter(user -> right).map(user -> new User(user.username(), user.role()));
    }

    /** Made when first needed: hashing takes long on purpose. */
    private String hashOfNobody() {
        String hash = hashOfNobody;
        if (hash == null) {
            hash = encoder.encode("nobody");
            hashOfNobody = hash;
        }
        return hash;
    }

    /** Adds the first administrator; false when there is a user already, also when two try at once. */
    boolean addFirst(String username, String password) {
        try {
            return jdbc.sql("""
                                    insert into app_user (username, password_hash, role, created_at)
                                    select ?, ?, 'ADMIN', ? where not exists (select 1 from app_user)
                                    """)
                            .params(
                                    username,
                                    encoder.encode(password),
                                    clock.instant().atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    record User(String name, String role) {}

    private record Stored(String username, String passwordHash, String role) {}
}

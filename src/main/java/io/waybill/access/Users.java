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
        return jdbc.sql("select exists (select 1 from app_user where username = ? and disabled_at is null)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /** The account, when the password is right; an unknown name takes as long as a wrong password. */
    Optional<Account> authenticate(String username, String password) {
        Optional<String> hash = jdbc.sql(
                        "select password_hash from app_user where username = ? and password_hash is not null and disabled_at is null")
                .param(username)
                .query(String.class)
                .optional();
        boolean right = encoder.matches(password, hash.orElseGet(this::hashOfNobody));
        return hash.filter(known -> right).flatMap(known -> account(username));
    }

    /** What they may do now; empty for somebody who is not known or was disabled. */
    Optional<Account> account(String username) {
        return jdbc.sql("""
                        select username, money, personal_data, sessions,
                               array(select role from app_user_role r where r.username = u.username) as roles
                        from app_user u where username = ? and disabled_at is null
                        """)
                .param(username)
                .query((row, n) -> Account.of(
                        row.getString("username"),
                        Account.roles((String[]) row.getArray("roles").getArray()),
                        (Boolean) row.getObject("money"),
                        (Boolean) row.getObject("personal_data"),
                        row.getLong("sessions")))
                .optional();
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
                                    with first as (
                                        insert into app_user (username, password_hash, created_at)
                                        select ?, ?, ? where not exists (select 1 from app_user) returning username
                                    )
                                    insert into app_user_role (username, role) select username, 'ADMIN' from first
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
}

package io.waybill.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** The people who may use the console, with hashed passwords. */
final class Users implements People {

    private static final String ADMINISTRATORS = """
            select 1 from app_user join app_user_role using (username)
            where role = 'ADMIN' and disabled_at is null and (password_hash is not null or outside_id is not null)
            """;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;
    private volatile @Nullable String hashOfNobody;

    Users(JdbcClient jdbc, PasswordEncoder encoder, TransactionTemplate transaction, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether there is no administrator who could sign in. */
    boolean none() {
        return jdbc.sql("select not exists (%s)".formatted(ADMINISTRATORS))
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

    /** Ends their sessions and voids their link; empty when {@code stillGood} says no by then, or they were disabled. */
    Optional<Account> setPassword(String username, String password, BooleanSupplier stillGood) {
        String hash = encoder.encode(password);
        return Objects.requireNonNull(transaction.execute(tx -> {
            if (!stillGood.getAsBoolean() || account(username).isEmpty()) {
                return Optional.empty();
            }
            jdbc.sql("update app_user set password_hash = ?, sessions = sessions + 1 where username = ?")
                    .params(hash, username)
                    .update();
            jdbc.sql("delete from app_user_link where username = ?")
                    .param(username)
                    .update();
            audit.doneBy(username, "user.password", username);
            return account(username);
        }));
    }

    void signedIn(String username) {
        jdbc.sql("update app_user set signed_in_at = ? where username = ?")
                .params(Timestamp.from(clock.instant()), username)
                .update();
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

    /** Adds an administrator where there is none; false when there is one already, also when two try at once. */
    boolean addFirst(String username, String password) {
        try {
            return jdbc.sql("""
                                    with first as (
                                        insert into app_user (username, password_hash, created_at)
                                        select ?, ?, ? where not exists (%s) returning username
                                    )
                                    insert into app_user_role (username, role) select username, 'ADMIN' from first
                                    """.formatted(ADMINISTRATORS))
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

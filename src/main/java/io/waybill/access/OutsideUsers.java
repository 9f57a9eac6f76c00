package io.waybill.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** People without a password here, whom another system vouches for. Whoever has one keeps the name: the other system cannot take it. */
final class OutsideUsers {

    private final JdbcClient jdbc;
    private final Users users;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    OutsideUsers(JdbcClient jdbc, Users users, TransactionTemplate transaction, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * With the roles as they are said now; empty when they are disabled, or {@code name} is taken.
     *
     * @param outsideId who they are for the other system, for good
     */
    Optional<Account> known(String outsideId, String name, Set<Role> roles) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            boolean isNew = jdbc.sql("""
                                    insert into app_user (username, outside_id, created_at) values (?, ?, ?) on conflict do nothing
                                    """)
                            .params(name, outsideId, Timestamp.from(clock.instant()))
                            .update()
                    == 1;
            Optional<Account> before = jdbc.sql("select username from app_user where outside_id = ?")
                    .param(outsideId)
                    .query(String.class)
                    .optional()
                    .flatMap(users::account);
            before.filter(account -> !account.roles().equals(roles))
                    .ifPresent(account -> giveRoles(account, roles, isNew));
            return before.flatMap(account -> users.account(account.name()));
        }));
    }

    private void giveRoles(Account account, Set<Role> roles, boolean isNew) {
        jdbc.sql("delete from app_user_role where username = ?")
                .param(account.name())
                .update();
        jdbc.sql("insert into app_user_role (username, role) select ?, unnest(cast(? as text[]))")
                .params(account.name(), roles.stream().map(Role::name).toArray(String[]::new))
                .update();
        audit.doneBy(account.name(), isNew ? "user.from-outside" : "user.roles-from-outside", account.name());
    }
}

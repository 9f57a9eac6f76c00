package io.waybill.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Says who may sign in and do what. There is always an administrator who can sign in, once there was one. */
final class UserAdministration {

    private static final String ADMINISTRATORS = """
            select count(*) from app_user u join app_user_role r using (username)
            where r.role = 'ADMIN' and u.disabled_at is null and (u.password_hash is not null or u.outside_id is not null)
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Invites invites;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    UserAdministration(
            JdbcClient jdbc,
            Accounts accounts,
            Invites invites,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.invites = invites;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param money null: as the roles say
     * @param personalData null: as the roles say
     */
    record Rights(
            Set<Role> roles,
            @Nullable Boolean money,
            @Nullable Boolean personalData) {}

    /**
     * @param hasPassword or was invited and has not set one yet
     * @param outside another system vouches for them, and says their roles each time
     * @param linkUntil until when the latest link is good; null: there is none
     */
    record Person(
            String name,
            Rights rights,
            boolean hasPassword,
            boolean outside,
            Instant createdAt,
            @Nullable Instant signedInAt,
            @Nullable Instant disabledAt,
            @Nullable Instant linkUntil) {

        private Kept kept() {
            return new Kept(rights.roles(), rights.money(), rights.personalData(), disabledAt != null);
        }
    }

    /** What the audit keeps of a change. */
    private record Kept(
            Set<Role> roles,
            @Nullable Boolean money,
            @Nullable Boolean personalData,
            boolean disabled) {}

    /** Nobody could say any more who may do what. */
    static final class LastAdministrator extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LastAdministrator() {
            super("This is the last administrator who can sign in. Make somebody else one first.");
        }
    }

    List<Person> all() {
        return people("order by u.username").query(UserAdministration::person).list();
    }

    Optional<Person> find(String name) {
        return people("where u.username = :name")
                .param("name", name)
                .query(UserAdministration::person)
                .optional();
    }

    private JdbcClient.StatementSpec people(String which) {
        return jdbc.sql("""
                        select u.username, u.money, u.personal_data, u.password_hash is not null as has_password, u.outside_id is not null as outside, u.created_at, u.signed_in_at,
                               u.disabled_at, (select expires_at from app_user_link l where l.username = u.username and l.expires_at > :now) as link_until,
                               array(select role from app_user_role r where r.username = u.username) as roles
                        from app_user u\s""" + which).param("now", Timestamp.from(clock.instant()));
    }

    /** Somebody new, with a link to set a password by; empty when the name is taken. */
    Optional<Invites.Link> invite(String name, Rights rights, String by) {
        try {
            return Optional.of(audit.change("user.invite", name, () -> kept(name), () -> {
                jdbc.sql("insert into app_user (username, money, personal_data, created_at) values (?, ?, ?, ?)")
                        .params(name, rights.money(), rights.personalData(), Timestamp.from(clock.instant()))
                        .update();
                giveRoles(name, rights.roles());
                return invites.make(name, by);
            }));
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    /** Counts from the next request of theirs; on other nodes two seconds later. */
    void change(String name, Rights rights) {
        guarded("user.change", name, () -> {
            jdbc.sql("update app_user set money = ?, personal_data = ? where username = ?")
                    .params(rights.money(), rights.personalData(), name)
                    .update();
            jdbc.sql("delete from app_user_role where username = ?").param(name).update();
            giveRoles(name, rights.roles());
        });
    }

    /** They cannot sign in, and whatever they have open is over. */
    void disable(String name) {
        guarded("user.disable", name, () -> {
            jdbc.sql(
                            "update app_user set disabled_at = ?, sessions = sessions + 1 where username = ? and disabled_at is null")
                    .params(Timestamp.from(clock.instant()), name)
                    .update();
            invites.revoke(name);
        });
    }

    void enable(String name) {
        guarded(
                "user.enable",
                name,
                () -> jdbc.sql("update app_user set disabled_at = null where username = ?")
                        .param(name)
                        .update());
    }

    /** By which they set a new password; the one they have is good until then. */
    Invites.Link link(String name, String by) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            audit.done("user.link", name, null, null);
            return invites.make(name, by);
        }));
    }

    /** Wherever they are signed in. */
    void signOut(String name) {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("update app_user set sessions = sessions + 1 where username = ?")
                    .param(name)
                    .update();
            audit.done("user.sign-out", name, null, null);
        });
        accounts.changed(name);
    }

    private void guarded(String action, String name, Runnable change) {
        audit.run(action, name, () -> kept(name), () -> {
            // Of two changes at once the second must see what the first leaves.
            jdbc.sql("lock table app_user_role in share row exclusive mode").update();
            boolean some = administrators() > 0;
            change.run();
            if (some && administrators() == 0) {
                throw new LastAdministrator();
            }
        });
        accounts.changed(name);
    }

    private int administrators() {
        return jdbc.sql(ADMINISTRATORS).query(Integer.class).single();
    }

    private @Nullable Kept kept(String name) {
        return find(name).map(Person::kept).orElse(null);
    }

    private void giveRoles(String name, Set<Role> roles) {
        jdbc.sql("insert into app_user_role (username, role) select ?, unnest(cast(? as text[]))")
                .params(name, roles.stream().map(Role::name).toArray(String[]::new))
                .update();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getString("username"),
                new Rights(
                        Account.roles((String[]) row.getArray("roles").getArray()),
                        (Boolean) row.getObject("money"),
                        (Boolean) row.getObject("personal_data")),
                row.getBoolean("has_password"),
                row.getBoolean("outside"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("signed_in_at")),
                instant(row.getTimestamp("disabled_at")),
                instant(row.getTimestamp("link_until")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}

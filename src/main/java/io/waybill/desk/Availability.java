package io.waybill.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is there: whoever said so and has given a sign of life since. Deals out what comes, in turn. */
final class Availability {

    private final JdbcClient jdbc;
    private final Supplier<Duration> awayAfter;
    private final Clock clock;

    Availability(JdbcClient jdbc, Supplier<Duration> awayAfter, Clock clock) {
        this.jdbc = jdbc;
        this.awayAfter = awayAfter;
        this.clock = clock;
    }

    /**
     * @param available said so, and not silent for too long since
     * @param since when they said so, or that they are away
     */
    record Person(String name, boolean available, Instant since, Instant seenAt) {}

    /** What {@code name} says, which is a sign of life too. */
    void say(String name, Collection<String> roles, boolean available) {
        jdbc.sql("""
                        insert into desk_person (username, roles, available, since, seen_at) values (:name, :roles, :available, :now, :now)
                        on conflict (username) do update
                        set roles = excluded.roles, available = excluded.available, seen_at = excluded.seen_at,
                            since = case when desk_person.available = excluded.available and (not excluded.available or desk_person.seen_at > :alive)
                                then desk_person.since else excluded.since end
                        """)
                .param("name", name)
                .param("roles", roles.toArray(String[]::new))
                .param("available", available)
                .param("alive", alive())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** A sign of life of each: whoever was away for too long comes back by saying so, not by this. */
    void seen(Collection<String> names) {
        if (!names.isEmpty()) {
            jdbc.sql("update desk_person set seen_at = ? where username = any(?) and available and seen_at > ?")
                    .params(Timestamp.from(clock.instant()), names.toArray(String[]::new), alive())
                    .update();
        }
    }

    /** By name. */
    List<Person> all() {
        return jdbc.sql(
                        "select username, available and seen_at > ? as available, since, seen_at from desk_person order by username")
                .param(alive())
                .query((row, n) -> new Person(
                        row.getString("username"),
                        row.getBoolean("available"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("seen_at").toInstant()))
                .list();
    }

    boolean has(String name) {
        return jdbc.sql("select exists (select 1 from desk_person where username = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    boolean isAvailable(String name) {
        return jdbc.sql("select exists (select 1 from desk_person where username = ? and available and seen_at > ?)")
                .params(name, alive())
                .query(Boolean.class)
                .single();
    }

    /** Nobody else takes the next turn of these teams until the caller's transaction ends; all lock them in the order of their names. */
    void lockTurns(Collection<String> teams) {
        jdbc.sql("""
                        insert into desk_rotation as r (team, turn) select team, -1 from unnest(cast(? as text[])) with ordinality as t (team, n)
                        order by n on conflict (team) do update set turn = r.turn
                        """)
                .param(teams.stream().distinct().sorted().toArray(String[]::new))
                .update();
    }

    /**
     * Whose turn it is in the team, in the caller's transaction: the row of the rotation is locked until its end, so that no two nodes give
     * one turn to two orders. Empty when nobody is there.
     */
    Optional<String> next(Team team) {
        return jdbc.sql("""
                        with turn as (
                            insert into desk_rotation as r (team, turn) values (:team, 0)
                            on conflict (team) do update set turn = r.turn + 1
                            returning turn
                        ), people as (
                            select username, row_number() over (order by username) - 1 as place, count(*) over () as number
                            from desk_person
                            where available and seen_at > :alive
                              and (:everyone or username = any(cast(:members as text[])) or roles && cast(:roles as text[]))
                        )
                        select username from people, turn where place = turn % number
                        """)
                .param("team", team.name())
                .param("alive", alive())
                .param("everyone", team.everyone())
                .param("members", texts(team.members()))
                .param("roles", texts(team.roles()))
                .query(String.class)
                .optional();
    }

    private Timestamp alive() {
        return Timestamp.from(clock.instant().minus(awayAfter.get()));
    }

    private static String[] texts(Set<String> values) {
        return values.toArray(String[]::new);
    }
}

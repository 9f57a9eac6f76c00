package io.waybill.desk;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How people's work is set up, and whether it is business time now. */
@RestController
@Needs(Permission.CHATS_READ)
class DeskController {

    private final Supplier<DeskRules> rules;
    private final Clock clock;

    DeskController(Supplier<DeskRules> rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/api/v1/desk")
    DeskView desk() {
        Instant now = clock.instant();
        DeskRules set = rules.get();
        Teams teams = set.teams();
        boolean open = set.hours().isOpen(now);
        return new DeskView(
                set.inTurn() ? "round-robin" : "manual",
                open,
                open ? null : set.hours().opens(now).orElse(null),
                TeamView.of(teams.ofFlow(null), Set.of()),
                set.settings().teams().entrySet().stream()
                        .map(team -> TeamView.of(
                                teams.named(team.getKey()), team.getValue().flows()))
                        .toList());
    }

    /**
     * @param opens when it opens next; null: it is open, or will not in a year
     * @param defaultTeam the team of what no team has the flow of
     */
    record DeskView(String assign, boolean open, @Nullable Instant opens, TeamView defaultTeam, List<TeamView> teams) {}

    /**
     * @param name null: all people
     * @param sla how long a customer may wait for them, in business time
     */
    record TeamView(@Nullable String name, Set<String> members, Set<String> roles, Set<String> flows, Duration sla) {

        static TeamView of(Team team, Set<String> flows) {
            return new TeamView(team.everyone() ? null : team.name(), team.members(), team.roles(), flows, team.sla());
        }
    }
}

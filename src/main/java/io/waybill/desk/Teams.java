package io.waybill.desk;

import io.waybill.setting.WrongSetting;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The teams as they are set up, and whose a flow is. */
final class Teams {

    /** The name of the team of all people; no team of the settings can have it. */
    static final String EVERYONE = "";

    private final Map<String, Team> byName = new LinkedHashMap<>();
    private final Map<String, Team> byFlow = new HashMap<>();
    private final Team usual;

    Teams(DeskSettings settings) {
        Team everyone = new Team(EVERYONE, true, Set.of(), Set.of(), settings.sla());
        settings.teams().forEach((name, team) -> {
            Team made = new Team(name, false, team.members(), team.roles(), settings.slaOf(team));
            byName.put(name, made);
            team.flows().forEach(flow -> belongs(flow, made));
        });
        String named = settings.defaultTeam();
        usual = named == null ? everyone : byName.getOrDefault(named, everyone);
    }

    private void belongs(String flow, Team team) {
        Team other = byFlow.put(flow, team);
        WrongSetting.unless(
                other == null || other == team,
                "waybill.desk.teams",
                "/teams",
                "cannot share a flow: %s belongs to %s and to %s."
                        .formatted(flow, other == null ? "" : other.name(), team.name()));
    }

    /** Whose the flow is; null: in none. */
    Team ofFlow(@Nullable String flow) {
        return flow == null ? usual : byFlow.getOrDefault(flow, usual);
    }

    Membership of(String person, Collection<String> theirRoles) {
        return new Membership(
                Set.copyOf(byName.keySet()),
                byName.values().stream()
                        .filter(team -> team.has(person, theirRoles))
                        .map(Team::name)
                        .collect(Collectors.toUnmodifiableSet()),
                usual.has(person, theirRoles));
    }

    /** A team that is set up no more is the usual one. */
    Team named(String name) {
        return byName.getOrDefault(name, usual);
    }
}

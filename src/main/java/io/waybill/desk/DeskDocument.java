package io.waybill.desk;

import io.waybill.access.Role;
import io.waybill.desk.DeskSettings.Assign;
import io.waybill.desk.DeskSettings.TeamSettings;
import io.waybill.setting.WrongSetting;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@link DeskSettings} as the API has them.
 *
 * @param assign manual or round-robin
 * @param slaMinutes how long, in business time, a customer may wait for a person, where their team says nothing else
 * @param awayMinutes how long somebody is available without a sign of life
 * @param digestAt when the digest is made where no hours are set, such as 08:00
 * @param hours by day, such as monday: 08:00-12:30,13:30-17:00; no day at all: always open
 * @param holidays days on which it is closed, such as 2026-12-25
 * @param closedText what is said while it is closed, by language; empty: nothing
 * @param defaultTeam null: all people
 */
record DeskDocument(
        String assign,
        int slaMinutes,
        int awayMinutes,
        String digestAt,
        Map<String, String> hours,
        List<String> holidays,
        Map<String, String> closedText,
        @Nullable String defaultTeam,
        List<TeamDocument> teams) {

    private static final String IN_TURN = "round-robin";
    private static final String BY_HAND = "manual";
    private static final int LONGEST_TEXT = 1000;
    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());

    /** What a program left out is as it begins. */
    DeskDocument {
        assign = Objects.requireNonNullElse(assign, BY_HAND);
        digestAt = Objects.requireNonNullElse(digestAt, "08:00");
        hours = Objects.requireNonNullElse(hours, Map.of());
        holidays = Objects.requireNonNullElse(holidays, List.of());
        closedText = Objects.requireNonNullElse(closedText, Map.of());
        teams = Objects.requireNonNullElse(teams, List.of());
    }

    /**
     * @param members names of people
     * @param roles people with one of these belong to it too
     * @param flows ids of the flows whose chats and orders are the team's
     * @param slaMinutes null: as for all
     */
    record TeamDocument(
            String name,
            List<String> members,
            List<String> roles,
            List<String> flows,
            @Nullable Integer slaMinutes) {

        TeamDocument {
            name = Objects.requireNonNullElse(name, "").strip();
            members = Objects.requireNonNullElse(members, List.of());
            roles = Objects.requireNonNullElse(roles, List.of());
            flows = Objects.requireNonNullElse(flows, List.of());
        }

        private static TeamDocument of(String name, TeamSettings team) {
            Duration sla = team.sla();
            return new TeamDocument(
                    name,
                    List.copyOf(team.members()),
                    List.copyOf(team.roles()),
                    List.copyOf(team.flows()),
                    sla == null ? null : Math.toIntExact(sla.toMinutes()));
        }

        private TeamSettings settings() {
            for (String role : roles) {
                wrongUnless(
                        ROLES.contains(role),
                        "/teams/" + name,
                        "has the role %s, which nobody can have.".formatted(role));
            }
            return new TeamSettings(
                    new LinkedHashSet<>(members),
                    new LinkedHashSet<>(roles),
                    new LinkedHashSet<>(flows),
                    slaMinutes == null ? null : Duration.ofMinutes(slaMinutes));
        }
    }

    static DeskDocument of(DeskSettings settings) {
        Map<String, String> hours = new LinkedHashMap<>();
        settings.hours().forEach((day, text) -> hours.put(day.name().toLowerCase(Locale.ROOT), text));
        return new DeskDocument(
                settings.assign() == Assign.ROUND_ROBIN ? IN_TURN : BY_HAND,
                Math.toIntExact(settings.sla().toMinutes()),
                Math.toIntExact(settings.awayAfter().toMinutes()),
                settings.digestAt().toString(),
                hours,
                settings.holidays().stream().map(LocalDate::toString).toList(),
                settings.closedTexts(),
                settings.defaultTeam(),
                settings.teams().entrySet().stream()
                        .map(team -> TeamDocument.of(team.getKey(), team.getValue()))
                        .toList());
    }

    /** @throws WrongSetting for what cannot be */
    DeskSettings settings() {
        wrongUnless(assign.equals(IN_TURN) || assign.equals(BY_HAND), "/assign", "is manual or round-robin.");
        return new DeskSettings(
                assign.equals(IN_TURN) ? Assign.ROUND_ROBIN : Assign.MANUAL,
                Duration.ofMinutes(awayMinutes),
                Duration.ofMinutes(slaMinutes),
                teamSettings(),
                defaultTeam,
                week(),
                holidays.stream()
                        .map(day -> time(day, LocalDate::parse, "/holidays", "has a day that there is not: "))
                        .distinct()
                        .sorted()
                        .toList(),
                texts(),
                time(digestAt, LocalTime::parse, "/digestAt", "is a time such as 08:00, not "));
    }

    private Map<String, TeamSettings> teamSettings() {
        Map<String, TeamSettings> byName = new LinkedHashMap<>();
        for (TeamDocument team : teams) {
            wrongUnless(!team.name().isEmpty(), "/teams", "each need a name.");
            wrongUnless(
                    byName.put(team.name(), team.settings()) == null,
                    "/teams/" + team.name(),
                    "is there twice: give one of them another name.");
        }
        return byName;
    }

    /** A day without hours is closed, as one that is not named. */
    private Map<DayOfWeek, String> week() {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach((name, text) -> week.put(day(name), Objects.requireNonNullElse(text, "")));
        return week;
    }

    private static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> wrong("/hours", "has days from monday to sunday, and no %s.".formatted(name)));
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        closedText.forEach((language, said) -> {
            String text = Objects.requireNonNullElse(said, "").strip();
            wrongUnless(!language.isBlank(), "/closedText", "has a text without a language.");
            wrongUnless(
                    text.length() <= LONGEST_TEXT,
                    "/closedText/" + language,
                    "has %d characters; there is room for %d.".formatted(text.length(), LONGEST_TEXT));
            texts.put(language.strip(), text);
        });
        return texts;
    }

    private static <T> T time(String text, Function<String, T> parse, String pointer, String problem) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            WrongSetting wrong = wrong(pointer, problem + text + ".");
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static void wrongUnless(boolean good, String pointer, String problem) {
        if (!good) {
            throw wrong(pointer, problem);
        }
    }

    private static WrongSetting wrong(String pointer, String problem) {
        return new WrongSetting("waybill.desk" + pointer.replace('/', '.'), pointer, problem);
    }
}

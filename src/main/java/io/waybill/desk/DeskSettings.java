package io.waybill.desk;

import io.waybill.setting.WrongSetting;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.desk}.
 *
 * @param assign who gets what comes new: nobody, until somebody says who ({@code manual}), or whose turn it is ({@code round-robin})
 * @param awayAfter how long a person who said that they are available is, without a sign of life
 * @param sla how long, in business time, a customer may wait for a person, where their team says nothing else
 * @param teams by name; without any there is one of all people
 * @param defaultTeam the team of what no team has the flow of; not set: all people
 * @param hours when the business is open, by day of the week: {@code 08:00-12:30,13:30-17:00}; none at all: always
 * @param holidays days on which it is closed
 * @param closedText what customers who wait for a person are told while it is closed, by language, with {@code {opens}} for the time it
 *     opens; empty: nothing
 * @param digestAt when the daily digest is made, where no hours are set
 */
@ConfigurationProperties("waybill.desk")
record DeskSettings(
        @DefaultValue("manual") Assign assign,
        @DefaultValue("10m") Duration awayAfter,
        @DefaultValue("1h") Duration sla,
        @DefaultValue Map<String, TeamSettings> teams,
        @Nullable String defaultTeam,
        @DefaultValue Map<DayOfWeek, String> hours,
        @DefaultValue List<LocalDate> holidays,
        @DefaultValue Map<String, String> closedText,
        @DefaultValue("08:00") LocalTime digestAt) {

    private static final Map<String, String> CLOSED = Map.of(
            "en", "We are closed right now. A colleague will answer you here from {opens} on.",
            "fr", "Nous sommes fermés pour le moment. Un collègue vous répondra ici à partir de {opens}.");

    enum Assign {
        MANUAL,
        ROUND_ROBIN
    }

    /**
     * @param members names of people
     * @param roles people with one of these belong to it too
     * @param flows ids of the flows whose chats and orders are the team's
     */
    record TeamSettings(
            @DefaultValue Set<String> members,
            @DefaultValue Set<String> roles,
            @DefaultValue Set<String> flows,
            @Nullable Duration sla) {}

    /** These; throws {@link WrongSetting} for the one that cannot be. */
    DeskSettings usable() {
        WrongSetting.unless(
                awayAfter.compareTo(Duration.ofMinutes(2)) >= 0,
                "waybill.desk.away-after",
                "/awayMinutes",
                "must be 2m or longer, not %s: an open browser gives a sign of life each minute.".formatted(awayAfter));
        WrongSetting.unless(
                sla.isPositive(),
                "waybill.desk.sla",
                "/slaMinutes",
                "must be longer than nothing, not %s.".formatted(sla));
        WrongSetting.unless(
                defaultTeam == null || teams.containsKey(defaultTeam),
                "waybill.desk.default-team",
                "/defaultTeam",
                "is %s, and there is no such team.".formatted(defaultTeam));
        teams.forEach(DeskSettings::check);
        return this;
    }

    private static void check(String name, TeamSettings team) {
        WrongSetting.unless(
                !team.members().isEmpty() || !team.roles().isEmpty(),
                "waybill.desk.teams." + name,
                "/teams/" + name,
                "has nobody: set its members or roles.");
        Duration sla = team.sla();
        WrongSetting.unless(
                sla == null || sla.isPositive(),
                "waybill.desk.teams.%s.sla".formatted(name),
                "/teams/" + name,
                "must answer within more than no time, not %s.".formatted(sla));
    }

    Duration slaOf(TeamSettings team) {
        return Objects.requireNonNullElse(team.sla(), sla);
    }

    /** What is said in {@code language}, else in that of all countries, else in English; empty: nothing. */
    String closedText(String language) {
        String tag = tag(language);
        return Stream.of(tag, tag.split("-", 2)[0], "en")
                .flatMap(known -> textIn(known).stream())
                .findFirst()
                .orElse("");
    }

    /** What is said, by language, with the texts that are said where none is set. */
    Map<String, String> closedTexts() {
        Map<String, String> texts = new LinkedHashMap<>(closedText);
        CLOSED.keySet().stream()
                .sorted()
                .filter(known -> closedText.keySet().stream().noneMatch(set -> tag(set).equals(known)))
                .forEach(known -> texts.put(known, CLOSED.getOrDefault(known, "")));
        return texts;
    }

    private Optional<String> textIn(String tag) {
        return closedText.entrySet().stream()
                .filter(text -> tag(text.getKey()).equals(tag))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.ofNullable(CLOSED.get(tag)));
    }

    private static String tag(String language) {
        return language.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.waybill.desk;

import io.waybill.setting.WrongSetting;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When the business is open, in its own zone: a week that repeats, without holidays. */
final class BusinessHours {

    private static final Pattern RANGE = Pattern.compile("(\\d{2}:\\d{2})-(\\d{2}:\\d{2})");
    private static final String MIDNIGHT = "24:00";
    /** A business that does not open for so long has no hours any more; what is due then is due at the end of it. */
    private static final int DAYS_AHEAD = 400;

    private final Map<DayOfWeek, List<Range>> week = new EnumMap<>(DayOfWeek.class);
    private final Set<LocalDate> holidays;
    private final ZoneId zone;

    /** @param hours by day: {@code 08:00-12:30,13:30-17:00}; none at all: always open */
    BusinessHours(Map<DayOfWeek, String> hours, List<LocalDate> holidays, ZoneId zone) {
        hours.forEach((day, text) -> week.put(day, ranges(day, text)));
        this.holidays = Set.copyOf(holidays);
        this.zone = zone;
        WrongSetting.unless(
                hours.isEmpty() || week.values().stream().anyMatch(day -> !day.isEmpty()),
                "waybill.desk.hours",
                "/hours",
                "has no opening hours on any day; without any day it is always open.");
    }

    private static List<Range> ranges(DayOfWeek day, String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",")) {
            Matcher range = RANGE.matcher(part.strip());
            unless(range.matches(), day, "is like 08:00-12:30,13:30-17:00, not %s.".formatted(text));
            ranges.add(Range.of(day, range.group(1), range.group(2)));
        }
        ranges.sort(Comparator.comparing(Range::from));
        for (int i = 1; i < ranges.size(); i++) {
            LocalTime before = ranges.get(i - 1).to();
            unless(
                    before != null && !ranges.get(i).from().isBefore(before),
                    day,
                    "has hours that overlap: %s.".formatted(text));
        }
        return ranges;
    }

    private static void unless(boolean good, DayOfWeek day, String problem) {
        if (!good) {
            throw wrong(day, problem);
        }
    }

    private static WrongSetting wrong(DayOfWeek day, String problem) {
        String name = day.name().toLowerCase(Locale.ROOT);
        return new WrongSetting("waybill.desk.hours." + name, "/hours/" + name, problem);
    }

    boolean isOpen(Instant now) {
        return isAlways() || spans(day(now)).stream().anyMatch(span -> span.holds(now));
    }

    /** When the closed hours began in which {@code now} is; empty: it is open. */
    Optional<Instant> closedSince(Instant now) {
        if (isOpen(now)) {
            return Optional.empty();
        }
        for (int back = 0; back < DAYS_AHEAD; back++) {
            Optional<Instant> end = spans(day(now).minusDays(back)).stream()
                    .map(Span::to)
                    .filter(to -> !to.isAfter(now))
                    .max(Comparator.naturalOrder());
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.of(Instant.EPOCH);
    }

    /** When it opens next, or now where it is open; empty: not in a year. */
    Optional<Instant> opens(Instant now) {
        if (isOpen(now)) {
            return Optional.of(now);
        }
        for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
            Optional<Instant> begin = spans(day(now).plusDays(ahead)).stream()
                    .map(Span::from)
                    .filter(from -> from.isAfter(now))
                    .findFirst();
            if (begin.isPresent()) {
                return begin;
            }
        }
        return Optional.empty();
    }

    /** When it has been open for {@code time} from {@code since} on. */
    Instant after(Instant since, Duration time) {
        if (isAlways()) {
            return since.plus(time);
        }
        Duration left = time;
        LocalDate first = day(since);
        for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
            for (Span span : spans(first.plusDays(ahead))) {
                Instant from = span.from().isAfter(since) ? span.from() : since;
                Duration open = Duration.between(from, span.to());
                if (open.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = open.isNegative() ? left : left.minus(open);
            }
        }
        return since.plus(Duration.ofDays(DAYS_AHEAD));
    }

    /** When it opens first on that day; empty: not at all, or it is always open. */
    Optional<Instant> opening(LocalDate day) {
        return spans(day).stream().map(Span::from).findFirst();
    }

    boolean isAlways() {
        return week.isEmpty();
    }

    LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    ZoneId zone() {
        return zone;
    }

    private List<Span> spans(LocalDate day) {
        return holidays.contains(day)
                ? List.of()
                : week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                        .map(range -> range.on(day, zone))
                        .toList();
    }

    /** @param to null: midnight */
    private record Range(LocalTime from, @Nullable LocalTime to) {

        static Range of(DayOfWeek day, String from, String to) {
            try {
                Range range = new Range(LocalTime.parse(from), to.equals(MIDNIGHT) ? null : LocalTime.parse(to));
                unless(
                        range.to == null || range.from.isBefore(range.to),
                        day,
                        "ends before it begins: %s-%s; what goes past midnight is two ranges, to 24:00 and from 00:00."
                                .formatted(from, to));
                return range;
            } catch (DateTimeParseException e) {
                WrongSetting wrong = wrong(day, "has a time that there is not: %s-%s.".formatted(from, to));
                wrong.initCause(e);
                throw wrong;
            }
        }

        Span on(LocalDate day, ZoneId zone) {
            return new Span(
                    day.atTime(from).atZone(zone).toInstant(),
                    to == null
                            ? day.plusDays(1).atStartOfDay(zone).toInstant()
                            : day.atTime(to).atZone(zone).toInstant());
        }
    }

    private record Span(Instant from, Instant to) {

        boolean holds(Instant time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }
}

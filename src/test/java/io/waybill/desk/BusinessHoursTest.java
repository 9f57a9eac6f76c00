package io.waybill.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.home.Misconfigured;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A shop in Nairobi, three hours ahead of UTC, on weekdays until five with a pause at noon, and on Saturday morning. */
class BusinessHoursTest {

    /** A Monday. */
    private static final LocalDate HOLIDAY = LocalDate.parse("2026-11-23");

    private final BusinessHours shop = new BusinessHours(week(), List.of(HOLIDAY), ZoneId.of("Africa/Nairobi"));

    @Test
    void isOpenFromTheFirstToTheLastMomentOfItsHours() {
        assertThat(shop.isOpen(at("2026-11-20T04:59:59Z"))).isFalse();
        assertThat(shop.isOpen(at("2026-11-20T05:00:00Z"))).isTrue();
        assertThat(shop.isOpen(at("2026-11-20T09:00:00Z"))).as("noon").isFalse();
        assertThat(shop.isOpen(at("2026-11-20T13:59:59Z"))).isTrue();
        assertThat(shop.isOpen(at("2026-11-20T14:00:00Z"))).isFalse();
        assertThat(shop.isOpen(at("2026-11-22T08:00:00Z"))).as("Sunday").isFalse();
        assertThat(shop.isOpen(at("2026-11-23T08:00:00Z"))).as("a holiday").isFalse();
    }

    @Test
    void countsBusinessTimeOverNightsWeekendsAndHolidays() {
        Duration hour = Duration.ofHours(1);

        assertThat(shop.after(at("2026-11-19T06:00:00Z"), hour)).isEqualTo(at("2026-11-19T07:00:00Z"));
        assertThat(shop.after(at("2026-11-19T08:30:00Z"), hour)).as("noon").isEqualTo(at("2026-11-19T10:30:00Z"));
        assertThat(shop.after(at("2026-11-19T13:45:00Z"), hour)).as("a night").isEqualTo(at("2026-11-20T05:45:00Z"));
        assertThat(shop.after(at("2026-11-19T20:00:00Z"), hour)).as("at night").isEqualTo(at("2026-11-20T06:00:00Z"));
        assertThat(shop.after(at("2026-11-21T08:30:00Z"), hour))
                .as("from Saturday over Sunday and a holiday")
                .isEqualTo(at("2026-11-24T05:30:00Z"));
        assertThat(shop.after(at("2026-11-19T05:00:00Z"), Duration.ofHours(8)))
                .as("a whole day ends with the day")
                .isEqualTo(at("2026-11-19T14:00:00Z"));
    }

    @Test
    void knowsSinceWhenItIsClosedAndWhenItOpens() {
        assertThat(shop.closedSince(at("2026-11-20T06:00:00Z"))).isEmpty();
        assertThat(shop.closedSince(at("2026-11-20T09:30:00Z"))).contains(at("2026-11-20T09:00:00Z"));
        Instant weekend = at("2026-11-21T09:00:00Z");
        assertThat(shop.closedSince(weekend)).contains(weekend);
        assertThat(shop.closedSince(at("2026-11-23T08:00:00Z")))
                .as("one closed time")
                .contains(weekend);
        assertThat(shop.opens(at("2026-11-23T08:00:00Z"))).contains(at("2026-11-24T05:00:00Z"));
        assertThat(shop.opening(HOLIDAY)).isEmpty();
        assertThat(shop.opening(LocalDate.parse("2026-11-24"))).contains(at("2026-11-24T05:00:00Z"));
    }

    @Test
    void keepsTheHoursOfTheClockOnTheWallWhenTheClocksAreChanged() {
        BusinessHours paris = new BusinessHours(week(), List.of(), ZoneId.of("Europe/Paris"));

        assertThat(paris.after(at("2026-10-23T15:30:00Z"), Duration.ofHours(1)))
                .as("Friday in summer time, half past five there")
                .isEqualTo(at("2026-10-24T08:00:00Z"));
        assertThat(paris.after(at("2026-10-24T10:00:00Z"), Duration.ofHours(1)))
                .as("Saturday noon in summer time, until Monday in winter time")
                .isEqualTo(at("2026-10-26T08:00:00Z"));
    }

    @Test
    void isAlwaysOpenWithoutHours() {
        BusinessHours always = new BusinessHours(Map.of(), List.of(HOLIDAY), ZoneId.of("UTC"));
        Instant night = at("2026-11-23T02:00:00Z");

        assertThat(always.isOpen(night)).isTrue();
        assertThat(always.closedSince(night)).isEmpty();
        assertThat(always.after(night, Duration.ofHours(1))).isEqualTo(night.plusSeconds(3600));
    }

    @Test
    void refusesHoursThatAreNone() {
        refuses("8-17", "waybill.desk.hours.monday is like 08:00-12:30,13:30-17:00, not 8-17.");
        refuses("08:00-25:00", "waybill.desk.hours.monday has a time that there is not: 08:00-25:00.");
        refuses(
                "08:00-12:00,11:00-17:00",
                "waybill.desk.hours.monday has hours that overlap: 08:00-12:00,11:00-17:00.");
        refuses("", "waybill.desk.hours has no opening hours on any day; without any day it is always open.");
        assertThatThrownBy(() -> monday("22:00-02:00")).hasMessageContaining("two ranges, to 24:00 and from 00:00");
        assertThat(monday("22:00-24:00").isOpen(at("2026-11-23T23:59:59Z"))).isTrue();
    }

    private static void refuses(String hours, String sentence) {
        assertThatThrownBy(() -> monday(hours))
                .isInstanceOf(Misconfigured.class)
                .hasMessage(sentence);
    }

    private static BusinessHours monday(String hours) {
        return new BusinessHours(Map.of(DayOfWeek.MONDAY, hours), List.of(), ZoneId.of("UTC"));
    }

    private static Map<DayOfWeek, String> week() {
        Map<DayOfWeek, String> week = new HashMap<>();
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), "08:00-12:00,13:00-17:00");
        }
        week.put(DayOfWeek.SATURDAY, "09:00-12:00");
        week.put(DayOfWeek.SUNDAY, "");
        return week;
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}

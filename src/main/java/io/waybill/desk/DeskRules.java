package io.waybill.desk;

import java.time.ZoneId;

/** How the desk is set up at one moment. */
record DeskRules(DeskSettings settings, Teams teams, BusinessHours hours) {

    static DeskRules of(DeskSettings settings, ZoneId zone) {
        DeskSettings usable = settings.usable();
        return new DeskRules(usable, new Teams(usable), new BusinessHours(usable.hours(), usable.holidays(), zone));
    }

    /** Whether what comes new is given to people in turn. */
    boolean inTurn() {
        return settings.assign() == DeskSettings.Assign.ROUND_ROBIN;
    }
}

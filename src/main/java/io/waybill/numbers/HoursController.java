package io.waybill.numbers;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.numbers.Hours.Hour;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the gateway did lately. */
@RestController
@Needs(Permission.OPERATIONS_READ)
class HoursController {

    private final Hours hours;

    HoursController(Hours hours) {
        this.hours = hours;
    }

    /** Hour by hour of the last day, the earliest first; the last one has not ended. */
    @GetMapping("/api/v1/hours")
    HourList lastDay() {
        return new HourList(hours.lastDay());
    }

    record HourList(List<Hour> hours) {}
}

package io.waybill.erasure;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.setting.Setting;
import io.waybill.setting.Setting.Current;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How long customers are known after the last words with them. */
@RestController
@RequestMapping("/api/v1/settings/retention")
@Needs(Permission.SETTINGS_READ)
class RetentionController {

    private static final int MOST_DAYS = 36_500;

    private final Setting<RetentionSettings> retention;
    private final SilentPeople silent;
    private final Clock clock;

    RetentionController(Setting<RetentionSettings> retention, SilentPeople silent, Clock clock) {
        this.retention = retention;
        this.silent = silent;
        this.clock = clock;
    }

    /**
     * @param version of what was changed, so that nobody writes over what they have not seen
     * @param customerDays how many days after the last words with a customer all that tells of them is deleted; null: never
     */
    record RetentionChange(int version, @Nullable Integer customerDays) {}

    /** @param version 0: it is as configured, and nobody has changed it */
    record RetentionView(
            int version,
            @Nullable Instant savedAt,
            @Nullable String savedBy,
            @Nullable Integer customerDays) {}

    /** @param customers of whom everything would be deleted now */
    record RetentionEffect(int customerDays, long customers) {}

    @GetMapping
    RetentionView retention() {
        return view(retention.current());
    }

    /** How many customers a rule would forget; nothing is deleted. */
    @GetMapping("/effect")
    RetentionEffect effect(@RequestParam int customerDays) {
        if (customerDays < RetentionSettings.LEAST_DAYS || customerDays > MOST_DAYS) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "\"customerDays\" is %d to %d.".formatted(RetentionSettings.LEAST_DAYS, MOST_DAYS));
        }
        return new RetentionEffect(customerDays, silent.count(clock.instant().minus(Duration.ofDays(customerDays))));
    }

    /** Counts from the next look on, twice a day. What is deleted does not come back. */
    @PutMapping
    @Needs({Permission.SETTINGS_EDIT, Permission.PEOPLE_MANAGE})
    RetentionView save(@RequestBody RetentionChange change, Principal principal) {
        Integer days = change.customerDays();
        RetentionSettings wanted = new RetentionSettings(days == null ? null : Duration.ofDays(days));
        return view(retention.save(change.version(), wanted, principal.getName()));
    }

    private static RetentionView view(Current<RetentionSettings> current) {
        Duration customers = current.value().customers();
        return new RetentionView(
                current.version(),
                current.at(),
                current.by(),
                customers == null ? null : Math.toIntExact(customers.toDays()));
    }
}

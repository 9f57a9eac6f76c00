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

/** How long customers are known after the last words with them, and how old messages become. */
@RestController
@RequestMapping("/api/v1/settings/retention")
@Needs(Permission.SETTINGS_READ)
class RetentionController {

    private static final int MOST_DAYS = 36_500;

    private final Setting<RetentionSettings> retention;
    private final SilentPeople silent;
    private final OldMessages old;
    private final Clock clock;

    RetentionController(Setting<RetentionSettings> retention, SilentPeople silent, OldMessages old, Clock clock) {
        this.retention = retention;
        this.silent = silent;
        this.old = old;
        this.clock = clock;
    }

    /**
     * @param version of what was changed, so that nobody writes over what they have not seen
     * @param customerDays how many days after the last words with a customer all that tells of them is deleted; null: never
     * @param messageDays how many days old a message may become, also in a chat that goes on; null: as old as it will
     */
    record RetentionChange(
            int version,
            @Nullable Integer customerDays,
            @Nullable Integer messageDays) {}

    /** @param version 0: it is as configured, and nobody has changed it */
    record RetentionView(
            int version,
            @Nullable Instant savedAt,
            @Nullable String savedBy,
            @Nullable Integer customerDays,
            @Nullable Integer messageDays) {}

    /** @param messages of customers and of ours that would be deleted now */
    record MessageEffect(int messageDays, long messages) {}

    /** @param customers of whom everything would be deleted now */
    record RetentionEffect(int customerDays, long customers) {}

    @GetMapping
    RetentionView retention() {
        return view(retention.current());
    }

    /** How many customers a rule would forget; nothing is deleted. */
    @GetMapping("/effect")
    RetentionEffect effect(@RequestParam int customerDays) {
        return new RetentionEffect(customerDays, silent.count(ago("customerDays", customerDays)));
    }

    /** How many messages a rule would delete; nothing is deleted. */
    @GetMapping("/effect/messages")
    MessageEffect effectOnMessages(@RequestParam int messageDays) {
        return new MessageEffect(messageDays, old.count(ago("messageDays", messageDays)));
    }

    private Instant ago(String parameter, int days) {
        if (days < RetentionSettings.LEAST_DAYS || days > MOST_DAYS) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "\"%s\" is %d to %d.".formatted(parameter, RetentionSettings.LEAST_DAYS, MOST_DAYS));
        }
        return clock.instant().minus(Duration.ofDays(days));
    }

    /** Counts from the next look on, twice a day. What is deleted does not come back. */
    @PutMapping
    @Needs({Permission.SETTINGS_EDIT, Permission.PEOPLE_MANAGE})
    RetentionView save(@RequestBody RetentionChange change, Principal principal) {
        RetentionSettings wanted = new RetentionSettings(days(change.customerDays()), days(change.messageDays()));
        return view(retention.save(change.version(), wanted, principal.getName()));
    }

    private static @Nullable Duration days(@Nullable Integer days) {
        return days == null ? null : Duration.ofDays(days);
    }

    private static @Nullable Integer days(@Nullable Duration duration) {
        return duration == null ? null : Math.toIntExact(duration.toDays());
    }

    private static RetentionView view(Current<RetentionSettings> current) {
        return new RetentionView(
                current.version(),
                current.at(),
                current.by(),
                days(current.value().customers()),
                days(current.value().messages()));
    }
}

package io.waybill.audit;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.setting.Setting;
import io.waybill.setting.Setting.Current;
import io.waybill.setting.WrongSetting;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long it is known who did what. */
@RestController
@RequestMapping("/api/v1/settings/audit")
@Needs(Permission.SETTINGS_READ)
class AuditSettingsController {

    /** Nobody who may change settings gets rid of their traces by it; for less there is the configuration. */
    private static final int LEAST_DAYS = 90;

    private final Setting<AuditSettings> audit;

    AuditSettingsController(Setting<AuditSettings> audit) {
        this.audit = audit;
    }

    /** @param version of what was changed, so that nobody writes over what they have not seen */
    record AuditChange(int version, int days) {}

    /** @param version 0: it is as configured, and nobody has changed it */
    record AuditSetting(
            int version,
            @Nullable Instant savedAt,
            @Nullable String savedBy,
            int days) {}

    @GetMapping
    AuditSetting audit() {
        return view(audit.current());
    }

    @PutMapping
    @Needs({Permission.SETTINGS_EDIT, Permission.PEOPLE_MANAGE})
    AuditSetting save(@RequestBody AuditChange change, Principal principal) {
        WrongSetting.unless(
                change.days() >= LEAST_DAYS,
                "waybill.audit.keep-for",
                "/days",
                "must be %d days or more; for less there is the configuration.".formatted(LEAST_DAYS));
        AuditSettings wanted = new AuditSettings(Duration.ofDays(change.days()));
        return view(audit.save(change.version(), wanted, principal.getName()));
    }

    private static AuditSetting view(Current<AuditSettings> current) {
        return new AuditSetting(
                current.version(),
                current.at(),
                current.by(),
                Math.toIntExact(current.value().keepFor().toDays()));
    }
}

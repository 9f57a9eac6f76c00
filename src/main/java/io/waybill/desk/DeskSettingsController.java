package io.waybill.desk;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.setting.Setting;
import io.waybill.setting.Setting.Current;
import io.waybill.setting.WrongSetting;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Business hours, teams and who gets what, changed while it runs. */
@RestController
@RequestMapping("/api/v1/settings/desk")
@Needs(Permission.SETTINGS_READ)
class DeskSettingsController {

    private final Setting<DeskSettings> desk;

    DeskSettingsController(Setting<DeskSettings> desk) {
        this.desk = desk;
    }

    /** @param version of what was changed, so that nobody writes over what they have not seen */
    record DeskChange(int version, @Nullable DeskDocument desk) {}

    /** @param version 0: it is as configured, and nobody has changed it */
    record DeskSetting(
            int version,
            @Nullable Instant savedAt,
            @Nullable String savedBy,
            DeskDocument desk) {}

    @GetMapping
    DeskSetting desk() {
        return view(desk.current());
    }

    /**
     * Counts at once, on other nodes within two seconds; refused with 409 when somebody else was first. Who waits already is still due
     * when it was said.
     */
    @PutMapping
    @Needs(Permission.SETTINGS_EDIT)
    DeskSetting save(@RequestBody DeskChange change, Principal principal) {
        DeskDocument document = change.desk();
        if (document == null) {
            throw new WrongSetting("waybill.desk", "/desk", "is missing.");
        }
        return view(desk.save(change.version(), document.settings(), principal.getName()));
    }

    private static DeskSetting view(Current<DeskSettings> current) {
        return new DeskSetting(current.version(), current.at(), current.by(), DeskDocument.of(current.value()));
    }
}

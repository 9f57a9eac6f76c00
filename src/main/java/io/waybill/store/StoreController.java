package io.waybill.store;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.setting.Setting;
import io.waybill.setting.Setting.Current;
import io.waybill.setting.WrongSetting;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the business is, changed while it runs. */
@RestController
@RequestMapping("/api/v1/settings/store")
@Needs(Permission.SETTINGS_READ)
class StoreController {

    private final Setting<StoreSettings> store;
    private final StoreMeans means;

    StoreController(Setting<StoreSettings> store, StoreMeans means) {
        this.store = store;
        this.means = means;
    }

    /** @param version of what was changed, so that nobody writes over what they have not seen */
    record StoreChange(int version, @Nullable StoreDocument store) {}

    /**
     * @param version 0: it is as configured, and nobody has changed it
     * @param takesPayments whether customers can be asked to pay
     * @param holdsStock whether the ERP can hold goods during checkout
     * @param ownStores names of our numbers that say something otherwise, by their configuration
     */
    record StoreView(
            int version,
            @Nullable Instant savedAt,
            @Nullable String savedBy,
            StoreDocument store,
            boolean takesPayments,
            boolean holdsStock,
            List<String> ownStores) {}

    @GetMapping
    StoreView store() {
        return view(store.current());
    }

    /** Counts at once, on other nodes within two seconds; refused with 409 when somebody else was first. */
    @PutMapping
    @Needs(Permission.SETTINGS_EDIT)
    StoreView save(@RequestBody StoreChange change, Principal principal) {
        StoreDocument document = change.store();
        if (document == null) {
            throw new WrongSetting("waybill.store", "/store", "is missing.");
        }
        StoreSettings settings = document.settings().usable();
        WrongSetting.unless(
                !settings.confirmed().equals("payment") || means.takesPayments(),
                "waybill.store.confirmed",
                "/confirmed",
                "cannot be payment: nothing has REQUEST_PAYMENT. Add it to the endpoint profile, or choose cod or staff.");
        return view(store.save(change.version(), settings, principal.getName()));
    }

    private StoreView view(Current<StoreSettings> current) {
        return new StoreView(
                current.version(),
                current.at(),
                current.by(),
                StoreDocument.of(current.value()),
                means.takesPayments(),
                means.holdsStock(),
                means.ownStores());
    }
}

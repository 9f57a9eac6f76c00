package io.waybill.guide;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.connection.ErpProgress;
import io.waybill.erp.ErpOperation;
import io.waybill.revision.Starters;
import io.waybill.revision.Starters.Mode;
import io.waybill.setup.Connection;
import io.waybill.store.Store;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How far a shop is set up, as it is: nothing is ticked off by hand. */
@RestController
@RequestMapping("/api/v1/setup-guide")
@Needs(Permission.SETTINGS_READ)
class GuideController {

    /** A list needs products and their prices; an order all that the contract requires. */
    private static final Set<ErpOperation> OF_A_LIST = Set.of(ErpOperation.LIST_PRODUCTS, ErpOperation.GET_PRICE);

    private final Starters starters;
    private final Store store;
    private final ErpProgress erp;
    private final Connection connection;

    GuideController(Starters starters, Store store, ErpProgress erp, Connection connection) {
        this.starters = starters;
        this.store = store;
        this.erp = erp;
        this.connection = connection;
    }

    /**
     * @param mode how customers buy: chat, cart or order; null: no flow for it is published
     * @param done whether nothing is left to do
     * @param erp how far it is connected
     */
    record GuideView(@Nullable String mode, boolean done, List<GuideStep> steps, ErpProgress.ErpStanding erp) {}

    /**
     * @param step mode, store, erp, number or message
     * @param state done, todo or unneeded
     * @param found what it is: of mode none, or as above; of store named or unnamed; of erp demo, live, paused or broken; of number simulated, unchecked, wrong or
     *     right; of message arrived or none
     */
    record GuideStep(String step, String state, String found) {}

    record ModeChoice(@Nullable String mode) {}

    @GetMapping
    GuideView guide() {
        Mode mode = starters.current().orElse(null);
        ErpProgress.ErpStanding progress = erp.now(needed(mode));
        List<GuideStep> steps = List.of(
                step("mode", mode != null, mode == null ? "none" : mode.key()),
                store.get().name() == null ? step("store", false, "unnamed") : step("store", true, "named"),
                erp(mode, progress),
                number(),
                connection.reachesPeople() ? step("message", true, "arrived") : step("message", false, "none"));
        return new GuideView(
                mode == null ? null : mode.key(),
                steps.stream().noneMatch(step -> step.state().equals("todo")),
                steps,
                progress);
    }

    /** Publishes the flow of that mode, unless it is so already; the flow there was stays among the versions of {@code order}. */
    @PutMapping("/mode")
    @Needs({Permission.SETTINGS_EDIT, Permission.FLOWS_EDIT})
    GuideView choose(@RequestBody ModeChoice choice, Principal principal) {
        String wanted = Objects.requireNonNullElse(choice.mode(), "");
        Mode mode = Arrays.stream(Mode.values())
                .filter(known -> known.key().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "\"mode\" is one of %s."
                                .formatted(Arrays.stream(Mode.values())
                                        .map(Mode::key)
                                        .collect(Collectors.joining(", ")))));
        starters.choose(mode, principal.getName());
        return guide();
    }

    private static Set<ErpOperation> needed(@Nullable Mode mode) {
        return switch (mode) {
            case null -> EnumSet.allOf(ErpOperation.class);
            case ORDER -> EnumSet.allOf(ErpOperation.class);
            case CART -> OF_A_LIST;
            case CHAT -> EnumSet.noneOf(ErpOperation.class);
        };
    }

    private static GuideStep erp(@Nullable Mode mode, ErpProgress.ErpStanding progress) {
        String found = progress.served().name().toLowerCase(Locale.ROOT);
        return mode == Mode.CHAT && progress.served() == ErpProgress.Served.DEMO
                ? new GuideStep("erp", "unneeded", found)
                : step("erp", progress.next() == ErpProgress.Next.NOTHING, found);
    }

    private GuideStep number() {
        Connection.NumberState number = connection.number();
        return step(
                "number", number == Connection.NumberState.RIGHT, number.name().toLowerCase(Locale.ROOT));
    }

    private static GuideStep step(String name, boolean done, String found) {
        return new GuideStep(name, done ? "done" : "todo", found);
    }
}

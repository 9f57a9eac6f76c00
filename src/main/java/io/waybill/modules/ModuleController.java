package io.waybill.modules;

import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.flow.FlowDefinition;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Switches parts of the business on and off for WhatsApp. */
@RestController
@RequestMapping("/api/v1/modules")
@Needs({})
class ModuleController {

    private final ModuleSwitches switches;
    private final Audit audit;

    ModuleController(ModuleSwitches switches, Audit audit) {
        this.switches = switches;
        this.audit = audit;
    }

    /** @param flows those of it */
    record ModuleView(String module, boolean on, List<String> flows) {}

    record Modules(List<ModuleView> modules) {}

    record Switch(boolean on) {}

    @GetMapping
    Modules modules() {
        return new Modules(Arrays.stream(Module.values()).map(this::view).toList());
    }

    /** Nobody begins a flow of a module that is off; nothing is lost, and switched on again all is as before. */
    @PutMapping("/{module}")
    @Needs(Permission.SETTINGS_EDIT)
    ModuleView set(@PathVariable String module, @RequestBody Switch wanted, HttpServletRequest request) {
        Module known = Module.of(module)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no module %s, but %s."
                                .formatted(
                                        module,
                                        Arrays.stream(Module.values())
                                                .map(Module::key)
                                                .collect(Collectors.joining(", ")))));
        audit.run(
                "module.switch",
                known.key(),
                () -> new Switch(switches.isOn(known)),
                () -> switches.set(known, wanted.on(), request.getRemoteUser()));
        return view(known);
    }

    private ModuleView view(Module module) {
        return new ModuleView(
                module.key(),
                switches.isOn(module),
                switches.flows().stream()
                        .filter(module::has)
                        .map(FlowDefinition::id)
                        .sorted()
                        .toList());
    }
}

package io.waybill.modules;

import com.github.benmanes.caffeine.cache.Ticker;
import io.waybill.catalog.HiddenIds;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.FlowDefinition;
import io.waybill.revision.PublishedFlows;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which modules are switched off. No flow of theirs is begun any more; who is in the middle of one comes to its end. */
public final class ModuleSwitches {

    /** No flow is called so: all that there are may be switched off. */
    private static final Set<String> NONE = Set.of("@none");

    private final HiddenIds off;
    private final PublishedFlows flows;

    ModuleSwitches(JdbcClient jdbc, Clock clock, Ticker ticker, PublishedFlows flows) {
        this.off = new HiddenIds(jdbc, clock, ticker, "hidden_module", "module");
        this.flows = flows;
    }

    /** Ids of the flows that can be begun: of those in {@code ids}, or of all where it is empty; empty: all. */
    public Set<String> startable(Set<String> ids) {
        Set<Module> modules = off();
        if (modules.isEmpty()) {
            return ids;
        }
        Set<String> startable = flows.published().stream()
                .filter(flow -> ids.isEmpty() || ids.contains(flow.id()))
                .filter(flow -> modules.stream().noneMatch(module -> module.has(flow)))
                .map(FlowDefinition::id)
                .collect(Collectors.toUnmodifiableSet());
        return startable.isEmpty() ? NONE : startable;
    }

    /** What flows see of {@code available}. */
    public Set<ErpOperation> seen(Set<ErpOperation> available) {
        if (isOn(Module.PAYMENTS)) {
            return available;
        }
        return available.stream()
                .filter(operation -> operation != Module.PAYMENTS.operation())
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isOn(Module module) {
        return !off.ids().contains(module.key());
    }

    /** Counts on other nodes within two seconds. */
    void set(Module module, boolean on, String by) {
        if (on) {
            off.show(Set.of(module.key()));
        } else {
            off.hide(Set.of(module.key()), by);
        }
    }

    Collection<FlowDefinition> flows() {
        return flows.published();
    }

    private Set<Module> off() {
        Set<Module> modules = EnumSet.noneOf(Module.class);
        off.ids().forEach(key -> Module.of(key).ifPresent(modules::add));
        return modules;
    }
}

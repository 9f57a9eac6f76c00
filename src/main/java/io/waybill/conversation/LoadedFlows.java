package io.waybill.conversation;

import io.waybill.flow.FlowDefinition;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.FlowRejected;
import io.waybill.flow.Flows;
import io.waybill.home.Home;
import io.waybill.home.Home.HomeFile;
import io.waybill.home.Misconfigured;

/** The flows of the integrator's {@code flows/}, or those that are shipped. */
final class LoadedFlows {

    private LoadedFlows() {}

    static Flows from(Home home) {
        FlowLoader loader = new FlowLoader();
        try {
            return Flows.of(home.files("flows", ".flow.json").stream()
                    .map(file -> load(loader, file))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new Misconfigured("The flows cannot be used: " + e.getMessage(), e);
        }
    }

    private static FlowDefinition load(FlowLoader loader, HomeFile file) {
        try {
            return loader.load(file.text());
        } catch (FlowRejected e) {
            throw new Misconfigured("The flow %s cannot be used:\n%s".formatted(file.origin(), e.getMessage()), e);
        }
    }
}

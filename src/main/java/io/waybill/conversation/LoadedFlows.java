package io.waybill.conversation;

import io.waybill.flow.FlowProblems;
import io.waybill.flow.Flows;
import io.waybill.home.Home;
import io.waybill.home.Misconfigured;

/** The flows of the integrator's {@code flows/}, or those that are shipped. */
final class LoadedFlows {

    private LoadedFlows() {}

    static Flows from(Home home) {
        try {
            return Flows.read(home.files("flows", ".flow.json").stream()
                    .map(file -> new Flows.Source(file.origin(), file.text()))
                    .toList());
        } catch (FlowProblems e) {
            throw new Misconfigured("The flows cannot be used:\n" + e.getMessage(), e);
        }
    }
}

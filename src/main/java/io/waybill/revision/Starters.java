package io.waybill.revision;

import io.waybill.erp.ErpOperation;
import io.waybill.flow.FlowDefinition;
import io.waybill.home.Home;
import io.waybill.home.Home.HomeFile;
import java.util.Locale;
import java.util.Optional;

/** Three ways to begin to sell, each with a flow: the one that is chosen becomes a version of the flow {@code order}. */
public final class Starters {

    private static final String FLOW = "order";
    private static final String FILE = ".flow.json";

    private final Home home;
    private final FlowRevisions store;
    private final PublishedFlows flows;
    private final Publishing publishing;

    Starters(Home home, FlowRevisions store, PublishedFlows flows, Publishing publishing) {
        this.home = home;
        this.store = store;
        this.flows = flows;
        this.publishing = publishing;
    }

    /** How customers buy. */
    public enum Mode {
        /** They say what they need, and people see to it. */
        CHAT,
        /** They put a list together at the ERP's prices, and people see to it. */
        CART,
        /** They order in the ERP. */
        ORDER;

        /** As it stands in answers. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As the published flow does it, whoever wrote it; empty: none is published. */
    public Optional<Mode> current() {
        return flows.published().stream()
                .filter(flow -> flow.id().equals(FLOW))
                .findFirst()
                .map(Starters::mode);
    }

    private static Mode mode(FlowDefinition flow) {
        if (flow.calls(ErpOperation.CREATE_ORDER)) {
            return Mode.ORDER;
        }
        return flow.calls(ErpOperation.LIST_PRODUCTS) ? Mode.CART : Mode.CHAT;
    }

    /** Who begins to buy from now on does it so; who is in the middle goes on. Nothing is changed where it is so already. */
    public void choose(Mode mode, String author) {
        if (current().filter(mode::equals).isEmpty()) {
            String revision = store.keep(FLOW, text(mode), author);
            publishing.publish(new Publishing.Wish(
                    FLOW, revision, "Chosen in the set-up guide: %s.".formatted(mode.key()), null, author));
        }
    }

    private String text(Mode mode) {
        String folder = mode == Mode.ORDER ? "flows" : "flows/starters";
        String name = mode.key() + FILE;
        return home.filesOverShipped(folder, FILE).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(HomeFile::text)
                .orElseThrow(() -> new IllegalStateException("%s/%s is not shipped.".formatted(folder, name)));
    }
}

package io.waybill.revision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.erp.Contract;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.flow.lint.Finding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody who writes flows wants to know: where there are problems, and what the ERP can be asked. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.FLOWS_READ)
class FlowAidController {

    private final FlowRevisions store;
    private final FlowDrafts drafts;
    private final FlowLint linter;
    private final ErpGateway erp;
    private final LiveSample shop;

    FlowAidController(FlowRevisions store, FlowDrafts drafts, FlowLint linter, ErpGateway erp, ErpReads reads) {
        this.store = store;
        this.drafts = drafts;
        this.linter = linter;
        this.erp = erp;
        this.shop = new LiveSample(erp, reads);
    }

    /** What the linter finds today in each draft, and where there is no draft in what customers get. */
    @GetMapping("/flow-problems")
    Problems problems() {
        Map<String, String> texts = new HashMap<>();
        List<Revision.Key> published = store.heads().values().stream()
                .filter(head -> head.revision() != null)
                .map(head -> new Revision.Key(head.flow(), String.valueOf(head.revision())))
                .toList();
        store.texts(published).forEach((key, text) -> texts.put(key.flow(), text));
        texts.putAll(drafts.texts());
        return new Problems(new TreeMap<>(texts)
                .entrySet().stream()
                        .map(flow -> counted(flow.getKey(), linter.lint(flow.getValue(), flow.getKey())))
                        .toList());
    }

    /** The operations a flow can call, with the names of what is sent and answered. */
    @GetMapping("/flow-contract")
    Operations contract() {
        Set<ErpOperation> available = erp.available();
        return new Operations(Arrays.stream(ErpOperation.values())
                .filter(operation -> operation != ErpOperation.AUTH)
                .map(operation -> view(operation, available.contains(operation)))
                .toList());
    }

    /** What the ERP sells now, to be sent as {@code sample} of a simulated case: products with prices, jobs, and what it cannot do. */
    @GetMapping("/flow-sample")
    ShopNow sample() {
        return new ShopNow(shop.read());
    }

    private static FlowProblems counted(String flow, List<Finding> findings) {
        int errors = (int) findings.stream().filter(Finding::isError).count();
        return new FlowProblems(flow, errors, findings.size() - errors);
    }

    private static OperationView view(ErpOperation operation, boolean available) {
        Contract contract = Contract.of(operation);
        List<String> answer =
                contract.answer().stream().map(Contract.Field::name).toList();
        return new OperationView(
                operation.name(),
                available,
                operation.writes(),
                contract.request().stream()
                        .map(field -> new RequestField(
                                field.name(), field.type().wanted(), field.need() == Contract.Need.REQUIRED))
                        .toList(),
                operation.lists() ? List.of("items", ErpReads.AS_OF) : answer,
                operation.lists() ? answer : List.of());
    }

    /** @param sample as in a case of flow tests */
    record ShopNow(ObjectNode sample) {}

    record Problems(List<FlowProblems> flows) {}

    record FlowProblems(String flow, int errors, int warnings) {}

    record Operations(List<OperationView> operations) {}

    /**
     * @param available the ERP of this gateway has it
     * @param answer fields of the answer
     * @param row fields of each of its {@code items}; empty: it is no list
     */
    record OperationView(
            String name,
            boolean available,
            boolean writes,
            List<RequestField> request,
            List<String> answer,
            List<String> row) {}

    /** @param type what it holds, in words */
    record RequestField(String name, String type, boolean required) {}
}

package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.Contract;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.Call.Understood;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a list to its end and looks at how its pages hang together. */
final class ListProbe {

    private final Run run;
    private final ErpOperation operation;
    private final Tested tested;
    private final String key;

    ListProbe(Run run, ErpOperation operation) {
        this.run = run;
        this.operation = operation;
        this.tested = run.tested(operation);
        this.key = Contract.of(operation).rowKey();
    }

    /** Reads it twice; the rows of all pages that came, kept to the contract or not. */
    List<ObjectNode> read() {
        ObjectNode request = Run.request().put("active_only", true);
        Reading first = read(request);
        if (first.went()) {
            again(request, ids(first.rows()));
        }
        return first.rows();
    }

    /** Reads what may be another list a moment later. */
    Reading read(ObjectNode request) {
        Call call = run.askOpenly(operation, request, null);
        List<Understood> pages = call.understood(operation);
        boolean repeats = repeats(pages);
        List<ObjectNode> rows = pages.subList(0, repeats ? pages.size() - 1 : pages.size()).stream()
                .flatMap(page -> Rows.of(page).stream())
                .toList();
        if (repeats) {
            tested.add(Finding.at(
                    "items",
                    FindingKind.PAGING_REPEATS,
                    "Page %d repeats rows of earlier pages and nothing else. Make the ERP honour page and limit, or answer has_more: false on the last page."
                            .formatted(pages.size())));
        } else if (!call.went()) {
            failed(call, pages);
        }
        duplicates(rows);
        hasMore(pages);
        inactive(rows);
        return new Reading(rows, call.went());
    }

    /** @param rows of all pages that came, kept to the contract or not */
    record Reading(List<ObjectNode> rows, boolean went) {}

    private void failed(Call call, List<Understood> pages) {
        if (call.understoodLast(operation) && !tested.hasError()) {
            tested.add(Finding.at(
                    "items",
                    FindingKind.ENDLESS_LIST,
                    "The list does not end: page %d still brings new rows. Make the ERP answer has_more: false on the last page, or raise waybill.erp.max-pages."
                            .formatted(pages.size())));
        } else {
            run.explain(operation, call);
        }
    }

    private boolean repeats(List<Understood> pages) {
        if (pages.size() < 2) {
            return false;
        }
        List<ObjectNode> last = Rows.of(pages.getLast());
        Set<String> before = new HashSet<>();
        pages.subList(0, pages.size() - 1).forEach(page -> before.addAll(ids(Rows.of(page))));
        return !last.isEmpty() && before.containsAll(ids(last));
    }

    private List<String> ids(List<ObjectNode> rows) {
        return rows.stream().flatMap(row -> Rows.id(row, key).stream()).toList();
    }

    private void duplicates(List<ObjectNode> rows) {
        Set<String> seen = new HashSet<>();
        List<String> twice =
                ids(rows).stream().filter(Predicate.not(seen::add)).distinct().toList();
        if (!twice.isEmpty()) {
            tested.add(Finding.at(
                    "items[]." + key,
                    FindingKind.DUPLICATE_ID,
                    "%d ids stand in more than one row, first %s. Only the first row of each counts: make ids unique, and the pages sorted by them."
                            .formatted(twice.size(), run.shown().id(twice.getFirst()))));
        }
    }

    private void hasMore(List<Understood> pages) {
        Optional<Understood> contradiction = pages.stream()
                .filter(page -> page.answer().path("has_more").asBoolean()
                        && page.answer().path("items").isArray()
                        && page.answer().path("items").isEmpty())
                .findFirst();
        if (contradiction.isPresent()) {
            tested.add(Finding.at(
                    "has_more",
                    FindingKind.HAS_MORE_WRONG,
                    "Page %d has no rows but says has_more: true. Make the ERP answer false on the last page."
                            .formatted(pages.indexOf(contradiction.get()) + 1)));
        }
    }

    private void inactive(List<ObjectNode> rows) {
        long inactive = rows.stream().filter(row -> !Rows.isActive(row)).count();
        if (inactive > 0) {
            tested.add(Finding.at(
                    "items[].active",
                    FindingKind.INACTIVE_LISTED,
                    "%d of %d rows are not active, although active_only was sent. They are dropped; nothing need be done."
                            .formatted(inactive, rows.size())));
        }
    }

    private void again(ObjectNode request, List<String> before) {
        Call call = run.time(operation, request, null);
        List<String> now = new ArrayList<>();
        call.understood(operation).forEach(page -> now.addAll(ids(Rows.of(page))));
        if (!call.went()) {
            run.explain(operation, call);
        } else if (!now.equals(before)) {
            tested.add(Finding.at(
                    "items",
                    FindingKind.UNSTABLE_LIST,
                    "Read twice, the list had %d rows and then %d, or had them in another order. Make the ERP sort by something that does not change, such as the id."
                            .formatted(before.size(), now.size())));
        }
    }
}

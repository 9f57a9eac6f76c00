package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.Sellable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Probes what the active endpoint profile has, in an order in which each operation has what it needs, and reports. It only
 * reads unless writes are asked for.
 */
public final class ErpCheck {

    private final ErpGateway gateway;
    private final Clock clock;
    private final Supplier<String> ids;

    /** @param ids random, for the references of what is written */
    public ErpCheck(ErpGateway gateway, Clock clock, Supplier<String> ids) {
        this.gateway = gateway;
        this.clock = clock;
        this.ids = ids;
    }

    /** Takes as long as {@code options} allow at most, and one answer more. */
    public CheckReport check(CheckOptions options) {
        Instant at = clock.instant();
        Run run = new Run(gateway, options, clock, ids);
        Writes writes = new Writes(run);
        run.tested(ErpOperation.AUTH).note("No call had to sign in.");
        try {
            probe(run, writes);
        } catch (Run.Over over) {
            run.over(over);
        }
        writes.takeBack();
        Optional<Idempotency> proved = writes.proved();
        Idempotency claimed = run.profile().idempotency(ErpOperation.CREATE_ORDER);
        proved.flatMap(level -> Claim.finding(claimed, level)).ifPresent(run.tested(ErpOperation.CREATE_ORDER)::add);
        return new CheckReport(
                run.profile().name(),
                at,
                options.write(),
                run.reports(),
                claimed,
                proved.orElse(null),
                writes.leftBehind());
    }

    private static void probe(Run run, Writes writes) {
        List<ObjectNode> products = new ListProbe(run, ErpOperation.LIST_PRODUCTS).read();
        forSale(run, products);
        Optional<Goods> goods = Goods.of(products, run.options().product());
        if (goods.isEmpty()) {
            run.tested(ErpOperation.GET_PRICE).note("There is no product to ask the price of.");
        }
        Optional<PriceProbe.Price> price = goods.flatMap(it -> new PriceProbe(run, it).read());
        List<ObjectNode> jobs = List.of();
        if (run.has(ErpOperation.LIST_JOBS)) {
            jobs = new ListProbe(run, ErpOperation.LIST_JOBS).read();
            open(run, jobs);
        }
        OrderLookup.findsNothing(run);
        if (run.options().write()) {
            writes.probe(goods, price, jobs);
        } else {
            writes.notAsked();
        }
        if (run.has(ErpOperation.LIST_ORDERS)) {
            new OrderListProbe(run).read(writes.made());
        }
    }

    private static void forSale(Run run, List<ObjectNode> products) {
        Tested tested = run.tested(ErpOperation.LIST_PRODUCTS);
        if (tested.hasError()) {
            return;
        }
        List<ObjectNode> active = products.stream().filter(Rows::isActive).toList();
        if (active.isEmpty()) {
            tested.add(
                    Finding.at(
                            "items",
                            FindingKind.EMPTY_LIST,
                            "The ERP lists no active product, so there is nothing to sell. Add one, or see what the ERP's user may read."));
        } else if (active.stream().noneMatch(row -> Rows.price(row).isPresent())) {
            tested.add(Finding.at(
                    "items[].price",
                    FindingKind.PRICE_MISSING,
                    "None of %d products has a price, and only those with one are shown to customers. Make the ERP answer price and currency in the list."
                            .formatted(active.size())));
        }
        long untimed = active.stream()
                .filter(Sellable::isService)
                .filter(row -> Sellable.minutes(row).isEmpty())
                .count();
        if (untimed > 0) {
            tested.add(Finding.at(
                    "items[].duration_minutes",
                    FindingKind.DURATION_MISSING,
                    "%d services have no duration, and only those with one are shown to customers. Make the ERP answer duration_minutes, a whole number, in the list."
                            .formatted(untimed)));
        }
    }

    private static void open(Run run, List<ObjectNode> jobs) {
        Tested tested = run.tested(ErpOperation.LIST_JOBS);
        if (jobs.isEmpty() && !tested.hasError()) {
            tested.add(Finding.at(
                    "items", FindingKind.NO_JOBS, "The ERP lists no open position, so its fields were not checked."));
        }
    }
}

package io.waybill.delivery;

import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.delivery.DeliveryBands.Change;
import io.waybill.delivery.DeliveryBands.Table;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The delivery table in the console. Every change answers the table as it is then; a row that was removed comes back by posting it. */
@RestController
@RequestMapping("/api/delivery-charges")
@Needs(Permission.CATALOG_READ)
class DeliveryController {

    private final DeliveryBands bands;
    private final Audit audit;

    DeliveryController(DeliveryBands bands, Audit audit) {
        this.bands = bands;
        this.audit = audit;
    }

    @GetMapping
    TableView table() {
        return TableView.of(bands.table());
    }

    /** Who changed what, newest first. */
    @GetMapping("/changes")
    List<ChangeView> changes() {
        return bands.changes().stream().map(ChangeView::of).toList();
    }

    /** What delivery of {@code qty} items costs, and by which row. */
    @GetMapping("/try")
    TriedQuantity attempt(@RequestParam int qty) {
        if (qty < 1) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "\"qty\" is how many items are ordered: 1 or more.");
        }
        DeliveryCharges charges = bands.table().charges();
        return new TriedQuantity(
                qty,
                charges.chargeFor(qty).map(BigDecimal::toPlainString).orElse(null),
                charges.bandFor(qty).map(Band::min).orElse(null));
    }

    /** What becomes of quantities that no row covers. */
    @PutMapping("/gaps")
    @Needs(Permission.CATALOG_EDIT)
    TableView decideGaps(@RequestBody GapDecision gaps, Principal principal) {
        if (gaps.policy() == null) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "\"policy\" is \"refuse\" or \"no_charge\".");
        }
        GapPolicy policy = gaps.policy();
        return usable(() -> bands.decideGaps(policy, principal.getName()));
    }

    /** The whole table in one go; 409 when another is there by now than the one that was seen. */
    @PutMapping
    @Needs(Permission.CATALOG_EDIT)
    TableView replace(@RequestBody WantedTable table, Principal principal) {
        if (table.version() == null || table.bands() == null) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "\"bands\" are all rows of the table, and \"version\" is that of the table they were made of.");
        }
        long seen = table.version();
        List<NewBand> bands = table.bands();
        return usable(
                () -> this.bands.replace(seen, bands.stream().map(NewBand::band).toList(), principal.getName()));
    }

    @PostMapping
    @Needs(Permission.CATALOG_EDIT)
    TableView add(@RequestBody NewBand band, Principal principal) {
        return usable(() -> bands.add(band.band(), principal.getName()));
    }

    /** @param min least quantity of the band as it was */
    @PutMapping("/{min}")
    @Needs(Permission.CATALOG_EDIT)
    TableView change(@PathVariable int min, @RequestBody NewBand band, Principal principal) {
        return usable(() -> bands.change(min, band.band(), principal.getName()).orElseThrow(() -> unknown(min)));
    }

    @DeleteMapping("/{min}")
    @Needs(Permission.CATALOG_EDIT)
    TableView remove(@PathVariable int min, Principal principal) {
        return usable(() -> bands.remove(min, principal.getName()).orElseThrow(() -> unknown(min)));
    }

    private TableView usable(Supplier<Table> change) {
        try {
            return TableView.of(audit.change("delivery.charges", "", this::table, change));
        } catch (DeliveryCharges.Overlap e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage(), e);
        }
    }

    /** {@code rows} has the least quantities of the two. */
    @ExceptionHandler
    ProblemDetail overlap(DeliveryCharges.Overlap e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
        problem.setProperty("rows", e.rows());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail changedMeanwhile(DeliveryBands.ChangedMeanwhile e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    private static ResponseStatusException unknown(int min) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "There is no delivery band from %d. Somebody may have changed it.".formatted(min));
    }

    /**
     * @param version of the table that was changed
     * @param bands all rows
     */
    record WantedTable(@Nullable Long version, @Nullable List<NewBand> bands) {}

    record NewBand(
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable BigDecimal charge) {

        Band band() {
            if (min == null) {
                throw new IllegalArgumentException("\"min\" is the least quantity the charge is for.");
            }
            if (charge == null) {
                throw new IllegalArgumentException("\"charge\" is missing; free delivery is 0.");
            }
            return new Band(min, max, charge);
        }
    }

    /**
     * @param edited false while the table is {@code waybill.delivery.bands}
     * @param gaps what becomes of quantities that no row covers
     * @param warnings about quantities without a charge
     * @param version to be given back with a change of the whole table
     */
    record TableView(List<BandView> bands, boolean edited, GapPolicy gaps, List<String> warnings, long version) {

        static TableView of(Table table) {
            return new TableView(
                    table.charges().bands().stream().map(BandView::of).toList(),
                    table.edited(),
                    table.charges().gapPolicy(),
                    table.charges().warnings(),
                    table.version());
        }
    }

    /**
     * @param max null: and more
     * @param charge text, so that no digit is lost on the way to the page
     */
    record BandView(int min, @Nullable Integer max, String charge) {

        static BandView of(Band band) {
            return new BandView(band.min(), band.max(), band.charge().toPlainString());
        }

        static @Nullable BandView ofNullable(@Nullable Band band) {
            return band == null ? null : of(band);
        }
    }

    record GapDecision(@Nullable GapPolicy policy) {}

    /**
     * @param charge text; null: a person decides
     * @param min least quantity of the row that says so; null: none does
     */
    record TriedQuantity(
            int qty, @Nullable String charge, @Nullable Integer min) {}

    /** @param gaps null: it is about a row */
    record ChangeView(
            Instant at,
            String by,
            @Nullable BandView before,
            @Nullable BandView after,
            @Nullable GapPolicy gaps) {

        static ChangeView of(Change change) {
            return new ChangeView(
                    change.at(),
                    change.by(),
                    BandView.ofNullable(change.before()),
                    BandView.ofNullable(change.after()),
                    change.gaps());
        }
    }
}

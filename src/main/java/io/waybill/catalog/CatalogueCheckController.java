package io.waybill.catalog;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.catalog.CatalogueCheck.NotCompared;
import io.waybill.catalog.CatalogueCheck.Report;
import io.waybill.catalog.ErpProducts.NotListed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says where Meta's catalogue and the ERP's products differ. */
@RestController
@Needs(Permission.CATALOG_READ)
class CatalogueCheckController {

    private final CatalogueCheck check;

    CatalogueCheckController(CatalogueCheck check) {
        this.check = check;
    }

    /** What is missing in the catalogue, what is too much, and which prices are others; both are only read. */
    @GetMapping("/api/v1/catalogue-check")
    Report report() {
        return check.report();
    }

    @ExceptionHandler
    ProblemDetail notCompared(NotCompared e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notListed(NotListed e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_GATEWAY, "The ERP does not list its products: " + e.getMessage());
    }
}

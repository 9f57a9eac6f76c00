package io.waybill.numbers;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The reports, as JSON or as CSV. */
@RestController
@Needs({Permission.OPERATIONS_READ, Permission.MONEY})
class NumbersController {

    private final Reports reports;

    NumbersController(Reports reports) {
        this.reports = reports;
    }

    /**
     * From day to day, both included; without them the month so far.
     *
     * @param format json or csv, whatever the client accepts; empty: what it accepts
     */
    @GetMapping(
            path = "/api/v1/numbers/{name}",
            produces = {MediaType.APPLICATION_JSON_VALUE, Csv.TYPE})
    ResponseEntity<ReportView> report(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String format) {
        ResponseEntity.BodyBuilder answer = switch (format) {
            case "" -> ResponseEntity.ok();
            case "json" -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
            case "csv" -> ResponseEntity.ok().contentType(Csv.MEDIA_TYPE);
            default ->
                throw new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY, "\"format\" is json or csv, not %s.".formatted(format));
        };
        return answer.body(reports.make(name, from, to, by));
    }
}

package io.waybill.feedback;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waybill.access.Caller;
import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.feedback.FeedbackReport.Row;
import io.waybill.feedback.FeedbackReport.Summary;
import io.waybill.numbers.Csv;
import io.waybill.outbox.Period;
import io.waybill.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What customers said of their orders, as JSON or as CSV. */
@RestController
@Needs(Permission.ORDERS_READ)
class FeedbackController {

    private static final int MOST = 10_000;
    private static final int USUAL_DAYS = 30;

    private final FeedbackReport report;
    private final Store store;
    private final Clock clock;

    FeedbackController(FeedbackReport report, Store store, Clock clock) {
        this.report = report;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Of orders that were delivered from day to day, both included; without them the last 30 days.
     *
     * @param format json or csv; empty: what the client accepts
     */
    @GetMapping("/api/v1/feedback")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = Feedback.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = "string"))
            })
    @ForApiKey(Scope.MESSAGES_READ)
    ResponseEntity<Object> all(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        Period days = Period.of(from, to, store.zone(), clock.instant(), last -> last.minusDays(USUAL_DAYS));
        if (!List.of("", "json", "csv").contains(format)) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "\"format\" is json or csv, not %s.".formatted(format));
        }
        Instant begin = days.begin().toInstant();
        Instant end = days.end().toInstant();
        List<Row> rows = report.rows(begin, end, MOST);
        boolean csv = format.equals("csv") || format.isEmpty() && accept.startsWith(Csv.TYPE);
        if (csv) {
            Caller.current().require(Permission.PERSONAL_DATA);
        }
        return csv
                ? ResponseEntity.ok()
                        .contentType(Csv.MEDIA_TYPE)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"feedback-%s-%s.csv\"".formatted(days.from(), days.to()))
                        .body(Csv.text(Row.class, rows))
                : ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new Feedback(days.from(), days.to(), report.summary(begin, end), rows));
    }

    /** @param answers at most 10,000, the latest delivered first */
    record Feedback(LocalDate from, LocalDate to, Summary summary, List<Row> answers) {}
}

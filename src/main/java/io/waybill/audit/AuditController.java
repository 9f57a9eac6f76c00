package io.waybill.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.audit.AuditLog.Entry;
import io.waybill.audit.AuditLog.Wanted;
import io.waybill.numbers.Csv;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows who did what, as JSON or as CSV. */
@RestController
@Needs(Permission.PEOPLE_MANAGE)
class AuditController {

    private static final int MOST = 500;
    private static final int MOST_ROWS = 100_000;

    private final AuditLog audit;

    AuditController(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * The newest first. As CSV all of them at once, 100,000 at most, unless {@code limit} says less.
     *
     * @param who a name, or key: and the name of an API key
     * @param action such as user.change, or a method and a path
     * @param before the id of the last entry of the page before
     * @param format json or csv
     */
    @GetMapping("/api/v1/audit")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = AuditEntries.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = "string"))
            })
    ResponseEntity<Object> audit(
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "json") String format) {
        Wanted wanted = new Wanted(who, action, subject, from, to, before);
        return switch (format) {
            case "json" ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new AuditEntries(
                                audit.find(wanted, limit == null ? 100 : Math.clamp(limit, 1, MOST)).stream()
                                        .map(AuditEntry::of)
                                        .toList()));
            case "csv" ->
                ResponseEntity.ok()
                        .contentType(Csv.MEDIA_TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                        .body(Csv.text(
                                Entry.class,
                                audit.find(wanted, limit == null ? MOST_ROWS : Math.clamp(limit, 1, MOST_ROWS))));
            default ->
                throw new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY, "\"format\" is json or csv, not %s.".formatted(format));
        };
    }

    record AuditEntries(List<AuditEntry> entries) {}

    /**
     * @param before as it was; null: there was nothing, or only the request is known
     * @param status what a request was answered with; null: more than that is known
     */
    record AuditEntry(
            long id,
            Instant at,
            String who,
            @Nullable String address,
            String action,
            String subject,

            @JsonRawValue @Schema(implementation = JsonNode.class) @Nullable
            String before,

            @JsonRawValue @Schema(implementation = JsonNode.class) @Nullable
            String after,

            @Nullable Integer status) {

        static AuditEntry of(Entry entry) {
            return new AuditEntry(
                    entry.id(),
                    entry.at(),
                    entry.who(),
                    entry.address(),
                    entry.action(),
                    entry.subject(),
                    entry.before(),
                    entry.after(),
                    entry.status());
        }
    }
}

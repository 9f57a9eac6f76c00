package io.waybill.notice;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The open notices; browsers hear of changes by the event {@code notices}. */
@RestController
@RequestMapping("/api/v1/notices")
@Needs(Permission.OPERATIONS_READ)
class NoticeController {

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    /** The newest first. */
    @GetMapping
    OpenNotices open() {
        return new OpenNotices(notices.open().stream().map(OpenNotice::of).toList());
    }

    /** Puts it away; raised again it is a new one. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.OPERATIONS_RUN)
    void dismiss(@PathVariable long id, Principal principal) {
        if (!notices.dismiss(id, principal.getName())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no open notice %d.".formatted(id));
        }
    }

    record OpenNotices(List<OpenNotice> notices) {}

    /**
     * @param kind such as channel-stopped
     * @param times how often it was raised since then
     */
    record OpenNotice(
            long id,
            String kind,
            String subject,
            String sentence,
            @Nullable String link,
            Instant since,
            Instant lastAt,
            int times) {

        static OpenNotice of(Notice notice) {
            return new OpenNotice(
                    notice.id(),
                    notice.kind().toString(),
                    notice.subject(),
                    notice.sentence(),
                    notice.link(),
                    notice.since(),
                    notice.lastAt(),
                    notice.times());
        }
    }
}

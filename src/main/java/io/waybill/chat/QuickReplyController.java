package io.waybill.chat;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.chat.QuickReplies.QuickReply;
import io.waybill.chat.QuickReplies.Wanted;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What people say again and again. */
@RestController
@RequestMapping("/api/v1/quick-replies")
@Needs(Permission.CHATS_ANSWER)
class QuickReplyController {

    private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}_-]{1,30}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");
    /** What WhatsApp takes in one message. */
    private static final int LONGEST = 4096;

    private final QuickReplies replies;

    QuickReplyController(QuickReplies replies) {
        this.replies = replies;
    }

    /**
     * @param shortcut what is typed after the slash: letters, digits, - and _
     * @param language such as en or pt_BR; null: any
     */
    record NewQuickReply(
            @Nullable String shortcut,
            @Nullable String language,
            @Nullable String body) {

        Wanted usable() {
            String name = Objects.requireNonNullElse(shortcut, "");
            String words = Objects.requireNonNullElse(body, "").strip();
            if (!SHORTCUT.matcher(name).matches()) {
                throw refused("\"shortcut\" is 1 to 30 letters, digits, - and _, without the slash.");
            }
            if (language != null && !LANGUAGE.matcher(language).matches()) {
                throw refused("\"language\" is such as en or pt_BR, or null for any.");
            }
            if (words.isEmpty() || words.length() > LONGEST) {
                throw refused("\"body\" has 1 to %d letters.".formatted(LONGEST));
            }
            return new Wanted(name, language, words);
        }

        private static ResponseStatusException refused(String reason) {
            return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, reason);
        }
    }

    record QuickReplyList(List<QuickReply> quickReplies) {}

    @GetMapping
    QuickReplyList all() {
        return new QuickReplyList(replies.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    QuickReply add(@RequestBody NewQuickReply wanted, Principal me) {
        return replies.add(wanted.usable(), me.getName());
    }

    @PutMapping("/{id}")
    QuickReply change(@PathVariable long id, @RequestBody NewQuickReply wanted, Principal me) {
        return replies.change(id, wanted.usable(), me.getName()).orElseThrow(() -> unknown(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        if (!replies.delete(id)) {
            throw unknown(id);
        }
    }

    @ExceptionHandler
    ProblemDetail taken(QuickReplies.Taken e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    private static ResponseStatusException unknown(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no quick reply %d.".formatted(id));
    }
}

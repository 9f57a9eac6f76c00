package io.waybill.chat;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.inbox.Contact;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** People answer instead of the flow, and give the customer back to it. */
@RestController
@RequestMapping("/api/v1/conversations/{contactId}")
@Needs(Permission.CHATS_ANSWER)
class TakeoverController {

    private static final Set<String> WAYS = Set.of("RESUME", "RESTART", "END");

    private final Takeovers takeovers;

    TakeoverController(Takeovers takeovers) {
        this.takeovers = takeovers;
    }

    /** @param takeOver true: also where somebody else has the chat */
    record TakeOver(@Nullable Boolean takeOver) {}

    /** @param how resume: the question that stood is asked again; restart: the flow begins again; end: nothing is said */
    record HandBack(@Nullable String how) {}

    /** @param assignee whose the chat is now; null: the flow's */
    record Owner(long contactId, @Nullable String assignee) {}

    /** The flow is silent from the customer's next message on, and the chat is theirs. 409 where somebody else has it. */
    @PostMapping("/takeover")
    Owner takeOver(
            @PathVariable long contactId, @RequestBody(required = false) @Nullable TakeOver wanted, Principal me) {
        boolean fromAnybody = wanted != null && Boolean.TRUE.equals(wanted.takeOver());
        Optional<Contact> taken = takeovers.takeOver(
                contactId,
                UUID.randomUUID().toString(),
                me.getName(),
                fromAnybody ? StepIn.FROM_ANYBODY : StepIn.ASKING);
        return new Owner(known(contactId, taken), me.getName());
    }

    /** The flow goes on with the customer. */
    @PostMapping("/hand-back")
    @ForApiKey(Scope.MESSAGES_WRITE)
    Owner handBack(
            @PathVariable long contactId, @RequestBody(required = false) @Nullable HandBack wanted, Principal me) {
        String how =
                wanted == null || wanted.how() == null ? "RESUME" : wanted.how().toUpperCase(Locale.ROOT);
        if (!WAYS.contains(how)) {
            throw CannotSay.wrong("\"how\" is resume, restart or end.");
        }
        return new Owner(
                known(contactId, takeovers.handBack(contactId, UUID.randomUUID().toString(), me.getName(), how)), null);
    }

    private static long known(long contactId, Optional<Contact> contact) {
        return contact.orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no conversation %d.".formatted(contactId)))
                .id();
    }
}

package io.waybill.chatlist;

import io.waybill.access.Caller;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.chatlist.ChatList.Counts;
import io.waybill.chatlist.ChatList.Cursor;
import io.waybill.chatlist.ChatList.Filter;
import io.waybill.chatlist.ChatList.Row;
import io.waybill.chatlist.ChatList.Wanted;
import io.waybill.desk.Desk;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Which chats there are, for one person. */
@RestController
@RequestMapping("/api/v1/conversations")
@Needs(Permission.CHATS_READ)
class ChatListController {

    private static final int MOST = 100;
    private static final int LONGEST_SEARCH = 100;

    private final ChatList chats;
    private final Desk desk;
    private final Clock clock;

    ChatListController(ChatList chats, Desk desk, Clock clock) {
        this.chats = chats;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param next where the next page begins; null: this is the last */
    record ChatPage(List<ChatView> chats, @Nullable String next) {}

    /**
     * Chats, the customer's latest message first.
     *
     * @param filter mine, unassigned (nobody has it, and a person is wanted), bot, human (a person answers), waiting or all
     * @param q in names, at the end of phone numbers (three digits or more) and in the last words of chats
     * @param unread true: only those with something new
     * @param after {@code next} of the page before
     */
    @GetMapping
    ChatPage list(
            @RequestParam(defaultValue = "all") String filter,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Principal me) {
        int most = Math.clamp(limit, 1, MOST);
        List<Row> found = chats.page(
                me.getName(),
                new Wanted(filter(filter), search(q), unread, after == null ? null : cursor(after), most + 1));
        List<Row> page = found.subList(0, Math.min(most, found.size()));
        Row last = page.isEmpty() ? null : page.getLast();
        return new ChatPage(
                page.stream().map(this::view).toList(),
                found.size() <= most || last == null ? null : new Cursor(last.at(), last.contactId()).text());
    }

    /** How many chats each filter has, and how many of mine, and of those nobody in my teams has, have something new for a person. */
    @GetMapping("/counts")
    Counts counts(Authentication me) {
        return chats.counts(me.getName(), desk.membership(me.getName(), Caller.roles(me)));
    }

    /** One chat as in the list; a contact that was merged into another is answered with that one. */
    @GetMapping("/{contactId}/summary")
    ChatView summary(@PathVariable long contactId, Principal me) {
        return chats.find(me.getName(), contactId)
                .map(this::view)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no conversation %d.".formatted(contactId)));
    }

    /** I have seen what the customer wrote until now. */
    @PutMapping("/{contactId}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable long contactId, Principal me) {
        chats.read(me.getName(), contactId);
    }

    private ChatView view(Row row) {
        return ChatView.of(row, clock.instant());
    }

    private static Filter filter(String key) {
        return Arrays.stream(Filter.values())
                .filter(filter -> filter.key().equals(key.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "\"filter\" is one of %s."
                                .formatted(Arrays.stream(Filter.values())
                                        .map(Filter::key)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String search(String q) {
        if (q.length() > LONGEST_SEARCH) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "\"q\" has at most %d letters.".formatted(LONGEST_SEARCH));
        }
        return q;
    }

    private static Cursor cursor(String after) {
        return Cursor.read(after)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY, "\"after\" is the \"next\" of an earlier page."));
    }
}

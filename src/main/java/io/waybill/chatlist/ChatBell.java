package io.waybill.chatlist;

import io.waybill.access.Permission;
import io.waybill.access.Role;
import io.waybill.chatlist.ChatHeads.Changed;
import io.waybill.live.LiveEvents;
import jakarta.annotation.PostConstruct;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Keeps the list of chats up to date, and tells the browsers of this node what changed in it, whichever node it came to. */
class ChatBell {

    private static final Logger log = LoggerFactory.getLogger(ChatBell.class);

    private static final int ROUNDS = 20;
    /** Who hears of chats. */
    private static final Set<String> READERS = Arrays.stream(Role.values())
            .filter(role -> role.permissions().contains(Permission.CHATS_READ))
            .map(Role::name)
            .collect(Collectors.toSet());

    private final ChatHeads heads;
    private final LiveEvents live;
    private long told;

    ChatBell(ChatHeads heads, LiveEvents live) {
        this.heads = heads;
        this.live = live;
    }

    /** What a browser is told; it asks for the rest itself. */
    record News(long contactId) {}

    /** What one node does not get to, another does, or the same a moment later. */
    @Scheduled(fixedDelay = 400, initialDelay = 400, timeUnit = TimeUnit.MILLISECONDS)
    void refresh() {
        try {
            for (int i = 0; i < ROUNDS && heads.refresh(); i++) {
                // Each takes in a part.
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("The list of chats stands still until the database answers: {}", e.getMessage());
        }
    }

    /** Before anybody can listen here: what comes until the first look is news. */
    @PostConstruct
    void begin() {
        told = heads.version();
    }

    /** Three words for what changed: {@code message}, {@code status} of a message of ours, {@code conversation} for all else. */
    @Scheduled(fixedDelay = 400, initialDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        try {
            List<Changed> changed = heads.after(told);
            for (Changed one : changed) {
                live.tell(
                        listener -> listener.roles().stream().anyMatch(READERS::contains),
                        one.kind().equals("chat") ? "conversation" : one.kind(),
                        new News(one.contactId()));
                told = one.version();
            }
        } catch (DataAccessException e) {
            log.warn("Nobody hears of changes in chats until the database answers: {}", e.getMessage());
        }
    }
}

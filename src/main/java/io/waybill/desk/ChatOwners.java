package io.waybill.desk;

import io.waybill.desk.Chats.Chat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whose a chat is, for those who answer it. In the caller's transaction, who holds the conversation already. */
public final class ChatOwners {

    private final Chats chats;
    private final Dealing dealing;
    private final Supplier<DeskRules> rules;

    ChatOwners(Chats chats, Dealing dealing, Supplier<DeskRules> rules) {
        this.chats = chats;
        this.dealing = dealing;
        this.rules = rules;
    }

    /**
     * The chat is theirs from now on.
     *
     * @param fromOthers also where somebody else has it
     * @return who has it, if it is not theirs: nothing has changed then
     */
    public Optional<String> take(long contactId, String by, boolean fromOthers) {
        Chat chat = held(contactId);
        String had = chat.assignee();
        if (had != null && !had.equals(by) && !fromOthers) {
            return Optional.of(had);
        }
        give(chat, by, by);
        return Optional.empty();
    }

    /** It is nobody's from now on. */
    public void release(long contactId, String by) {
        give(held(contactId), null, by);
    }

    private void give(Chat chat, @Nullable String to, String by) {
        if (to == null ? chat.assignee() != null : !to.equals(chat.assignee())) {
            dealing.give(chat, to, by);
        }
    }

    private Chat held(long contactId) {
        chats.hold(List.of(contactId), rules.get().teams().ofFlow(null).name());
        return chats.find(contactId).orElseThrow();
    }
}

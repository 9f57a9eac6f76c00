package io.waybill.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.waybill.hook.HookEvent;
import io.waybill.hook.HookEventType;
import io.waybill.inbox.Contact;
import java.time.Instant;

/** What servers of integrators are told of conversations. */
final class ConversationEvents {

    private ConversationEvents() {}

    static HookEvent handover(Contact contact, String reason, Instant now) {
        return HookEvent.of(
                HookEventType.CONVERSATION_HANDOVER,
                "conversation-" + contact.id(),
                contact.id(),
                contact.phoneNumberId(),
                now,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("contact_id", contact.id())
                        .put("reason", reason)
                        .toString());
    }
}

/** Which chats there are and what was said in them, for people to read. It reads the tables of others and owns the list made of them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "conversation",
            "database",
            "desk",
            "flow",
            "inbox",
            "live",
            "media",
            "message",
            "outbox",
            "template",
            "whatsapp"
        })
package io.waybill.chatlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

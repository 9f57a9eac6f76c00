package io.waybill.chatlist;

import io.waybill.access.PersonalPhone;
import io.waybill.chatlist.ChatList.Row;
import io.waybill.whatsapp.CustomerServiceWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat in the list.
 *
 * @param phone in full where whoever asks may see it, else its last digits
 * @param phoneNumberId the number of ours
 * @param at its place in the list: the customer's last message, else when we wrote first
 * @param unread messages that came after our last one, and since this person looked
 * @param direction in or out: who said the snippet
 * @param owner bot or person
 * @param team null: all people
 * @param due until when somebody who waits for a person should be answered
 * @param windowEnds when only templates can be sent, which may be over; null: the customer has never written
 * @param failed why our last message did not arrive; null: it did, as far as is known
 */
record ChatView(
        long contactId,
        @Nullable String name,
        @PersonalPhone @Nullable String phone,
        String phoneNumberId,
        Instant at,
        int unread,
        String snippet,
        Instant snippetAt,
        String direction,
        String owner,
        @Nullable String assignee,
        @Nullable String team,
        @Nullable Instant waitingSince,
        @Nullable Instant due,
        boolean overdue,
        @Nullable Instant windowEnds,
        boolean windowOpen,
        @Nullable Integer failedCode,
        @Nullable String failed,
        @Nullable String flow,
        @Nullable String step) {

    static ChatView of(Row row, Instant now) {
        Instant wroteAt = row.wroteAt();
        return new ChatView(
                row.contactId(),
                row.name(),
                row.phone(),
                row.phoneNumberId(),
                row.at(),
                row.unread(),
                row.snippet(),
                row.snippetAt(),
                row.byUs() ? "out" : "in",
                row.human() ? "person" : "bot",
                row.assignee(),
                row.team().isEmpty() ? null : row.team(),
                row.waitingSince(),
                row.dueAt(),
                row.dueAt() != null && !row.dueAt().isAfter(now),
                wroteAt == null ? null : CustomerServiceWindow.ends(wroteAt),
                CustomerServiceWindow.open(wroteAt, now),
                row.failedCode(),
                row.failed(),
                row.flow(),
                row.step());
    }
}

package io.waybill.chatlist;

import io.waybill.chatlist.ThreadItem.EventItem;
import io.waybill.chatlist.ThreadItem.FileItem;
import io.waybill.chatlist.ThreadItem.MessageItem;
import io.waybill.chatlist.ThreadItem.Ticks;
import io.waybill.conversation.ConversationViews;
import io.waybill.conversation.ConversationViews.Happened;
import io.waybill.conversation.ConversationViews.Place;
import io.waybill.inbox.Contact;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import io.waybill.outbox.SentThread;
import io.waybill.outbox.SentThread.Sent;
import io.waybill.whatsapp.StaffEcho;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations as people read them: both sides, and what happened beside them, page by page from the end. */
final class Threads {

    private final JdbcClient jdbc;
    private final SentThread sent;
    private final ConversationViews views;
    private final OutgoingWords words;

    Threads(JdbcClient jdbc, SentThread sent, ConversationViews views, OutgoingWords words) {
        this.jdbc = jdbc;
        this.sent = sent;
        this.views = views;
        this.words = words;
    }

    /**
     * @param items oldest first
     * @param older where the page before begins; null: there is none
     */
    record Page(List<ThreadItem> items, @Nullable String older) {}

    /** An item and the place of it, and of nothing else, in a {@link ThreadPlace}. */
    private record Found(ThreadItem item, long in, long out, long beside) {

        ThreadPlace from(ThreadPlace later) {
            return new ThreadPlace(
                    Math.min(in, later.in()), Math.min(out, later.out()), Math.min(beside, later.beside()));
        }
    }

    /** The {@code limit} newest before {@code before}. */
    Page page(Contact contact, ThreadPlace before, int limit) {
        List<Found> found = new ArrayList<>(inbound(contact, before.in(), limit + 1));
        List<Sent> ours = sent.before(contact.id(), before.out(), limit + 1);
        found.addAll(outgoing(contact, ours));
        views.happened(contact.id(), before.beside(), limit + 1).forEach(event -> found.add(beside(event)));
        // Of the same moment the customer's words are first, and what they led to before what was answered.
        found.sort(Comparator.comparing((Found one) -> one.item().at())
                .thenComparing(Found::out)
                .thenComparing(Found::beside)
                .thenComparing(Found::in)
                .reversed());
        List<Found> newest = found.subList(0, Math.min(limit, found.size()));
        ThreadPlace place = before;
        for (Found one : newest) {
            place = one.from(place);
        }
        return new Page(
                newest.reversed().stream().map(Found::item).toList(), found.size() > limit ? place.text() : null);
    }

    private record Inbound(long seq, String wamid, Instant at, String trace, String payload) {}

    /** Only of this contact: there are as many as one person writes, and no index costs each message something. */
    private List<Found> inbound(Contact contact, long before, int limit) {
        List<Inbound> rows = jdbc.sql("""
                        select seq, wamid, received_at as at, trace, payload from inbox
                        where contact_id = ? and seq < ? and not (wamid like 'staff-%' and payload like '%"type":"text"%')
                        order by seq desc limit ?
                        """)
                .params(contact.id(), before, limit)
                .query((row, n) -> new Inbound(
                        row.getLong("seq"),
                        row.getString("wamid"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("trace"),
                        row.getString("payload")))
                .list();
        return rows.stream()
                .map(row -> new Found(item(contact, row), row.seq(), Long.MAX_VALUE, Long.MAX_VALUE))
                .toList();
    }

    private static ThreadItem item(Contact contact, Inbound row) {
        String id = "in-" + row.seq();
        Optional<Content> content =
                Readable.inbound(contact.phoneNumberId(), row.payload()).map(InboundMessage::content);
        if (content.isEmpty()) {
            return new ThreadItem(id, "in", row.at(), said("erased", "", null, row.wamid(), null), null);
        }
        return switch (content.get()) {
            case Content.StaffMessage(String type, String by)
            when type.equals(StaffEcho.TAKE_OVER) ->
                new ThreadItem(id, "takeover", row.at(), null, new EventItem(null, null, by, 0));
            case Content.HandBack(String how, String by) ->
                new ThreadItem(
                        id, "handback", row.at(), null, new EventItem(null, how.toLowerCase(Locale.ROOT), by, 0));
            case Content.StaffMessage staff ->
                new ThreadItem(
                        id,
                        "out",
                        row.at(),
                        said(staff.type(), InboundWords.of(staff), null, row.wamid(), "phone app"),
                        null);
            case Content.Media media ->
                new ThreadItem(
                        id,
                        "in",
                        row.at(),
                        said(
                                InboundWords.type(media),
                                media.caption() == null ? "" : media.caption(),
                                file(contact, row, media),
                                row.wamid(),
                                null),
                        null);
            case Content other ->
                new ThreadItem(
                        id,
                        "in",
                        row.at(),
                        said(InboundWords.type(other), InboundWords.of(other), null, row.wamid(), null),
                        null);
        };
    }

    private static FileItem file(Contact contact, Inbound row, Content.Media media) {
        return new FileItem(
                InboundWords.type(media),
                "/api/v1/conversations/%d/files/%s"
                        .formatted(contact.id(), URLEncoder.encode(row.wamid(), StandardCharsets.UTF_8)),
                null,
                media.filename());
    }

    private static MessageItem said(
            String type, String text, @Nullable FileItem file, @Nullable String wamid, @Nullable String by) {
        return new MessageItem(type, text, file, List.of(), wamid, by, null, null, null);
    }

    private record Origin(
            String trace, @Nullable String by, @Nullable String wamid) {}

    private List<Found> outgoing(Contact contact, List<Sent> messages) {
        Map<Long, Origin> origins = origins(messages);
        Map<String, Place> places = views.places(
                contact.id(),
                origins.values().stream().map(Origin::trace).distinct().toList());
        return messages.stream()
                .map(message -> {
                    Origin origin = origins.getOrDefault(message.id(), new Origin("", null, null));
                    Optional<Place> place = Optional.ofNullable(places.get(origin.trace()));
                    OutgoingWords.Said said = words.of(contact.phoneNumberId(), message.payload());
                    return new Found(
                            new ThreadItem(
                                    "out-" + message.id(),
                                    "out",
                                    message.createdAt(),
                                    new MessageItem(
                                            said.type(),
                                            said.text(),
                                            said.file(),
                                            said.options(),
                                            origin.wamid(),
                                            origin.by(),
                                            place.map(Place::flow).orElse(null),
                                            place.map(Place::step).orElse(null),
                                            ticks(message)),
                                    null),
                            Long.MAX_VALUE,
                            message.id(),
                            Long.MAX_VALUE);
                })
                .toList();
    }

    private Map<Long, Origin> origins(List<Sent> messages) {
        return jdbc
                .sql("""
                        select o.id, o.trace, o.wamid, s.said_by from unnest(?::bigint[], ?::bigint[]) as k (contact_id, id)
                        join outbox o using (contact_id, id) left join staff_message s using (contact_id, id)
                        """)
                .param(messages.stream().map(Sent::contactId).toArray(Long[]::new))
                .param(messages.stream().map(Sent::id).toArray(Long[]::new))
                .query((row, n) -> Map.entry(
                        row.getLong("id"),
                        new Origin(row.getString("trace"), row.getString("said_by"), row.getString("wamid"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Ticks ticks(Sent message) {
        return new Ticks(
                state(message),
                message.contactId() + "." + message.id(),
                message.sentAt(),
                message.deliveredAt(),
                message.readAt(),
                message.failed() ? message.code() : null,
                message.failed() ? message.details() : null,
                message.why());
    }

    /** In the words of the phone's ticks. */
    private static String state(Sent message) {
        if (message.failed()) {
            return "failed";
        }
        if (message.readAt() != null) {
            return "read";
        }
        if (message.deliveredAt() != null) {
            return "delivered";
        }
        return message.state().equals("sent") ? "sent" : "queued";
    }

    private static Found beside(Happened event) {
        return new Found(
                new ThreadItem(
                        "log-" + event.id(),
                        event.kind(),
                        event.at(),
                        null,
                        new EventItem(event.operation(), event.outcome(), event.detail(), event.tookMillis())),
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                event.id());
    }
}

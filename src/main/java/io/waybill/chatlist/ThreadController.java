package io.waybill.chatlist;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.chatlist.Threads.Page;
import io.waybill.conversation.ConversationViews;
import io.waybill.inbox.Contact;
import io.waybill.inbox.ContactProfile;
import io.waybill.inbox.ContactProfiles;
import io.waybill.media.StaffFiles;
import io.waybill.message.Content;
import io.waybill.message.FileReply;
import io.waybill.message.FileWanted;
import io.waybill.message.InboundMessage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What was said in one conversation. */
@RestController
@RequestMapping("/api/v1/conversations/{contactId}")
@Needs(Permission.CHATS_READ)
class ThreadController {

    private static final int MOST = 200;
    /** Meta takes no larger file. */
    private static final long LARGEST = 100L * 1024 * 1024;

    private final Threads threads;
    private final ContactProfiles profiles;
    private final ConversationViews views;
    private final StaffFiles files;
    private final JdbcClient jdbc;

    ThreadController(
            Threads threads, ContactProfiles profiles, ConversationViews views, StaffFiles files, JdbcClient jdbc) {
        this.threads = threads;
        this.profiles = profiles;
        this.views = views;
        this.files = files;
        this.jdbc = jdbc;
    }

    /**
     * Messages of both sides with what happened beside them, the newest page first; a contact that was merged into another is answered with
     * that one.
     *
     * @param before {@code older} of a later page
     */
    @GetMapping("/thread")
    Page thread(
            @PathVariable long contactId,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit) {
        ThreadPlace place = before == null
                ? ThreadPlace.END
                : ThreadPlace.read(before)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.UNPROCESSABLE_ENTITY, "\"before\" is the \"older\" of a later page."));
        return threads.page(contact(contactId), place, Math.clamp(limit, 1, MOST));
    }

    /** Where the customer stands: who they are in the ERP, in which flow, with what in the cart. */
    @GetMapping("/state")
    ConversationViews.State state(@PathVariable long contactId) {
        return views.state(contact(contactId).id());
    }

    /** The file of a message, fetched from Meta when it is asked for first; Meta has it for some days only. */
    @GetMapping("/files/{wamid}")
    @Needs({Permission.CHATS_READ, Permission.PERSONAL_DATA})
    void file(@PathVariable long contactId, @PathVariable String wamid, HttpServletResponse response)
            throws IOException {
        Contact contact = contact(contactId);
        Content.Media media = media(contact, wamid);
        FileReply reply = files.fetch(
                contact.id(),
                contact.phoneNumberId(),
                new FileWanted(media.mediaId(), media.sha256(), media.filename(), List.of(), LARGEST));
        switch (reply) {
            case FileReply.Stored(var file) -> files.send(file, response);
            case FileReply.Missing(String reason) ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The file cannot be had: " + reason);
            case FileReply.TooLarge large ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The file is larger than 100 MB.");
            case FileReply.WrongType wrong ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The file is empty.");
        }
    }

    private Content.Media media(Contact contact, String wamid) {
        return jdbc.sql("select payload from inbox where contact_id = ? and wamid = ?")
                .params(contact.id(), wamid)
                .query(String.class)
                .optional()
                .flatMap(payload -> Readable.inbound(contact.phoneNumberId(), payload))
                .map(InboundMessage::content)
                .filter(Content.Media.class::isInstance)
                .map(Content.Media.class::cast)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "This message has no file, or not any more."));
    }

    private Contact contact(long contactId) {
        return profiles.of(contactId)
                .map(ContactProfile::contact)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no conversation %d.".formatted(contactId)));
    }
}

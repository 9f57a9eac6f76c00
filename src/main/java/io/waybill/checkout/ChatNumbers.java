package io.waybill.checkout;

import io.waybill.inbox.Contact;
import io.waybill.inbox.ContactProfile;
import io.waybill.inbox.ContactProfiles;
import io.waybill.inbox.LocalNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Programs act in a chat for the number that chats, and for no other. */
public final class ChatNumbers {

    private final ContactProfiles profiles;
    private final LocalNumbers phones;

    ChatNumbers(ContactProfiles profiles, LocalNumbers phones) {
        this.profiles = profiles;
        this.phones = phones;
    }

    /** Who chats there. */
    public Contact chat(long contactId) {
        return profiles.of(contactId)
                .map(ContactProfile::contact)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no conversation %d.".formatted(contactId)));
    }

    /**
     * The number that chats.
     *
     * @param said by the program, which need not say any
     * @param field in which it was said
     * @throws LocalNumbers.NotANumber when it is none
     */
    public String own(Contact chat, @Nullable String said, String field) {
        if (chat.phone() == null) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "The customer's number is hidden: have the chat ask for it first.");
        }
        if (said != null && !phones.e164(said).equals(chat.phone())) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "\"%s\" is another number than the one that chats, and this is for nobody else: leave it out."
                            .formatted(field));
        }
        return chat.phone();
    }
}

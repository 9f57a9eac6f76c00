package io.waybill.chat;

import io.waybill.access.Caller;
import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.chat.StaffMessages.Said;
import io.waybill.inbox.LocalNumbers;
import io.waybill.message.Reply;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** People and machines write to customers: what goes and when is decided as for flows, and refused at once where it cannot go. */
@RestController
@Needs(Permission.CHATS_ANSWER)
class StaffMessageController {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern LINK = Pattern.compile("(https://|/media/)\\S+");

    private final StaffMessages messages;
    private final WhatsAppChannels channels;
    private final LocalNumbers phones;

    StaffMessageController(StaffMessages messages, WhatsAppChannels channels, LocalNumbers phones) {
        this.messages = messages;
        this.channels = channels;
        this.phones = phones;
    }

    /**
     * One of the first nine says what it is.
     *
     * @param pauseBot whether the flow is silent from now on; null: yes where a conversation is written to, no where a number is
     * @param takeOver true: also where somebody else has the chat, who loses it; else that is answered with 409 and {@code assignee}
     * @param to a phone number, without country code one of {@code waybill.store.country}
     * @param number of ours, by name; null: main
     */
    record Message(
            @Nullable String text,
            @Nullable File image,
            @Nullable File video,
            @Nullable File audio,
            @Nullable File document,
            @Nullable SharedPlace location,
            @Nullable Emoji reaction,
            @Nullable Template template,
            @Nullable ProductCard product,
            @Nullable Boolean pauseBot,
            @Nullable Boolean takeOver,
            @Nullable String to,
            @Nullable String number) {

        Words words() {
            List<Words> said = Stream.of(
                            text == null ? null : new Words.Free(new Reply.Text(filled(text, "text"))),
                            image == null ? null : new Words.Free(new Reply.Image(image.usableLink(), image.caption())),
                            video == null ? null : new Words.Free(new Reply.Video(video.usableLink(), video.caption())),
                            audio == null ? null : new Words.Free(new Reply.Audio(audio.usableLink(), false)),
                            document == null ? null : new Words.Free(document.document()),
                            location == null ? null : new Words.Free(location.reply()),
                            reaction == null ? null : new Words.Free(reaction.reply()),
                            template == null ? null : template.words(),
                            product == null ? null : new Words.Product(filled(product.id(), "id")))
                    .filter(Objects::nonNull)
                    .toList();
            if (said.size() != 1) {
                throw CannotSay.wrong(
                        "A message is one of text, image, video, audio, document, location, reaction, template and product, not %d of them."
                                .formatted(said.size()));
            }
            return said.getFirst();
        }
    }

    /** @param link https, or /media/… of a file that Waybill keeps */
    record File(
            @Nullable String link,
            @Nullable String caption,
            @Nullable String filename) {

        String usableLink() {
            return usable(link, "link");
        }

        Reply.Document document() {
            return new Reply.Document(usableLink(), filled(filename, "filename"), caption);
        }
    }

    record SharedPlace(
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable String name,
            @Nullable String address) {

        Reply.Location reply() {
            if (latitude == null || longitude == null) {
                throw CannotSay.wrong("A location has \"latitude\" and \"longitude\".");
            }
            return new Reply.Location(latitude, longitude, name, address);
        }
    }

    /** @param messageId of the customer's message, as WhatsApp calls it */
    record Emoji(@Nullable String messageId, @Nullable String emoji) {

        Reply.Reaction reply() {
            return new Reply.Reaction(filled(messageId, "messageId"), filled(emoji, "emoji"));
        }
    }

    /**
     * @param language null: the customer's, where the template has it
     * @param header the file of a template whose header is one
     * @param params one for each placeholder, in order: header, body, addresses of buttons
     */
    record Template(
            @Nullable String name,
            @Nullable String language,
            @Nullable String header,
            @Nullable List<String> params) {

        Words words() {
            return new Words.Template(
                    filled(name, "name"),
                    language,
                    header == null ? null : usable(header, "header"),
                    params == null ? List.of() : params,
                    false);
        }
    }

    /** @param id the ERP's, of a product that customers see now */
    record ProductCard(@Nullable String id) {}

    /** @param messages the names under which {@code /api/v1/messages} tells what became of them */
    record SaidView(long contactId, List<String> messages) {

        static SaidView of(Said said) {
            return new SaidView(
                    said.contactId(),
                    said.messages().stream()
                            .map(id -> said.contactId() + "." + id)
                            .toList());
        }
    }

    /** Somebody answers in a conversation. */
    @PostMapping("/api/v1/conversations/{contactId}/messages")
    @ForApiKey(Scope.MESSAGES_WRITE)
    ResponseEntity<SaidView> answer(
            @PathVariable long contactId,
            @RequestBody Message message,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal principal) {
        return say(contactId, message, key, principal, stepIn(message, !Boolean.FALSE.equals(message.pauseBot())));
    }

    /** Somebody, or the ERP, writes to a number, whether or not its owner has ever written. */
    @PostMapping("/api/v1/messages")
    @ForApiKey(Scope.MESSAGES_WRITE)
    ResponseEntity<SaidView> write(
            @RequestBody Message message,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal principal) {
        message.words();
        String phone = phones.e164(filled(message.to(), "to"));
        long contact = messages.contactAt(channel(message.number()).phoneNumberId(), phone);
        return say(contact, message, key, principal, stepIn(message, Boolean.TRUE.equals(message.pauseBot())));
    }

    /** A program answers for nobody. */
    private static StepIn stepIn(Message message, boolean pause) {
        if (!pause) {
            return StepIn.NOT;
        }
        return switch (Caller.current()) {
            case Caller.Machine machine -> StepIn.SILENTLY;
            case Caller.Person person -> Boolean.TRUE.equals(message.takeOver()) ? StepIn.FROM_ANYBODY : StepIn.ASKING;
        };
    }

    private ResponseEntity<SaidView> say(
            long contactId, Message message, @Nullable String key, Principal principal, StepIn stepIn) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw CannotSay.wrong("An Idempotency-Key is 1 to 64 letters, digits, dots, dashes and underscores.");
        }
        String once = key == null ? UUID.randomUUID().toString() : key;
        Said said = messages.say(contactId, message.words(), once, principal.getName(), stepIn)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no conversation %d.".formatted(contactId)));
        return ResponseEntity.status(said.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(SaidView.of(said));
    }

    private WhatsAppChannel channel(@Nullable String number) {
        String name = Objects.requireNonNullElse(number, WhatsAppChannel.MAIN);
        return channels.named(name)
                .orElseThrow(() ->
                        CannotSay.wrong("There is no number \"%s\" in waybill.whatsapp.numbers.".formatted(name)));
    }

    @ExceptionHandler
    ProblemDetail notANumber(LocalNumbers.NotANumber e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
    }

    private static String usable(@Nullable String link, String name) {
        String given = filled(link, name);
        if (!LINK.matcher(given).matches()) {
            throw CannotSay.wrong(
                    "\"%s\" is an https address, or /media/… of a file that Waybill keeps.".formatted(name));
        }
        return given;
    }

    private static String filled(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw CannotSay.wrong("\"%s\" is missing or empty.".formatted(name));
        }
        return value;
    }
}

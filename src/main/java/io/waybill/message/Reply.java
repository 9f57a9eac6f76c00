package io.waybill.message;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a flow answers, before WhatsApp's limits are applied to it. */
public sealed interface Reply {

    /** Plain text of any length. */
    record Text(String body) implements Reply {}

    /** A file: a public https link, or {@code /media/…}, the address of a file that Waybill keeps itself. */
    sealed interface File extends Reply {
        String link();
    }

    /** What can stand above a text with buttons under it. */
    sealed interface Header {}

    /** A line above the text. */
    record Title(String text) implements Header {}

    record Image(String link, @Nullable String caption) implements File, Header {}

    record Video(String link, @Nullable String caption) implements File, Header {}

    /** @param voice it is a voice message, which is Ogg with Opus */
    record Audio(String link, boolean voice) implements File {}

    record Document(String link, String filename, @Nullable String caption) implements File, Header {}

    /** A WebP picture without words. */
    record Sticker(String link) implements File {}

    /** A pin on the map. */
    record Location(
            BigDecimal latitude,
            BigDecimal longitude,
            @Nullable String name,
            @Nullable String address) implements Reply {}

    /** Contact cards, one or more. */
    record Contacts(List<Card> cards) implements Reply {}

    /** @param phone as people write it; E.164 with plus where it is known */
    record Card(
            String name, @Nullable String phone, @Nullable String email) {}

    /** An emoji at a message of the customer; an empty one takes it back. */
    record Reaction(String messageId, String emoji) implements Reply {}

    /** One to three reply buttons under a text. */
    record Buttons(
            @Nullable Header header, String body, @Nullable String footer, List<Option> options) implements Reply {

        public Buttons(String body, @Nullable String footer, List<Option> options) {
            this(null, body, footer, options);
        }
    }

    /** A button under a text that opens a web page. */
    record Link(
            @Nullable Header header, String body, @Nullable String footer, String button, String url)
            implements Reply {}

    /** One product of the WhatsApp catalogue. */
    record Product(String body, @Nullable String footer, String catalogId, String retailerId) implements Reply {}

    /** Products of the WhatsApp catalogue to look at and to put into a cart. */
    record Products(String title, String body, @Nullable String footer, String catalogId, List<Shelf> shelves)
            implements Reply {}

    /** Products under one title. */
    record Shelf(String title, List<String> retailerIds) {}

    /** The whole WhatsApp catalogue behind a button; which it is, Meta knows of the number. */
    record Catalogue(
            String body,
            @Nullable String footer,
            String catalogId,
            @Nullable String thumbnailRetailerId) implements Reply {}

    /**
     * A form of WhatsApp (Meta calls it a flow) behind a button.
     *
     * @param token comes back with the answer
     * @param screen where it begins; null: as the form says
     */
    record Form(
            String body,
            @Nullable String footer,
            String formId,
            String button,
            String token,
            @Nullable String screen) implements Reply {}

    /** A list of one to ten rows behind a button. */
    record Menu(String body, @Nullable String footer, String button, List<Option> options) implements Reply {}

    /** Asks for a location pin with WhatsApp's own button. */
    record LocationRequest(String body) implements Reply {}

    /** Asks for the person's own phone number with WhatsApp's own button. */
    record ContactRequest(String body) implements Reply {}

    /**
     * A template; {@code buttons} are the payloads of its quick replies in order. Inside the customer service window it goes
     * out as the buttons or text it stands for, which needs no approval at Meta.
     */
    record Template(String name, String language, List<String> params, List<Option> buttons) implements Reply {}

    /** @param id what comes back on a tap, at most 200 characters, no space at either end */
    record Option(String id, String title, @Nullable String note) {}
}

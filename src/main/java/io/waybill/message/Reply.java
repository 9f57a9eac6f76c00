package io.waybill.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a flow answers, before WhatsApp's limits are applied to it. */
public sealed interface Reply {

    /** Plain text of any length. */
    record Text(String body) implements Reply {}

    /** A picture by public https link. */
    record Image(String link, @Nullable String caption) implements Reply {}

    /** A file by public https link. */
    record Document(String link, String filename, @Nullable String caption) implements Reply {}

    /** One to three reply buttons under a text. */
    record Buttons(String body, @Nullable String footer, List<Option> options) implements Reply {}

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

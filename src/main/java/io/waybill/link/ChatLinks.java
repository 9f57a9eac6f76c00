package io.waybill.link;

/**
 * Links to the chat of this installation.
 *
 * @param digits of the number that they open; empty: WhatsApp asks whom to write to
 */
public record ChatLinks(String digits) {

    /** Opens the chat with {@code text} already written. */
    public String to(String text) {
        return ChatLink.url(digits, text);
    }
}

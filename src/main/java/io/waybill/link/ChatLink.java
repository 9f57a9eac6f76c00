package io.waybill.link;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * A link that opens a chat with {@code text} already written, or the catalogue of a number.
 *
 * @param html a snippet for a web page
 * @param qr the link as a QR code, an SVG image; empty when it is too long for one
 */
record ChatLink(String text, String link, String html, String qr) {

    /** What all of them begin with. */
    static final String WHATSAPP = "https://wa.me/";

    /** @param digits of the number; empty: WhatsApp asks whom to write to */
    static ChatLink of(String digits, String text, String label) {
        return to(url(digits, text), text, label);
    }

    /** The link alone. */
    static String url(String digits, String text) {
        return WHATSAPP + digits + "?text=" + UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    /** To the catalogue that the number has in WhatsApp. */
    static ChatLink catalogue(String digits, String label) {
        return to(WHATSAPP + "c/" + digits, "", label);
    }

    private static ChatLink to(String link, String text, String label) {
        String html = "<a href=\"%s\" target=\"_blank\" rel=\"noopener\">%s</a>"
                .formatted(HtmlUtils.htmlEscape(link), HtmlUtils.htmlEscape(label));
        return new ChatLink(text, link, html, QrCode.of(link).map(QrCode::svg).orElse(""));
    }
}

package io.waybill.link;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * A link that opens a chat with {@code text} already written.
 *
 * @param html a snippet for a web page
 * @param qr the link as a QR code, an SVG image; empty when it is too long for one
 */
record ChatLink(String text, String link, String html, String qr) {

    /** A QR code holds no more bytes than this at its lowest level of error correction. */
    private static final int MAX_QR = 2_953;

    /** @param digits of the number; empty: WhatsApp asks whom to write to */
    static ChatLink of(String digits, String text, String label) {
        String link = "https://wa.me/" + digits + "?text=" + UriUtils.encode(text, StandardCharsets.UTF_8);
        String html = "<a href=\"%s\" target=\"_blank\" rel=\"noopener\">%s</a>"
                .formatted(HtmlUtils.htmlEscape(link), HtmlUtils.htmlEscape(label));
        return new ChatLink(text, link, html, link.length() > MAX_QR ? "" : qr(link));
    }

    private static String qr(String link) {
        BitMatrix modules;
        try {
            modules = new QRCodeWriter()
                    .encode(
                            link,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L, EncodeHintType.MARGIN, 4));
        } catch (WriterException e) {
            throw new IllegalStateException("The link makes no QR code.", e);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%2$d" fill="#fff"/><path d="%3$s"/></svg>""".formatted(modules.getWidth(), modules.getHeight(), path);
    }
}

package io.waybill.link;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A link as a QR code: readable with a seventh of it spoilt unless it is too long for that, and with more in the same size where it fits. */
final class QrCode {

    /** Light modules around it, which scanners ask for. */
    private static final int MARGIN = 4;

    private static final int WHITE = 0xffffff;

    private final QRCode code;

    private QrCode(QRCode code) {
        this.code = code;
    }

    /** Empty when the link is too long for one. */
    static Optional<QrCode> of(String link) {
        return encoded(link, ErrorCorrectionLevel.M, Map.of())
                .or(() -> encoded(link, ErrorCorrectionLevel.L, Map.of()))
                .map(smallest -> new QrCode(better(link, smallest)));
    }

    /** Of the same size. */
    private static QRCode better(String link, QRCode smallest) {
        Map<EncodeHintType, ?> size =
                Map.of(EncodeHintType.QR_VERSION, smallest.getVersion().getVersionNumber());
        return encoded(link, ErrorCorrectionLevel.H, size)
                .or(() -> encoded(link, ErrorCorrectionLevel.Q, size))
                .orElse(smallest);
    }

    private static Optional<QRCode> encoded(String link, ErrorCorrectionLevel level, Map<EncodeHintType, ?> hints) {
        try {
            return Optional.of(Encoder.encode(link, level, hints));
        } catch (WriterException tooLong) {
            return Optional.empty();
        }
    }

    ErrorCorrectionLevel correction() {
        return code.getECLevel();
    }

    String svg() {
        ByteMatrix modules = code.getMatrix();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s"/></svg>""".formatted(size(), path);
    }

    /** @param module width of one module in pixels */
    byte[] png(int module) {
        ByteMatrix modules = code.getMatrix();
        int pixels = size() * module;
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                int column = x / module - MARGIN;
                int row = y / module - MARGIN;
                boolean inside = column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight();
                image.setRGB(x, y, inside && modules.get(column, row) == 1 ? 0 : WHITE);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private int size() {
        return code.getMatrix().getWidth() + 2 * MARGIN;
    }
}

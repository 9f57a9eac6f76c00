package io.waybill.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes pictures as small as they are shown.
 *
 * @param width in pixels, at most
 * @param height in pixels, at most
 */
public record Scaling(int width, int height) {

    /** A small file can be a picture that fills the memory. */
    private static final long MOST_PIXELS = 60_000_000;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    /** With what shines through it; empty for what is no JPEG or PNG, told from its bytes, or is broken or too large. */
    public Optional<Picture> png(Picture picture) {
        return read(picture).map(image -> file(drawn(image, BufferedImage.TYPE_INT_ARGB), "png"));
    }

    /** On white; empty as with {@link #png}. */
    public Optional<Picture> jpeg(Picture picture) {
        return read(picture).map(image -> file(drawn(image, BufferedImage.TYPE_INT_RGB), "jpeg"));
    }

    private Optional<BufferedImage> read(Picture picture) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                        ? read(reader)
                        : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The JDK's readers throw of both kinds for a broken file.
            return Optional.empty();
        }
    }

    private Optional<BufferedImage> read(ImageReader reader) throws IOException {
        int wide = reader.getWidth(0);
        int high = reader.getHeight(0);
        if ((long) wide * high > MOST_PIXELS) {
            return Optional.empty();
        }
        // Twice the size in the end is enough to scale down from.
        int step = Math.max(1, Math.min(wide / (2 * width), high / (2 * height)));
        ImageReadParam part = reader.getDefaultReadParam();
        part.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(reader.read(0, part));
    }

    private BufferedImage drawn(BufferedImage image, int type) {
        double scale = Math.min(1, Math.min((double) width / image.getWidth(), (double) height / image.getHeight()));
        int wide = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int high = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage small = new BufferedImage(wide, high, type);
        Graphics2D pen = small.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            if (type == BufferedImage.TYPE_INT_RGB) {
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, wide, high);
            }
            pen.drawImage(image, 0, 0, wide, high, null);
        } finally {
            pen.dispose();
        }
        return small;
    }

    private static Picture file(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Picture(bytes.toByteArray());
    }
}

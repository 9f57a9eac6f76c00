package io.waybill.media;

import io.waybill.message.FileType;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/** Whether WhatsApp shows a picture, told from its bytes: JPEG or PNG of 8 bits in colour, whole, and of 5 MB at most. */
final class ImageCheck {

    static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int PNG_SIGNATURE = 8;
    private static final int CHUNK_CRC = 4;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454e44;
    private static final int ANIMATION = 0x6163544c;
    private static final int BITS = 8;
    private static final int RGB = 2;
    private static final int RGBA = 6;
    private static final int RGB_COMPONENTS = 3;

    private static final String CUT_OFF = "The picture is cut off: its end is missing. Upload the whole file.";
    private static final String COLOURS =
            "WhatsApp shows pictures of 8 bits in RGB or RGBA only, and this one is %s. Save it anew as a usual JPEG or PNG.";

    private ImageCheck() {}

    /** How a check ended. */
    sealed interface Checked {

        record Fit(FileType type, int width, int height) implements Checked {}

        /** @param reason a sentence for whoever uploaded it */
        record Unfit(String reason) implements Checked {}
    }

    static Checked of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return new Checked.Unfit(String.format(
                    Locale.ROOT,
                    "The picture has %.1f MB, and WhatsApp takes 5 MB at most. Make it smaller.",
                    bytes.length / (1024.0 * 1024.0)));
        }
        FileType type = Signatures.typeOf(new Whole(bytes));
        try {
            return switch (type) {
                case JPEG -> jpeg(ByteBuffer.wrap(bytes));
                case PNG -> png(ByteBuffer.wrap(bytes));
                default ->
                    new Checked.Unfit("This is %s, and WhatsApp shows JPEG and PNG only. Save it as one of these."
                            .formatted(type == FileType.OTHER ? "no picture that is known here" : type.mime()));
            };
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return new Checked.Unfit(CUT_OFF);
        }
    }

    private static Checked png(ByteBuffer file) {
        file.position(PNG_SIGNATURE);
        int width = 0;
        int height = 0;
        while (true) {
            int length = file.getInt();
            int chunk = file.getInt();
            if (length < 0 || length > file.remaining() - CHUNK_CRC) {
                return new Checked.Unfit(CUT_OFF);
            }
            int next = file.position() + length + CHUNK_CRC;
            switch (chunk) {
                case IHDR -> {
                    width = file.getInt();
                    height = file.getInt();
                    int bits = file.get();
                    int colours = file.get();
                    if (bits != BITS || colours != RGB && colours != RGBA) {
                        return new Checked.Unfit(
                                COLOURS.formatted(bits != BITS ? bits + " bits" : "gray or has a palette"));
                    }
                }
                case ANIMATION -> {
                    return new Checked.Unfit("The picture moves, and WhatsApp shows still ones only.");
                }
                case IEND -> {
                    return fit(FileType.PNG, width, height);
                }
                default -> {
                    // What else is in it does not matter.
                }
            }
            file.position(next);
        }
    }

    private static Checked jpeg(ByteBuffer file) {
        file.position(2);
        while (true) {
            int marker = nextMarker(file);
            int start = file.position();
            int length = Short.toUnsignedInt(file.getShort());
            if (isFrame(marker)) {
                int bits = file.get();
                int height = Short.toUnsignedInt(file.getShort());
                int width = Short.toUnsignedInt(file.getShort());
                int components = file.get();
                if (bits != BITS || components != RGB_COMPONENTS) {
                    return new Checked.Unfit(COLOURS.formatted(
                            bits != BITS ? bits + " bits" : components == 1 ? "gray" : "CMYK, which is for print"));
                }
                // Within the picture itself these two bytes do not stand beside each other.
                return endsAfter(file, start) ? fit(FileType.JPEG, width, height) : new Checked.Unfit(CUT_OFF);
            }
            file.position(start + length);
        }
    }

    private static int nextMarker(ByteBuffer file) {
        int at = Byte.toUnsignedInt(file.get());
        while (at != 0xff) {
            at = Byte.toUnsignedInt(file.get());
        }
        while (at == 0xff) {
            at = Byte.toUnsignedInt(file.get());
        }
        return at;
    }

    /** Start of a frame; C4, C8 and CC in that range are tables. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean endsAfter(ByteBuffer file, int start) {
        for (int at = file.limit() - 2; at > start; at--) {
            if (file.get(at) == (byte) 0xff && file.get(at + 1) == (byte) 0xd9) {
                return true;
            }
        }
        return false;
    }

    private static Checked fit(FileType type, int width, int height) {
        return width > 0 && height > 0
                ? new Checked.Fit(type, width, height)
                : new Checked.Unfit("The picture does not say how large it is. Save it anew as a usual JPEG or PNG.");
    }

    /** A file that is in memory as a whole. */
    private record Whole(byte[] bytes) implements Signatures.Bytes {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte[] at(long offset, int length) {
            int from = (int) Math.clamp(offset, 0, bytes.length);
            return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
        }
    }
}

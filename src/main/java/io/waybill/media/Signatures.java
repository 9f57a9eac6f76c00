package io.waybill.media;

import io.waybill.message.FileType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a file is from its bytes alone; neither its name nor what its sender says counts.
 *
 * <p>A library that does this without the name takes the whole parser suite: office files are containers, and what they are
 * stands in their directories.
 */
final class Signatures {

    private static final int HEAD = 4096;
    /** Readers take a PDF that begins this late. */
    private static final int PDF_WITHIN = 1024;

    private static final int BOX = 8;
    /** Second byte of a frame: layer III of MPEG 1, 2 and 2.5. */
    private static final Set<Integer> MP3_FRAMES = Set.of(0xfb, 0xfa, 0xf3, 0xf2, 0xe3, 0xe2);

    private Signatures() {}

    /** Any part of a file; what lies past its end is left out. */
    interface Bytes {

        long size();

        byte[] at(long offset, int length);
    }

    static FileType typeOf(Bytes file) {
        byte[] head = file.at(0, HEAD);
        FileType known = container(file, head);
        if (known == null) {
            known = simple(head);
        }
        if (known != null) {
            return known;
        }
        if (indexOf(head, "%PDF-", PDF_WITHIN) >= 0) {
            return FileType.PDF;
        }
        return isText(head, file.size()) ? FileType.TEXT : FileType.OTHER;
    }

    private static @Nullable FileType container(Bytes file, byte[] head) {
        if (begins(head, 'P', 'K', 3, 4)) {
            return ZipDirectory.typeOf(file);
        }
        return begins(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) ? OleDirectory.typeOf(file) : null;
    }

    private static @Nullable FileType simple(byte[] head) {
        if (starts(head, "%PDF-")) {
            return FileType.PDF;
        } else if (starts(head, "{\\rtf")) {
            return FileType.RTF;
        } else if (begins(head, 0xff, 0xd8, 0xff)) {
            return FileType.JPEG;
        } else if (begins(head, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return FileType.PNG;
        } else if (starts(head, "GIF87a") || starts(head, "GIF89a")) {
            return FileType.GIF;
        } else if (starts(head, "RIFF") && text(head, BOX, 4).equals("WEBP")) {
            return FileType.WEBP;
        } else if (starts(head, "OggS")) {
            return FileType.OGG;
        } else if (starts(head, "#!AMR")) {
            return FileType.AMR;
        } else if (starts(head, "ID3")
                || head.length > 1 && (head[0] & 0xff) == 0xff && MP3_FRAMES.contains(head[1] & 0xff)) {
            return FileType.MP3;
        }
        return text(head, 4, 4).equals("ftyp") ? film(text(head, BOX, 4)) : null;
    }

    private static FileType film(String brand) {
        if (Set.of("heic", "heix", "mif1", "heim").contains(brand)) {
            return FileType.HEIC;
        }
        return brand.startsWith("3g") ? FileType.THREE_GP : brand.startsWith("M4A") ? FileType.M4A : FileType.MP4;
    }

    /** UTF-8 without control characters; the last character may be cut off by the end of the head. */
    private static boolean isText(byte[] head, long size) {
        if (size == 0) {
            return false;
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(head.length);
        CoderResult result = utf8.decode(ByteBuffer.wrap(head), text, size <= head.length);
        return !result.isError()
                && text.flip().chars().noneMatch(c -> Character.isISOControl(c) && "\t\n\r\f".indexOf(c) < 0);
    }

    private static boolean begins(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[i] != (byte) bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] head, String text) {
        return text(head, 0, text.length()).equals(text);
    }

    static String text(byte[] bytes, int from, int length) {
        return from >= bytes.length
                ? ""
                : new String(bytes, from, Math.min(length, bytes.length - from), StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] head, String text, int within) {
        return new String(Arrays.copyOf(head, Math.min(within, head.length)), StandardCharsets.ISO_8859_1)
                .indexOf(text);
    }
}

package io.waybill.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as programs write them, as small as they can be. */
public final class SampleBytes {

    private static final int SECTOR = 512;

    private SampleBytes() {}

    /** @param size in bytes, 200 or more */
    public static byte[] pdf(int size) {
        byte[] pdf = new byte[size];
        for (int i = 0; i < size; i++) {
            pdf[i] = (byte) (i * 31 + i / 251);
        }
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\ntrailer\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, pdf, 0, head.length);
        System.arraycopy(tail, 0, pdf, size - tail.length, tail.length);
        return pdf;
    }

    public static byte[] jpeg(int width, int height) {
        return picture("jpeg", BufferedImage.TYPE_INT_RGB, width, height);
    }

    public static byte[] png(int width, int height) {
        return picture("png", BufferedImage.TYPE_INT_RGB, width, height);
    }

    public static byte[] webp() {
        return ascii("RIFF\0\0\0\0WEBPVP8 ", 300);
    }

    /** @param type as {@link BufferedImage} numbers them */
    static byte[] picture(String format, int type, int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, type), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] docx() {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml");
    }

    static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<a/>".getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] openDocument(String mime) {
        byte[] type = mime.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry first = new ZipEntry("mimetype");
            CRC32 crc = new CRC32();
            crc.update(type);
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A compound file whose directory has these names, four in a sector, with a sector of data between them. */
    static byte[] compound(String... names) {
        int directorySectors = (names.length + 3) / 4;
        ByteBuffer file =
                ByteBuffer.allocate(SECTOR * (2 + 2 * directorySectors)).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});
        file.putShort(30, (short) 9).putInt(48, 1);
        for (int i = 0; i < 109; i++) {
            file.putInt(76 + 4 * i, i == 0 ? 0 : -1);
        }
        for (int i = 0; i < 128; i++) {
            boolean chained = i % 2 == 1 && i + 2 < 1 + 2 * directorySectors;
            file.putInt(SECTOR + 4 * i, i == 0 ? -3 : chained ? i + 2 : -2);
        }
        for (int i = 0; i < names.length; i++) {
            int sector = 1 + 2 * (i / 4);
            file.position(SECTOR * (sector + 1) + 128 * (i % 4));
            file.put(names[i].getBytes(StandardCharsets.UTF_16LE));
        }
        return file.array();
    }

    static byte[] ascii(String head, int size) {
        return Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), size);
    }
}

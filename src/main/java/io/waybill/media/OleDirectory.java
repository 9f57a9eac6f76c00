package io.waybill.media;

import io.waybill.message.FileType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a compound file, as Office wrote them until 2003, is by the names in its directory. */
final class OleDirectory {

    private static final int HEADER = 512;
    private static final int SECTOR_SHIFT_AT = 30;
    private static final int DIRECTORY_AT = 48;
    private static final int TABLE_SECTORS_AT = 76;
    private static final int TABLE_SECTORS = 109;
    private static final int ENTRY_SIZE = 128;
    private static final int NAME_BYTES = 64;
    /** What a document is stands near the begin of its directory. */
    private static final int MOST_SECTORS = 64;

    private final Signatures.Bytes file;
    private final ByteBuffer header;
    private final int shift;

    private OleDirectory(Signatures.Bytes file, ByteBuffer header) {
        this.file = file;
        this.header = header;
        this.shift = header.getShort(SECTOR_SHIFT_AT);
    }

    static FileType typeOf(Signatures.Bytes file) {
        ByteBuffer header = littleEndian(file.at(0, HEADER));
        if (header.limit() < HEADER) {
            return FileType.OTHER;
        }
        int shift = header.getShort(SECTOR_SHIFT_AT);
        return shift == 9 || shift == 12 ? new OleDirectory(file, header).type() : FileType.OTHER;
    }

    private FileType type() {
        int sector = header.getInt(DIRECTORY_AT);
        for (int i = 0; i < MOST_SECTORS && sector >= 0; i++) {
            FileType type = named(sector(sector));
            if (type != FileType.OTHER) {
                return type;
            }
            sector = next(sector);
        }
        return FileType.OTHER;
    }

    private static FileType named(byte[] entries) {
        for (int at = 0; at + ENTRY_SIZE <= entries.length; at += ENTRY_SIZE) {
            String name = new String(entries, at, NAME_BYTES, StandardCharsets.UTF_16LE);
            int end = name.indexOf('\0');
            switch (end < 0 ? name : name.substring(0, end)) {
                case "WordDocument" -> {
                    return FileType.DOC;
                }
                case "Workbook", "Book" -> {
                    return FileType.XLS;
                }
                case "PowerPoint Document" -> {
                    return FileType.PPT;
                }
                default -> {}
            }
        }
        return FileType.OTHER;
    }

    /** The sector that follows {@code sector}; negative for none. */
    private int next(int sector) {
        int perTableSector = 1 << shift - 2;
        int table = sector / perTableSector;
        if (table >= TABLE_SECTORS) {
            return -1;
        }
        int tableSector = header.getInt(TABLE_SECTORS_AT + Integer.BYTES * table);
        byte[] entry = tableSector < 0
                ? new byte[0]
                : file.at(start(tableSector) + (long) Integer.BYTES * (sector % perTableSector), Integer.BYTES);
        return entry.length < Integer.BYTES ? -1 : littleEndian(entry).getInt();
    }

    private byte[] sector(int sector) {
        return file.at(start(sector), 1 << shift);
    }

    private long start(int sector) {
        return sector + 1L << shift;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

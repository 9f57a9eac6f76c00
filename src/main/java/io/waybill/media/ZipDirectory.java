package io.waybill.media;

import io.waybill.message.FileType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What a ZIP file is, by the names in the directory at its end: a document of Office or of OpenDocument, or just a ZIP file. */
final class ZipDirectory {

    private static final List<FileType> OPEN_DOCUMENTS = List.of(FileType.ODT, FileType.ODS, FileType.ODP);
    private static final int LONGEST_DIRECTORY = 256 * 1024;
    private static final int FIRST_NAME_AT = 30;
    private static final int LONGEST_MIME = 100;

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int DIRECTORY_SIZE_AT = 12;
    private static final int DIRECTORY_AT = 16;
    private static final int LONGEST_COMMENT = 65_535;

    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_SIZE = 46;
    private static final int NAME_LENGTH_AT = 28;
    private static final int EXTRA_LENGTH_AT = 30;
    private static final int COMMENT_LENGTH_AT = 32;

    private ZipDirectory() {}

    static FileType typeOf(Signatures.Bytes file) {
        // OpenDocument puts its type first, not compressed, so that it stands at a fixed place.
        String first = Signatures.text(file.at(FIRST_NAME_AT, LONGEST_MIME), 0, LONGEST_MIME);
        return OPEN_DOCUMENTS.stream()
                .filter(type -> first.startsWith("mimetype" + type.mime()))
                .findFirst()
                .orElseGet(() -> byDirectory(file));
    }

    private static FileType byDirectory(Signatures.Bytes file) {
        int size = (int) Math.min(file.size(), LONGEST_COMMENT + END_SIZE);
        ByteBuffer tail = littleEndian(file.at(file.size() - size, size));
        for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                long length = Integer.toUnsignedLong(tail.getInt(at + DIRECTORY_SIZE_AT));
                long offset = Integer.toUnsignedLong(tail.getInt(at + DIRECTORY_AT));
                return byNames(file.at(offset, (int) Math.min(length, LONGEST_DIRECTORY)));
            }
        }
        return FileType.ZIP;
    }

    private static FileType byNames(byte[] directory) {
        ByteBuffer entries = littleEndian(directory);
        boolean office = false;
        FileType type = FileType.ZIP;
        int at = 0;
        while (at + ENTRY_SIZE <= entries.limit() && entries.getInt(at) == ENTRY) {
            int nameLength = Short.toUnsignedInt(entries.getShort(at + NAME_LENGTH_AT));
            String name = Signatures.text(directory, at + ENTRY_SIZE, nameLength);
            if (name.endsWith("/vbaProject.bin")) {
                // With macros it is another type, which no document type stands for.
                return FileType.ZIP;
            }
            office |= name.equals("[Content_Types].xml");
            type = switch (name) {
                case "word/document.xml" -> FileType.DOCX;
                case "xl/workbook.xml" -> FileType.XLSX;
                case "ppt/presentation.xml" -> FileType.PPTX;
                default -> type;
            };
            at += ENTRY_SIZE
                    + nameLength
                    + Short.toUnsignedInt(entries.getShort(at + EXTRA_LENGTH_AT))
                    + Short.toUnsignedInt(entries.getShort(at + COMMENT_LENGTH_AT));
        }
        return office ? type : FileType.ZIP;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

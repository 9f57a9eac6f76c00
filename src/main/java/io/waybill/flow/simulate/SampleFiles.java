package io.waybill.flow.simulate;

import io.waybill.message.FileReply;
import io.waybill.message.FileType;
import io.waybill.message.FileWanted;
import io.waybill.message.StoredFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Files that exist only as a name, a type and a size. */
final class SampleFiles {

    private static final int ID_DIGITS = 32;

    private SampleFiles() {}

    static FileReply fetch(Input.File file, FileWanted wanted) {
        if (file.lost()) {
            return new FileReply.Missing("WhatsApp does not hand it out.");
        }
        if (file.size() > wanted.maxBytes()) {
            return new FileReply.TooLarge();
        }
        FileType type = FileType.of(file.mime()).orElse(FileType.OTHER);
        if (!type.isAmong(wanted.accept())) {
            return new FileReply.WrongType(type.mime());
        }
        String sha256 = sha256(file.filename() + file.size());
        return new FileReply.Stored(
                new StoredFile(sha256.substring(0, ID_DIGITS), file.filename(), type.mime(), file.size(), sha256));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

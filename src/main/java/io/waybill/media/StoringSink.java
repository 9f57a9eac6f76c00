package io.waybill.media;

import io.waybill.whatsapp.MediaTooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** Takes a file as it comes from Meta into the store, up to a size. */
final class StoringSink {

    private final MediaStore store;
    private final String id;
    private final long maxBytes;
    private final MessageDigest digest = Digest.sha256();
    private long size;

    StoringSink(MediaStore store, String id, long maxBytes) {
        this.store = store;
        this.id = id;
        this.maxBytes = maxBytes;
    }

    /** @throws MediaTooLarge as soon as more has come than is wanted, whatever was announced */
    void take(InputStream bytes) throws IOException {
        byte[] piece = new byte[MediaStore.PIECE];
        int n = 0;
        int length;
        do {
            length = bytes.readNBytes(piece, 0, piece.length);
            size += length;
            if (size > maxBytes) {
                throw new MediaTooLarge();
            }
            digest.update(piece, 0, length);
            // A short piece marks the end, an empty one too.
            store.append(id, n++, length == piece.length ? piece : Arrays.copyOf(piece, length));
        } while (length == piece.length);
    }

    long size() {
        return size;
    }

    byte[] digest() {
        return digest.digest();
    }
}

package io.waybill.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.dao.DataAccessException;

/** Reads a kept file piece by piece; a connection is held only while a piece is fetched. */
final class Pieces extends InputStream {

    private final MediaStore store;
    private final String id;
    private byte[] piece = new byte[0];
    private int at;
    private int next;

    Pieces(MediaStore store, String id) {
        this.store = store;
        this.id = id;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : piece[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean isAtEnd() throws IOException {
        if (at < piece.length) {
            return false;
        }
        if (next > 0 && piece.length < MediaStore.PIECE) {
            return true;
        }
        try {
            piece = store.piece(id, next)
                    .orElseThrow(() -> new EOFException("The file %s is not whole.".formatted(id)));
        } catch (DataAccessException e) {
            throw new IOException("The file %s cannot be read.".formatted(id), e);
        }
        next++;
        at = 0;
        return piece.length == 0;
    }
}

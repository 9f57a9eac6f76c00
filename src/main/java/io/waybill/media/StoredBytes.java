package io.waybill.media;

import java.util.Arrays;
import java.util.Optional;

/** Any part of a kept file. */
final class StoredBytes implements Signatures.Bytes {

    private final MediaStore store;
    private final String id;
    private final long size;

    StoredBytes(MediaStore store, String id, long size) {
        this.store = store;
        this.id = id;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] at(long offset, int length) {
        if (offset < 0 || offset >= size) {
            return new byte[0];
        }
        byte[] part = new byte[(int) Math.min(length, size - offset)];
        int filled = 0;
        while (filled < part.length) {
            long from = offset + filled;
            Optional<byte[]> piece = store.piece(id, (int) (from / MediaStore.PIECE));
            int within = (int) (from % MediaStore.PIECE);
            if (piece.isEmpty() || within >= piece.get().length) {
                return Arrays.copyOf(part, filled);
            }
            int count = Math.min(part.length - filled, piece.get().length - within);
            System.arraycopy(piece.get(), within, part, filled, count);
            filled += count;
        }
        return part;
    }
}

package io.waybill.media;

import io.waybill.message.FileReply;
import io.waybill.message.FileType;
import io.waybill.message.FileWanted;
import io.waybill.message.StoredFile;
import io.waybill.whatsapp.MediaApi;
import io.waybill.whatsapp.MediaResult;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Fetches a file that a customer sent, looks at what it really is, and keeps it. To be called outside of transactions. */
public final class CustomerFiles {

    private final MediaApi media;
    private final MediaStore store;

    CustomerFiles(MediaApi media, MediaStore store) {
        this.media = media;
        this.store = store;
    }

    /** Those of {@code ids} that are kept still. */
    public Set<String> kept(Collection<String> ids) {
        return store.kept(ids);
    }

    /** The files of {@code from} are {@code to}'s from now on, in the caller's transaction. */
    public void move(long from, long to) {
        store.move(from, to);
    }

    /**
     * Never throws for what Meta or the customer does; asked for the same file again it fetches nothing.
     *
     * @param phoneNumberId the number of ours it was sent to
     */
    public FileReply fetch(long contactId, String phoneNumberId, FileWanted wanted) {
        Optional<StoredFile> known = store.find(contactId, wanted.mediaId());
        if (known.isPresent()) {
            return judged(known.get(), wanted);
        }
        String id = store.begin(contactId, wanted.mediaId());
        FileReply reply = null;
        try {
            reply = fetch(id, phoneNumberId, wanted);
            return reply;
        } finally {
            if (!(reply instanceof FileReply.Stored)) {
                store.discard(id);
            }
        }
    }

    private FileReply fetch(String id, String phoneNumberId, FileWanted wanted) {
        StoringSink sink = new StoringSink(store, id, wanted.maxBytes());
        return switch (media.fetch(phoneNumberId, wanted.mediaId(), wanted.maxBytes(), sink::take)) {
            case MediaResult.TooLarge large -> new FileReply.TooLarge();
            case MediaResult.Missing(String reason) -> new FileReply.Missing(reason);
            case MediaResult.Fetched fetched -> fetched(id, wanted, fetched, sink);
        };
    }

    private FileReply fetched(String id, FileWanted wanted, MediaResult.Fetched answer, StoringSink sink) {
        byte[] digest = sink.digest();
        if (!Digest.agrees(digest, answer.sha256()) || !Digest.agrees(digest, wanted.sha256())) {
            return new FileReply.Missing("its bytes are not those that were sent: the SHA-256 differs.");
        }
        if (answer.size() != null && answer.size() > sink.size()) {
            return new FileReply.Missing("only %,d of %,d bytes came.".formatted(sink.size(), answer.size()));
        }
        FileType type = Signatures.typeOf(new StoredBytes(store, id, sink.size()));
        StoredFile file = new StoredFile(
                id,
                DisplayName.of(wanted.filename(), type),
                type.mime(),
                sink.size(),
                HexFormat.of().formatHex(digest));
        if (sink.size() == 0 || !type.isAmong(wanted.accept())) {
            return new FileReply.WrongType(type.mime());
        }
        store.complete(file);
        return new FileReply.Stored(file);
    }

    private static FileReply judged(StoredFile file, FileWanted wanted) {
        FileType type = FileType.of(file.mime()).orElse(FileType.OTHER);
        if (!type.isAmong(wanted.accept())) {
            return new FileReply.WrongType(file.mime());
        }
        return file.size() > wanted.maxBytes() ? new FileReply.TooLarge() : new FileReply.Stored(file);
    }
}

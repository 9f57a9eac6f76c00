package io.waybill.media;

import io.waybill.message.FileReply;
import io.waybill.message.FileType;
import io.waybill.message.FileWanted;
import io.waybill.message.StoredFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;

/** Files of conversations, for the people who read and write in them; nothing is ever shown from where somebody else keeps it. */
public final class StaffFiles {

    /** What a browser shows without being able to run it. */
    private static final Set<FileType> SHOWN = Set.of(
            FileType.JPEG,
            FileType.PNG,
            FileType.GIF,
            FileType.WEBP,
            FileType.OGG,
            FileType.MP3,
            FileType.AMR,
            FileType.M4A,
            FileType.MP4);

    private final CustomerFiles customers;
    private final MediaStore store;

    StaffFiles(CustomerFiles customers, MediaStore store) {
        this.customers = customers;
        this.store = store;
    }

    /** To be called outside of transactions; see {@link CustomerFiles#fetch}. */
    public FileReply fetch(long contactId, String phoneNumberId, FileWanted wanted) {
        return customers.fetch(contactId, phoneNumberId, wanted);
    }

    /** One that is kept. */
    public Optional<StoredFile> find(String id) {
        return store.find(id).map(MediaStore.Kept::file);
    }

    /** Pictures, films and voices as they are, all else to be saved. */
    public void send(StoredFile file, HttpServletResponse response) throws IOException {
        boolean shown = FileType.of(file.mime()).filter(SHOWN::contains).isPresent();
        Sending.send(
                store,
                file,
                shown ? ContentDisposition.inline() : ContentDisposition.attachment(),
                "private, max-age=3600",
                response);
    }

    /** It is not to be sent. */
    public void discard(StoredFile file) {
        store.discard(file.id());
    }

    /**
     * Keeps a file that somebody sends to this contact; to be called outside of transactions.
     *
     * @return the file, which a message names as {@code /media/<id>}
     */
    public StoredFile keep(long contactId, String filename, byte[] bytes) {
        String id = store.begin(contactId, "staff-" + UUID.randomUUID());
        try {
            new StoringSink(store, id, bytes.length).take(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FileType type = Signatures.typeOf(new StoredBytes(store, id, bytes.length));
        StoredFile file = new StoredFile(
                id,
                DisplayName.of(filename, type),
                type.mime(),
                bytes.length,
                HexFormat.of().formatHex(Digest.sha256().digest(bytes)));
        store.complete(file);
        return file;
    }
}

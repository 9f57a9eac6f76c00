package io.waybill.media;

import io.waybill.message.FileType;
import io.waybill.message.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;

/** Documents that Waybill makes for one customer: kept like theirs, and shown to nobody else. */
public final class OwnDocuments {

    private final MediaStore store;

    OwnDocuments(MediaStore store) {
        this.store = store;
    }

    /**
     * Keeps a PDF; to be called outside of transactions.
     *
     * @param name what it is, unique for this customer
     * @return its id, which a message names as {@code /media/<id>}
     */
    public String keepPdf(long contactId, String name, String filename, byte[] bytes) {
        String id = store.begin(contactId, name);
        try {
            new StoringSink(store, id, bytes.length).take(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.complete(new StoredFile(
                id,
                filename,
                FileType.PDF.mime(),
                bytes.length,
                HexFormat.of().formatHex(Digest.sha256().digest(bytes))));
        return id;
    }

    /** A PDF with its bytes. */
    public record Pdf(String filename, byte[] bytes) {}

    /** Empty where it is not kept any more. */
    public Optional<Pdf> pdf(String id) {
        return store.find(id).map(kept -> {
            try (InputStream bytes = store.open(id)) {
                return new Pdf(kept.file().filename(), bytes.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

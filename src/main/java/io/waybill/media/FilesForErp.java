package io.waybill.media;

import io.waybill.erp.SentFiles;
import io.waybill.message.StoredFile;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** The kept files as requests to the ERP need them. */
final class FilesForErp implements SentFiles {

    private final MediaStore store;
    private final MediaLinks links;

    FilesForErp(MediaStore store, MediaLinks links) {
        this.store = store;
        this.links = links;
    }

    @Override
    public Optional<SentFile> find(String id) {
        return store.find(id).map(Ready::new);
    }

    @Override
    public boolean haveLinks() {
        return links.areKnown();
    }

    private final class Ready implements SentFile {

        private final MediaStore.Kept kept;

        Ready(MediaStore.Kept kept) {
            this.kept = kept;
        }

        private StoredFile file() {
            return kept.file();
        }

        @Override
        public String filename() {
            return file().filename();
        }

        @Override
        public String mime() {
            return file().mime();
        }

        @Override
        public long size() {
            return file().size();
        }

        @Override
        public InputStream open() {
            return store.open(file().id());
        }

        @Override
        public URI link() {
            return links.to(file().id(), kept.at());
        }
    }
}

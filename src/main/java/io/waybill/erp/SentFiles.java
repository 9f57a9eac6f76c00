package io.waybill.erp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** The files that customers sent, for requests that hold one. */
public interface SentFiles {

    /** Where nothing is kept. */
    SentFiles NONE = new SentFiles() {
        @Override
        public Optional<SentFile> find(String id) {
            return Optional.empty();
        }

        @Override
        public boolean haveLinks() {
            return false;
        }
    };

    /** Empty when there is no such file, or not any more. */
    Optional<SentFile> find(String id);

    /** True when it is known under which address the ERP reaches us. */
    boolean haveLinks();

    /** One file, ready to be read. */
    interface SentFile {

        String filename();

        String mime();

        long size();

        InputStream open() throws IOException;

        /** Where it can be fetched for a while; always the same, so that a request sent again is the same request. */
        URI link();
    }
}

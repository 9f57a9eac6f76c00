package io.waybill.media;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A process of its own, whose memory would not hold the file. Arguments: database, contact. */
final class LargeFileInSmallMemory {

    private static final int SIZE = 90_000_000;

    private LargeFileInSmallMemory() {}

    public static void main(String[] args) throws Exception {
        // One connection: a new one for each piece of the file would take most of the time.
        SingleConnectionDataSource database = new SingleConnectionDataSource(args[0], "postgres", "postgres", true);
        MediaStore store = new MediaStore(JdbcClient.create(database), () -> "large", Clock.systemUTC());
        String id = store.begin(Long.parseLong(args[1]), "large");
        StoringSink sink = new StoringSink(store, id, 100_000_000);

        sink.take(new Bytes());

        DigestInputStream back = new DigestInputStream(store.open(id), MessageDigest.getInstance("SHA-256"));
        long count = back.transferTo(java.io.OutputStream.nullOutputStream());
        boolean same = Arrays.equals(sink.digest(), back.getMessageDigest().digest());
        System.out.println(count + " bytes came back " + (same ? "as they went in" : "changed"));
    }

    private static final class Bytes extends InputStream {

        private int at;

        @Override
        public int read() throws IOException {
            return at == SIZE ? -1 : at++ * 31 & 0xff;
        }
    }
}

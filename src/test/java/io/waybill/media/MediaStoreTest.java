package io.waybill.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.SettableClock;
import io.waybill.SmallProcess;
import io.waybill.database.TestDatabase;
import io.waybill.message.StoredFile;
import io.waybill.whatsapp.MediaTooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaStoreTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = SettableClock.atNoon();
    private final AtomicInteger ids = new AtomicInteger();
    private final MediaStore store = new MediaStore(database.jdbc(), () -> "file" + ids.incrementAndGet(), clock);
    private final long contact = contact();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MediaStore.PIECE - 1, MediaStore.PIECE, MediaStore.PIECE + 1, 3 * MediaStore.PIECE})
    void givesBackTheBytesItTook(int size) throws IOException {
        byte[] bytes = size < 200 ? new byte[size] : SampleBytes.pdf(size);
        StoredFile file = keep("m1", bytes);

        assertThat(file.size()).isEqualTo(size);
        assertThat(store.find(contact, "m1")).contains(file);
        assertThat(store.find(file.id())).contains(new MediaStore.Kept(file, clock.instant()));
        try (InputStream in = store.open(file.id())) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        StoredBytes parts = new StoredBytes(store, file.id(), size);
        assertThat(parts.at(MediaStore.PIECE - 2, 4))
                .isEqualTo(
                        size < MediaStore.PIECE - 1
                                ? new byte[0]
                                : java.util.Arrays.copyOfRange(
                                        bytes, MediaStore.PIECE - 2, Math.min(size, MediaStore.PIECE + 2)));
    }

    @Test
    void knowsNoFileBeforeItIsWhole() throws IOException {
        String id = store.begin(contact, "m1");
        new StoringSink(store, id, 1_000).take(new ByteArrayInputStream(SampleBytes.pdf(500)));

        assertThat(store.find(contact, "m1")).isEmpty();
        assertThat(store.find(id)).isEmpty();
    }

    @Test
    void takesNoMoreThanIsWanted() {
        String id = store.begin(contact, "m1");
        AtomicInteger read = new AtomicInteger();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'x';
            }
        };

        assertThatThrownBy(() -> new StoringSink(store, id, 1_000_000).take(endless))
                .isInstanceOf(MediaTooLarge.class);
        assertThat(read).hasValueLessThan(1_000_000 + MediaStore.PIECE + 1);
    }

    @Test
    void clearsWhatCrashesLeftBehindAndNothingElse() throws IOException {
        StoredFile whole = keep("m1", SampleBytes.pdf(500));
        String abandoned = store.begin(contact, "m2");
        store.append(abandoned, 0, new byte[10]);
        clock.pass(Duration.ofMinutes(30));
        String going = store.begin(contact, "m3");
        store.append(going, 0, new byte[10]);

        clock.pass(Duration.ofMinutes(40));
        store.begin(contact, "m4");

        assertThat(store.piece(abandoned, 0)).isEmpty();
        assertThat(store.piece(going, 0)).isPresent();
        assertThat(store.find(whole.id())).isPresent();
    }

    @Test
    void forgetsADiscardedFileWithItsBytes() throws IOException {
        StoredFile file = keep("m1", SampleBytes.pdf(500));

        store.discard(file.id());

        assertThat(store.find(file.id())).isEmpty();
        assertThat(database.jdbc()
                        .sql("select count(*) from media_chunk")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> store.open(file.id()).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not whole");
    }

    @Test
    void takesAndGivesNinetyMegabytesWithSixteenOfMemory() throws Exception {
        String said = SmallProcess.run("16m", LargeFileInSmallMemory.class, database.url(), String.valueOf(contact));

        assertThat(said.strip()).endsWith("90000000 bytes came back as they went in");
    }

    private StoredFile keep(String mediaId, byte[] bytes) throws IOException {
        String id = store.begin(contact, mediaId);
        StoringSink sink = new StoringSink(store, id, bytes.length);
        sink.take(new ByteArrayInputStream(bytes));
        StoredFile file = new StoredFile(
                id, "cv.pdf", "application/pdf", sink.size(), HexFormat.of().formatHex(sink.digest()));
        store.complete(file);
        return file;
    }

    private long contact() {
        return database.jdbc()
                .sql("insert into contact (phone_number_id) values ('1') returning id")
                .query(Long.class)
                .single();
    }
}

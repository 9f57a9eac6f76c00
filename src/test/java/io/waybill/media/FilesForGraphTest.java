package io.waybill.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.whatsapp.MediaUploads;
import io.waybill.whatsapp.OwnFiles;
import io.waybill.whatsapp.SendFailure;
import io.waybill.whatsapp.UploadResult;
import io.waybill.whatsapp.WhatsAppChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FilesForGraphTest {

    private static final byte[] PICTURE = SampleBytes.jpeg(30, 20);
    private static final WhatsAppChannel MAIN = channel("1", true);

    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = SettableClock.atNoon();
    private final AtomicInteger ids = new AtomicInteger();
    private final MediaStore store = new MediaStore(database.jdbc(), () -> "file" + ids.incrementAndGet(), clock);
    private final MediaLinks links = links(null);
    private final Images images = new Images(store, links, database.jdbc(), database.transaction(), clock);
    private final List<String> uploaded = new ArrayList<>();
    private UploadResult next = null;

    @Test
    void handsAFileOverOnceForEachNumber() {
        String file = picture();
        FilesForGraph files = files();

        assertThat(files.name(MAIN, file)).isEqualTo(new OwnFiles.Named.ById("graph1"));
        assertThat(files.name(MAIN, file)).isEqualTo(new OwnFiles.Named.ById("graph1"));
        assertThat(files().name(MAIN, file)).as("on another node").isEqualTo(new OwnFiles.Named.ById("graph1"));
        assertThat(files.name(channel("2", true), file)).isEqualTo(new OwnFiles.Named.ById("graph2"));
        assertThat(uploaded).containsExactly("1 image/jpeg " + PICTURE.length, "2 image/jpeg " + PICTURE.length);
    }

    @Test
    void allWhoNeedAFileMeanwhileWaitForTheOneUpload() throws Exception {
        String file = picture();
        CountDownLatch all = new CountDownLatch(20);
        FilesForGraph files = new FilesForGraph(
                store,
                new OutboundMedia(database.jdbc()),
                (channel, sent) -> {
                    await(all);
                    return upload(channel, sent);
                },
                links,
                clock);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<OwnFiles.Named>> names = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                names.add(threads.submit(() -> {
                    all.countDown();
                    return files.name(MAIN, file);
                }));
            }
            for (Future<OwnFiles.Named> name : names) {
                assertThat(name.get()).isEqualTo(new OwnFiles.Named.ById("graph1"));
            }
        }
        assertThat(uploaded).hasSize(1);
    }

    /** 004-29: an expired media id is not used. */
    @Test
    void handsItOverAgainBeforeMetaForgetsIt() {
        String file = picture();
        FilesForGraph files = files();
        files.name(MAIN, file);

        clock.pass(Duration.ofDays(25).minusSeconds(1));
        assertThat(files.name(MAIN, file)).isEqualTo(new OwnFiles.Named.ById("graph1"));
        clock.pass(Duration.ofSeconds(1));
        assertThat(files.name(MAIN, file)).isEqualTo(new OwnFiles.Named.ById("graph2"));
    }

    @Test
    void usesTheOldIdForAsLongAsMetaKnowsItWhenItCannotBeHandedOver() {
        String file = picture();
        FilesForGraph files = files();
        files.name(MAIN, file);
        next = failed();

        clock.pass(Duration.ofDays(29));
        assertThat(files.name(MAIN, file)).isEqualTo(new OwnFiles.Named.ById("graph1"));
        clock.pass(Duration.ofDays(1));
        assertThat(files.name(MAIN, file)).isInstanceOf(OwnFiles.Named.NotNow.class);
    }

    @Test
    void handsItOverAgainWhenGraphDoesNotKnowIt() {
        String file = picture();
        FilesForGraph files = files();
        files.name(MAIN, file);

        files.forget(MAIN, file, "graph1");

        assertThat(files.name(MAIN, file)).isEqualTo(new OwnFiles.Named.ById("graph2"));
    }

    @Test
    void letsGraphFetchWhatItDoesNotTake() {
        String file = picture();
        next = failed();

        OwnFiles.Named named = new FilesForGraph(
                        store,
                        new OutboundMedia(database.jdbc()),
                        this::upload,
                        links("https://waybill.example.com"),
                        clock)
                .name(MAIN, file);

        assertThat(named)
                .isInstanceOfSatisfying(
                        OwnFiles.Named.ByLink.class,
                        link -> assertThat(link.link()).startsWith("https://waybill.example.com/media/" + file + "?"));
    }

    @Test
    void theSimulatedPhoneGetsALinkToThisGateway() {
        String file = picture();

        assertThat(files().name(channel("1", false), file))
                .isInstanceOfSatisfying(
                        OwnFiles.Named.ByLink.class,
                        link -> assertThat(link.link()).startsWith("/media/" + file + "?"));
        assertThat(uploaded).isEmpty();
    }

    @Test
    void saysOfAFileThatIsGoneThatItIs() {
        assertThat(files().name(MAIN, "nothing")).isInstanceOf(OwnFiles.Named.NotNow.class);
    }

    private FilesForGraph files() {
        return new FilesForGraph(store, new OutboundMedia(database.jdbc()), this::upload, links, clock);
    }

    private UploadResult upload(WhatsAppChannel channel, MediaUploads.FileToSend file) {
        try (InputStream bytes = file.bytes().get()) {
            assertThat(bytes.readAllBytes()).isEqualTo(PICTURE).hasSize((int) file.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (next != null) {
            return next;
        }
        uploaded.add("%s %s %d".formatted(channel.phoneNumberId(), file.mime(), file.size()));
        return new UploadResult.Uploaded("graph" + uploaded.size());
    }

    private static UploadResult failed() {
        return new UploadResult.Failed(SendFailure.permanent("Meta does not want it."));
    }

    private String picture() {
        return ((Images.Upload.Kept) images.upload("tea.jpg", PICTURE, "ada"))
                .image()
                .id();
    }

    private MediaLinks links(String publicUrl) {
        return new MediaLinks(publicUrl, Duration.ofDays(7), () -> new byte[32], clock);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WhatsAppChannel channel(String number, boolean real) {
        return new WhatsAppChannel(
                "n" + number,
                real,
                number,
                "2",
                () -> "token",
                "secret",
                "word",
                () -> "http://localhost",
                "v25.0",
                80);
    }
}

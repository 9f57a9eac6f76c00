package io.waybill.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waybill.message.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Pictures that staff uploaded, fit for WhatsApp: each content is kept once, and whoever has its address may see it. */
public final class Images {

    private static final int LISTED = 1_000;
    private static final String COLUMNS =
            "select id, filename, mime, size, width, height, alt_text, uploaded_at, uploaded_by from image join media using (id)";

    /** Sharp where a line of a list shows it, also on paper. */
    private static final Scaling SMALL = new Scaling(150, 150);

    private static final int SMALL_KEPT = 500;

    private final Cache<String, Picture> thumbnails =
            Caffeine.newBuilder().maximumSize(SMALL_KEPT).build();
    private final MediaStore store;
    private final MediaLinks links;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Images(MediaStore store, MediaLinks links, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.links = links;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param altText what it shows, in words; empty: nobody said */
    public record Image(
            String id,
            String filename,
            String mime,
            long size,
            int width,
            int height,
            String altText,
            Instant uploadedAt,
            String uploadedBy) {}

    /** How an upload ended. */
    public sealed interface Upload {

        /** @param isNew false: the same picture was there already */
        record Kept(Image image, boolean isNew) implements Upload {}

        /** @param reason a sentence for whoever uploaded it */
        record Refused(String reason) implements Upload {}
    }

    /** @param filename as the one who uploads it calls it */
    public Upload upload(String filename, byte[] bytes, String by) {
        return switch (ImageCheck.of(bytes)) {
            case ImageCheck.Checked.Unfit(String reason) -> new Upload.Refused(reason);
            case ImageCheck.Checked.Fit fit -> {
                String sha256 = sha256(bytes);
                yield withContent(sha256)
                        .<Upload>map(image -> new Upload.Kept(image, false))
                        .orElseGet(() -> keep(filename, bytes, sha256, fit, by));
            }
        };
    }

    private Upload keep(String filename, byte[] bytes, String sha256, ImageCheck.Checked.Fit fit, String by) {
        String id = store.begin(null, null);
        try {
            new StoringSink(store, id, bytes.length).take(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StoredFile file = new StoredFile(
                id, DisplayName.of(filename, fit.type()), fit.type().mime(), bytes.length, sha256);
        boolean isNew = Boolean.TRUE.equals(transaction.execute(status -> complete(file, fit, by)));
        if (!isNew) {
            store.discard(id);
        }
        return new Upload.Kept(withContent(sha256).orElseThrow(), isNew);
    }

    /** False when somebody else uploaded the same picture meanwhile. */
    private boolean complete(StoredFile file, ImageCheck.Checked.Fit fit, String by) {
        store.complete(file);
        return jdbc.sql("""
                                insert into image (id, sha256, width, height, uploaded_at, uploaded_by) values (?, ?, ?, ?, ?, ?)
                                on conflict (sha256) do nothing
                                """)
                        .params(
                                file.id(),
                                file.sha256(),
                                fit.width(),
                                fit.height(),
                                clock.instant().atOffset(ZoneOffset.UTC),
                                by)
                        .update()
                > 0;
    }

    /** The latest first. */
    public List<Image> all() {
        return jdbc.sql(COLUMNS + " order by uploaded_at desc, id limit " + LISTED)
                .query(Image.class)
                .list();
    }

    /** Keeps in words what it shows; empty when there is no such picture. */
    public Optional<Image> describe(String id, String altText) {
        return jdbc.sql("update image set alt_text = ? where id = ?")
                                .params(altText, id)
                                .update()
                        == 0
                ? Optional.empty()
                : jdbc.sql(COLUMNS + " where id = ?")
                        .param(id)
                        .query(Image.class)
                        .optional();
    }

    /**
     * False when there is no such picture.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when it is used
     */
    public boolean delete(String id) {
        return jdbc.sql("delete from media where id = (select id from image where id = ?)")
                        .param(id)
                        .update()
                > 0;
    }

    /** Those of {@code ids} that are pictures. */
    public Set<String> known(Collection<String> ids) {
        return jdbc.sql("select id from image where id = any(?::text[])")
                .param(ids.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** Where a picture is for this gateway's own flows. */
    public static String path(String id) {
        return "/media/" + id;
    }

    /** Where everybody can fetch a picture, for as long as it is kept. */
    public String url(String id) {
        return links.open(path(id));
    }

    /** Where it is in the size of a line of a list. */
    public static String thumbnailPath(String id) {
        return path(id) + "/thumbnail";
    }

    /** In that size, on white; empty for what is no picture of ours. */
    public Optional<Picture> thumbnail(String id) {
        return Optional.ofNullable(thumbnails.get(
                id, wanted -> picture(wanted).flatMap(SMALL::jpeg).orElse(null)));
    }

    private Optional<Picture> picture(String id) {
        return file(id).map(file -> {
            try (InputStream bytes = store.open(file.id())) {
                return new Picture(bytes.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    Optional<StoredFile> file(String id) {
        return jdbc.sql("select id, filename, mime, size, media.sha256 from image join media using (id) where id = ?")
                .param(id)
                .query(StoredFile.class)
                .optional();
    }

    private Optional<Image> withContent(String sha256) {
        return jdbc.sql(COLUMNS + " where image.sha256 = ?")
                .param(sha256)
                .query(Image.class)
                .optional();
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Digest.sha256().digest(bytes));
    }
}

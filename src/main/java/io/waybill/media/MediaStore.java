package io.waybill.media;

import io.waybill.message.StoredFile;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps files in PostgreSQL in pieces, so that no more than one piece of a file is ever in memory, and every node can read it.
 *
 * <p>Each piece is a statement of its own: a transaction around them would stay open for as long as Meta takes.
 */
final class MediaStore {

    static final int PIECE = 256 * 1024;

    /** No file takes as long to fetch: what is older and unfinished was left behind by a crash. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Supplier<String> ids;
    private final Clock clock;

    /** @param ids random and not to be guessed */
    MediaStore(JdbcClient jdbc, Supplier<String> ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    void move(long from, long to) {
        jdbc.sql("update media set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }

    /** A kept file with the time it came. */
    record Kept(StoredFile file, Instant at) {}

    /** The file of a message that was fetched before. */
    Optional<StoredFile> find(long contactId, String mediaId) {
        return jdbc.sql("""
                        select id, filename, mime, size, sha256 from media
                        where contact_id = ? and media_id = ? and size is not null order by created_at limit 1
                        """).params(contactId, mediaId).query(StoredFile.class).optional();
    }

    Optional<Kept> find(String id) {
        return jdbc.sql(
                        "select id, filename, mime, size, sha256, created_at from media where id = ? and size is not null")
                .param(id)
                .query((row, n) -> new Kept(
                        new StoredFile(
                                row.getString("id"),
                                row.getString("filename"),
                                row.getString("mime"),
                                row.getLong("size"),
                                row.getString("sha256")),
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }

    Set<String> kept(Collection<String> ids) {
        return jdbc.sql("select id from media where id = any(?::text[]) and size is not null")
                .param(ids.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** Makes room for a file, and clears what crashes left behind. Without contact and Meta's id it is a file of ours. */
    String begin(@Nullable Long contactId, @Nullable String mediaId) {
        jdbc.sql("delete from media where size is null and created_at < ?")
                .param(clock.instant().minus(ABANDONED).atOffset(ZoneOffset.UTC))
                .update();
        String id = ids.get();
        jdbc.sql("insert into media (id, contact_id, media_id, created_at) values (?, ?, ?, ?)")
                .params(id, contactId, mediaId, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    void append(String id, int n, byte[] bytes) {
        jdbc.sql("insert into media_chunk (id, n, bytes) values (?, ?, ?)")
                .params(id, n, bytes)
                .update();
    }

    /** From now on the file is there. */
    void complete(StoredFile file) {
        jdbc.sql("update media set filename = ?, mime = ?, size = ?, sha256 = ? where id = ?")
                .params(file.filename(), file.mime(), file.size(), file.sha256(), file.id())
                .update();
    }

    void discard(String id) {
        jdbc.sql("delete from media where id = ?").param(id).update();
    }

    /** One piece; empty past the end. */
    Optional<byte[]> piece(String id, int n) {
        return jdbc.sql("select bytes from media_chunk where id = ? and n = ?")
                .params(id, n)
                .query((row, i) -> row.getBytes(1))
                .optional();
    }

    InputStream open(String id) {
        return new Pieces(this, id);
    }
}

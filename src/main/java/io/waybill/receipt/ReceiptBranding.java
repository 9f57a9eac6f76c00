package io.waybill.receipt;

import io.waybill.media.Picture;
import io.waybill.receipt.Branding.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the two profiles, every version of them.
 *
 * <p>Until somebody saves one it has the name of the store; that too is kept, since the store may be named otherwise and a receipt
 * that was sent may not.
 */
public final class ReceiptBranding {

    private static final String ROW = "select kind, version, name, tagline, footer, logo from receipt_branding ";

    private final JdbcClient jdbc;
    private final Supplier<String> storeName;
    private final Clock clock;

    ReceiptBranding(JdbcClient jdbc, Supplier<String> storeName, Clock clock) {
        this.jdbc = jdbc;
        this.storeName = storeName;
        this.clock = clock;
    }

    /** What new receipts carry. */
    public Branding current(Kind kind) {
        return settled(kind).orElseGet(() -> {
            keepStoreName(kind);
            return latest(kind).orElseThrow();
        });
    }

    /** What a receipt carries that was made with this version. */
    public Optional<Branding> version(Kind kind, int version) {
        return jdbc.sql(ROW + "where kind = ? and version = ?")
                .params(kind.name(), version)
                .query(ReceiptBranding::row)
                .optional();
    }

    /**
     * Keeps {@code branding} as the next version; empty when that is there already, because somebody else saved meanwhile.
     *
     * @param branding the current one, changed
     */
    Optional<Branding> save(Branding branding, String by) {
        return keep(branding, by) ? version(branding.kind(), branding.version() + 1) : Optional.empty();
    }

    /** The latest, unless the name of the store has changed since and nobody has saved another. */
    private Optional<Branding> settled(Kind kind) {
        return jdbc.sql(ROW + """
                        where kind = :kind and version = (select max(version) from receipt_branding where kind = :kind)
                            and (saved_by is not null or name = :name)
                        """)
                .param("kind", kind.name())
                .param("name", storeName.get())
                .query(ReceiptBranding::row)
                .optional();
    }

    private Optional<Branding> latest(Kind kind) {
        return jdbc.sql(ROW + "where kind = ? order by version desc limit 1")
                .param(kind.name())
                .query(ReceiptBranding::row)
                .optional();
    }

    private void keepStoreName(Kind kind) {
        int before = latest(kind).map(Branding::version).orElse(0);
        // Another node may be first; then it has said the same.
        keep(new Branding(kind, before, storeName.get(), null, null, null), null);
    }

    private boolean keep(Branding branding, @Nullable String by) {
        Picture logo = branding.logo();
        return jdbc.sql("""
                        insert into receipt_branding (kind, version, name, tagline, footer, logo, saved_at, saved_by)
                        values (:kind, :version, :name, :tagline, :footer, :logo, :now, :by) on conflict do nothing
                        """)
                        .param("kind", branding.kind().name())
                        .param("version", branding.version() + 1)
                        .param("name", branding.name())
                        .param("tagline", branding.tagline(), Types.VARCHAR)
                        .param("footer", branding.footer(), Types.VARCHAR)
                        .param("logo", logo == null ? null : logo.bytes(), Types.BINARY)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", by, Types.VARCHAR)
                        .update()
                > 0;
    }

    private static Branding row(ResultSet row, int n) throws SQLException {
        byte[] logo = row.getBytes("logo");
        return new Branding(
                Kind.valueOf(row.getString("kind")),
                row.getInt("version"),
                row.getString("name"),
                row.getString("tagline"),
                row.getString("footer"),
                logo == null ? null : new Picture(logo));
    }
}

package io.waybill.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The personnel office of the demo shop: its open positions, and who applied. */
public final class DemoHr {

    private static final int MOST_SHOWN = 200;

    private final JdbcClient db;

    DemoHr(JdbcClient db) {
        this.db = db;
    }

    /** The latest applicants, newest first. */
    public List<DemoApplicant> applicants() {
        return db.sql("select * from demo_erp.applicants order by id desc limit ?")
                .param(MOST_SHOWN)
                .query((row, n) -> new DemoApplicant(
                        "A" + row.getLong("id"),
                        row.getString("job_id"),
                        job(row.getString("job_id")).map(DemoJob::name).orElse(row.getString("job_id")),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("filename"),
                        row.getString("mime"),
                        row.getObject("size", Long.class),
                        row.getString("sha256"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    Wire.Page<Wire.Job> jobs(boolean activeOnly, int page, int limit) {
        return Wire.Page.of(
                DemoJob.ALL.stream()
                        .filter(job -> job.active() || !activeOnly)
                        .map(job -> new Wire.Job(job.id(), job.name(), job.department(), job.active()))
                        .toList(),
                page,
                limit);
    }

    Wire.ApplicantId apply(Wire.NewApplicant applicant) {
        DemoJob job = job(applicant.role())
                .filter(DemoJob::active)
                .orElseThrow(() -> new Refusal(422, "There is no open position \"%s\".".formatted(applicant.role())));
        byte[] resume = applicant.resumeBase64();
        long id = db.sql("""
                        insert into demo_erp.applicants (job_id, name, email, phone, filename, mime, size, sha256)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .param(job.id())
                .param(needed(applicant.name(), "a name"))
                .param(needed(applicant.email(), "an email address"))
                .param(applicant.phone())
                .param(applicant.resumeFilename())
                .param(applicant.resumeMime())
                .param(resume == null ? null : (long) resume.length)
                .param(resume == null ? null : sha256(resume))
                .query(Long.class)
                .single();
        return new Wire.ApplicantId("A" + id, "received");
    }

    private static String needed(@Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            throw new Refusal(422, "An applicant needs %s.".formatted(what));
        }
        return value;
    }

    private static Optional<DemoJob> job(@Nullable String id) {
        return DemoJob.ALL.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

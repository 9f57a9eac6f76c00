package io.waybill.job;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.waybill.media.ImageUse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which of the uploaded pictures each job has; one at most. */
final class JobImages implements ImageUse {

    /** How long another node may not know of a change. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoadingCache<Boolean, Map<String, List<String>>> cache;

    JobImages(JdbcClient jdbc, Clock clock, Ticker ticker) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(ticker).build(any -> load());
    }

    /** External job id to the id of its picture, alone in a list. */
    Map<String, List<String>> byJob() {
        return cache.get(true);
    }

    void attach(String externalJobId, String image, String by) {
        jdbc.sql("""
                        insert into job_image (external_job_id, image_id, attached_at, attached_by) values (?, ?, ?, ?)
                        on conflict (external_job_id) do update
                        set image_id = excluded.image_id, attached_at = excluded.attached_at, attached_by = excluded.attached_by
                        """)
                .params(externalJobId, image, clock.instant().atOffset(ZoneOffset.UTC), by)
                .update();
        cache.invalidateAll();
    }

    void remove(String externalJobId) {
        jdbc.sql("delete from job_image where external_job_id = ?")
                .param(externalJobId)
                .update();
        cache.invalidateAll();
    }

    @Override
    public Map<String, List<String>> byImage() {
        return byJob().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.groupingBy(
                        job -> job.getValue().getFirst(),
                        Collectors.mapping(job -> "job " + job.getKey(), Collectors.toList())));
    }

    private Map<String, List<String>> load() {
        return jdbc
                .sql("select external_job_id, image_id from job_image")
                .query((row, n) -> Map.entry(row.getString("external_job_id"), List.of(row.getString("image_id"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

package io.waybill.template;

import io.waybill.live.LiveEvents;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Tells the browsers of this node that templates, drafts or mappings changed, whichever node they changed on. */
class TemplateBell {

    private static final Logger log = LoggerFactory.getLogger(TemplateBell.class);

    /** A few thousand rows at most, and asked for only while somebody listens. */
    private static final String STATE = """
            select concat_ws(' ',
                (select concat_ws(' ', count(*), max(greatest(told_at, synced_at))) from template),
                (select concat_ws(' ', count(*), sum(version), max(changed_at)) from template_draft),
                (select concat_ws(' ', count(*), max(changed_at)) from template_mapping))
            """;

    private final JdbcClient jdbc;
    private final LiveEvents live;
    private String told = "";

    TemplateBell(JdbcClient jdbc, LiveEvents live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (live.listening().isEmpty()) {
            told = "";
            return;
        }
        try {
            String state = jdbc.sql(STATE).query(String.class).single();
            if (!told.equals(state)) {
                live.tell("template", "changed");
            }
            told = state;
        } catch (DataAccessException e) {
            log.warn("Nobody hears of changes of templates until the database answers: {}", e.getMessage());
        }
    }
}

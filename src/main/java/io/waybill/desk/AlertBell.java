package io.waybill.desk;

import io.waybill.desk.Alerts.Alert;
import io.waybill.live.LiveEvents;
import io.waybill.live.NewRows;
import jakarta.annotation.PostConstruct;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Tells the browsers of this node what came to the people at them, whichever node it came to. Also takes an open browser for a sign of
 * life.
 */
class AlertBell {

    private static final Logger log = LoggerFactory.getLogger(AlertBell.class);

    private final Alerts alerts;
    private final Availability people;
    private final Supplier<DeskRules> rules;
    private final LiveEvents live;
    private NewRows<Alert> fresh = new NewRows<>(0, Alert::id);

    AlertBell(Alerts alerts, Availability people, Supplier<DeskRules> rules, LiveEvents live) {
        this.alerts = alerts;
        this.people = people;
        this.rules = rules;
        this.live = live;
    }

    /**
     * What a browser is told; it asks for the rest itself.
     *
     * @param kind order or chat
     * @param subject the ERP's id of the order, or the contact of the chat
     */
    record News(String kind, String subject, long contactId) {}

    /** Before anybody can listen here: the first look is a second away, and what comes until then is news. */
    @PostConstruct
    void begin() {
        fresh = new NewRows<>(alerts.latest(), Alert::id);
    }

    /** At most a second after the commit: one look at the end of a short table. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            fresh.found(alerts::after).forEach(this::tell);
        } catch (DataAccessException e) {
            log.warn("Nobody hears of what came to them until the database answers: {}", e.getMessage());
        }
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void life() {
        people.seen(live.listening());
    }

    private void tell(Alert alert) {
        News news = new News(alert.kind().key(), alert.subject(), alert.contactId());
        String assignee = alert.assignee();
        if (assignee != null) {
            live.tell(listener -> listener.name().equals(assignee), "desk", news);
        } else {
            Team team = rules.get().teams().named(alert.team());
            live.tell(listener -> team.has(listener.name(), listener.roles()), "desk", news);
        }
    }
}

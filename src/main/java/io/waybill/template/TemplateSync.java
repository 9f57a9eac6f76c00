package io.waybill.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.TemplateApi;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks Meta for all our templates: at the start, every few hours, after a change, and when somebody wants it. */
class TemplateSync {

    private static final Logger log = LoggerFactory.getLogger(TemplateSync.class);
    private static final long EVERY_HOURS = 6;

    private final WhatsAppChannels channels;
    private final TemplateApi api;
    private final TemplateStore store;
    private final TemplateNotices notices;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private final Set<String> listed = ConcurrentHashMap.newKeySet();
    private final ReentrantLock one = new ReentrantLock();

    TemplateSync(
            WhatsAppChannels channels,
            TemplateApi api,
            TemplateStore store,
            TemplateNotices notices,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.channels = channels;
        this.api = api;
        this.store = store;
        this.notices = notices;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        soon();
    }

    /** Without waiting for it. */
    void soon() {
        Thread.ofVirtual().name("template-sync").start(this::now);
    }

    /** Returns when it is done; what went wrong is then in {@link #problem}. */
    @Scheduled(fixedDelay = EVERY_HOURS, initialDelay = EVERY_HOURS, timeUnit = TimeUnit.HOURS)
    void now() {
        one.lock();
        try {
            channels.accounts().forEach(this::account);
            notices.compare();
            events.publishEvent(new TemplatesChanged());
        } catch (RuntimeException e) {
            log.error("Looking at the templates failed.", e);
        } finally {
            one.unlock();
        }
    }

    /** Does {@code change} while no list is read: one that was asked for before it would undo it. */
    void between(Runnable change) {
        one.lock();
        try {
            change.run();
        } finally {
            one.unlock();
        }
    }

    /** Why the last look at this account failed; null: it did not. */
    @Nullable
    String problem(String account) {
        return problems.get(account);
    }

    /** Whether Meta has listed all templates of this account since this node started. */
    boolean hasListed(String account) {
        return listed.contains(account);
    }

    private void account(WhatsAppChannel channel) {
        String account = channel.businessAccountId();
        Instant asked = clock.instant();
        try {
            List<MirroredTemplate> listed = new ArrayList<>();
            api.list(channel).forEach(json -> listed.add(read(account, json)));
            Map<String, MirroredTemplate> before = store.all().stream()
                    .filter(template -> template.businessAccountId().equals(account))
                    .collect(Collectors.toMap(MirroredTemplate::label, template -> template));
            transaction.executeWithoutResult(status -> store.replace(account, listed, asked));
            problems.remove(account);
            this.listed.add(account);
            listed.forEach(template -> tell(template, before.get(template.label())));
        } catch (TemplateApi.Refused e) {
            problems.put(account, String.valueOf(e.getMessage()));
            log.warn("The templates of the business account {} could not be listed. {}", account, e.getMessage());
        }
    }

    private void tell(MirroredTemplate now, @Nullable MirroredTemplate before) {
        notices.status(now.name(), now.language(), before == null ? null : before.status(), now.status(), now.reason());
    }

    private MirroredTemplate read(String account, JsonNode json) {
        MetaTemplate text = MetaTemplate.read(json);
        String reason = json.path("rejected_reason").asText("NONE");
        JsonNode quality = json.path("quality_score").path("score");
        return new MirroredTemplate(
                account,
                text.name(),
                text.language(),
                json.path("id").asText(),
                json.path("status").asText().toUpperCase(Locale.ROOT),
                text.category(),
                quality.isTextual() ? quality.textValue() : null,
                reason.equals("NONE") ? null : reason,
                ((ObjectNode) json).without(List.of("quality_score")).toString(),
                clock.instant(),
                clock.instant());
    }
}

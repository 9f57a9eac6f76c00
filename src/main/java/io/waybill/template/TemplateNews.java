package io.waybill.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.whatsapp.TemplateUpdate;
import io.waybill.whatsapp.TemplateUpdate.Ref;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;

/** Takes what Meta tells about templates by itself. */
public final class TemplateNews {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> GOOD_AGAIN = Set.of("REINSTATED", "UNARCHIVED");

    private final WhatsAppChannels channels;
    private final TemplateStore store;
    private final TemplateNotices notices;
    private final TemplateSync sync;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TemplateNews(
            WhatsAppChannels channels,
            TemplateStore store,
            TemplateNotices notices,
            TemplateSync sync,
            ApplicationEventPublisher events,
            Clock clock) {
        this.channels = channels;
        this.store = store;
        this.notices = notices;
        this.sync = sync;
        this.events = events;
        this.clock = clock;
    }

    /** Whether it is about a template of an account that one of these numbers belongs to: an app is believed about its own only. */
    public boolean isOurs(TemplateUpdate update, Set<String> phoneNumberIds) {
        return channels.all().stream()
                .anyMatch(channel -> channel.real()
                        && channel.businessAccountId().equals(update.template().businessAccountId())
                        && phoneNumberIds.contains(channel.phoneNumberId()));
    }

    /** Returns once it is committed. */
    public void take(List<TemplateUpdate> updates) {
        if (updates.isEmpty()) {
            return;
        }
        boolean allKnown = true;
        for (TemplateUpdate update : updates) {
            allKnown &= take(update);
        }
        notices.compare();
        events.publishEvent(new TemplatesChanged());
        if (!allKnown) {
            sync.soon();
        }
    }

    /** False when a list has to be asked for to know all. */
    private boolean take(TemplateUpdate update) {
        Ref ref = update.template();
        return switch (update) {
            case TemplateUpdate.Status status -> status(ref, status);
            case TemplateUpdate.Category category -> {
                notices.category(ref.name(), ref.language(), category.category(), category.done());
                yield !category.done() || store.category(ref, category.category(), clock.instant());
            }
            case TemplateUpdate.Quality quality -> store.quality(ref, quality.score(), clock.instant());
            case TemplateUpdate.Components components -> {
                store.find(ref).ifPresent(known -> store.definition(ref, changed(known, components), clock.instant()));
                // It comes without examples.
                yield false;
            }
        };
    }

    private boolean status(Ref ref, TemplateUpdate.Status status) {
        if (status.event().equals("DELETED")) {
            store.remove(ref.businessAccountId(), ref.name(), ref.language());
            return true;
        }
        String now = GOOD_AGAIN.contains(status.event()) ? KnownTemplate.APPROVED : status.event();
        String before = store.find(ref).map(MirroredTemplate::status).orElse("");
        notices.status(ref.name(), ref.language(), before, now, status.reason());
        return store.status(ref, now, status.reason(), clock.instant());
    }

    private static String changed(MirroredTemplate known, TemplateUpdate.Components components) {
        try {
            ObjectNode json = known.json();
            json.set("components", Objects.requireNonNull(JSON.readTree(components.components())));
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Components could not be read again.", e);
        }
    }
}

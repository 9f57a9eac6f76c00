package io.waybill.template;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import io.waybill.template.MappedTemplates.Unready;
import io.waybill.template.MappedTemplates.Why;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Templates that cannot be sent until a person does something; they are few, so all are looked at. */
final class TemplateAttention implements AttentionCategory {

    private static final Set<String> BAD = Set.of("REJECTED", "PAUSED", "DISABLED", "FLAGGED", "LIMIT_EXCEEDED");

    private static final Comparator<AttentionItem> LONGEST_FIRST =
            Comparator.comparing(AttentionItem::since).thenComparing(AttentionItem::id);

    private final TemplateStore store;
    private final TemplateCatalog catalog;
    private final MappedTemplates standing;
    private final WhatsAppChannels channels;
    /** When this node began to look: nobody keeps since when a template is missing. */
    private final Instant begin;

    TemplateAttention(
            TemplateStore store,
            TemplateCatalog catalog,
            MappedTemplates standing,
            WhatsAppChannels channels,
            Instant begin) {
        this.store = store;
        this.catalog = catalog;
        this.standing = standing;
        this.channels = channels;
        this.begin = begin;
    }

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public String meaning() {
        return "Templates that Meta does not let through, and events whose template is missing: word them differently, submit them, or map another.";
    }

    @Override
    public long count(Instant now) {
        return all().size();
    }

    @Override
    public Optional<Place> place(String text) {
        return Place.of(text);
    }

    @Override
    public List<AttentionItem> items(Instant now, @Nullable Place after, int limit) {
        return all().stream()
                .filter(item -> after == null || isAfter(item, after))
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(AttentionItem item, Place after) {
        int later = item.since().compareTo(after.since());
        return later > 0 || later == 0 && item.id().compareTo(after.key()) > 0;
    }

    private List<AttentionItem> all() {
        Map<String, AttentionItem> byId = new LinkedHashMap<>();
        Stream.concat(bad(), missing()).forEach(item -> byId.putIfAbsent(item.id(), item));
        return byId.values().stream().sorted(LONGEST_FIRST).toList();
    }

    private Stream<AttentionItem> bad() {
        Set<String> ours = catalog.accounts();
        return store.all().stream()
                .filter(template -> BAD.contains(template.status()) && ours.contains(template.businessAccountId()))
                .map(template -> item(
                        template.label(),
                        template.statusSince(),
                        template.known().refusal() + " Word it differently and submit it again.",
                        "/api/v1/templates/" + template.name()));
    }

    /** What Meta looks at needs nobody, and what it refused stands there by itself. */
    private Stream<AttentionItem> missing() {
        return channels.all().stream()
                .flatMap(channel -> standing.of(channel).unready().stream())
                .filter(unready -> unready.why() != Why.IN_REVIEW && unready.why() != Why.NOT_APPROVED)
                .map(this::item);
    }

    private AttentionItem item(Unready unready) {
        return item(
                unready.event().key(),
                begin,
                "Customers cannot always be told of %s. %s"
                        .formatted(unready.event().key(), unready.sentence()),
                "/api/v1/template-mappings/" + unready.event().key());
    }

    private static AttentionItem item(String id, Instant since, String todo, String link) {
        return new AttentionItem(id, since, new Place(since, id), null, todo, link);
    }
}

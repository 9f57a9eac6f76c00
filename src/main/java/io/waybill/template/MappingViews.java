package io.waybill.template;

import io.waybill.template.MappedTemplates.Unready;
import io.waybill.template.MappingController.MappingView;
import io.waybill.template.RealExample.Filling;
import io.waybill.whatsapp.FilledTemplate;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.MetaTemplate.Part;
import io.waybill.whatsapp.ShownTemplate;
import io.waybill.whatsapp.WhatsAppChannels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people see of the mappings: how they stand, and what customers would read. */
final class MappingViews {

    private final Mappings mappings;
    private final CheckedMappings checked;
    private final MappedTemplates standing;
    private final WhatsAppChannels channels;
    private final RealExample real;

    MappingViews(
            Mappings mappings,
            CheckedMappings checked,
            MappedTemplates standing,
            WhatsAppChannels channels,
            RealExample real) {
        this.mappings = mappings;
        this.checked = checked;
        this.standing = standing;
        this.channels = channels;
        this.real = real;
    }

    /** Every event, those nothing is said of too. */
    MappingList all() {
        Map<MessageEvent, Mapping> decided = new HashMap<>();
        mappings.all().forEach(mapping -> decided.put(mapping.event(), mapping));
        return new MappingList(
                Arrays.stream(MessageEvent.values())
                        .map(event -> MappingView.of(decided.getOrDefault(event, Mapping.silent(event))))
                        .toList(),
                unready());
    }

    /** What customers cannot always be told, of each number's account once. */
    private List<UnreadyView> unready() {
        return channels.all().stream()
                .flatMap(channel -> standing.of(channel).unready().stream())
                .map(UnreadyView::of)
                .distinct()
                .toList();
    }

    /** With examples for values. */
    Rendered rendered(Mapping mapping) {
        return rendered(mapping, text -> new Filling.Says(example(mapping, text)));
    }

    /** With those of an order; empty when it is not known. */
    Optional<Rendered> rendered(Mapping mapping, String externalOrderId) {
        List<MetaTemplate> texts = checked.texts(mapping);
        Map<MetaTemplate, Filling> fillings = new HashMap<>();
        for (MetaTemplate text : texts) {
            Optional<Filling> filling = real.of(mapping, text, externalOrderId);
            if (filling.isEmpty()) {
                return Optional.empty();
            }
            fillings.put(text, filling.get());
        }
        return Optional.of(rendered(mapping, text -> Objects.requireNonNull(fillings.get(text))));
    }

    private Rendered rendered(Mapping mapping, Function<MetaTemplate, Filling> filling) {
        List<Example> examples = checked.texts(mapping).stream()
                .map(text -> example(text, filling.apply(text)))
                .distinct()
                .toList();
        return new Rendered(MappingView.of(mapping), examples, warnings(mapping.event()));
    }

    private static Example example(MetaTemplate text, Filling filling) {
        return switch (filling) {
            case Filling.Says(FilledTemplate filled) ->
                new Example(text.language(), filled.text(), ShownTemplate.of(filled), filled.values(), null);
            case Filling.Lacks(String sentence) -> new Example(text.language(), null, null, Map.of(), sentence);
        };
    }

    private static FilledTemplate example(Mapping mapping, MetaTemplate text) {
        Map<String, String> values = new HashMap<>();
        text.placeholders().forEach(place -> {
            Variable variable = mapping.variables().get(place.key());
            String example = text.examples().getOrDefault(place.key(), "");
            values.put(place.key(), place.part() == Part.BUTTON || variable == null ? example : variable.example());
        });
        return FilledTemplate.of(text, values, mapping.header());
    }

    /** The shipped flow asks for the confirmation of each order by a template of its own, right after the order is made. */
    private List<String> warnings(MessageEvent event) {
        boolean early = event == MessageEvent.ORDER_RECEIVED || event == MessageEvent.ORDER_PENDING;
        return early
                ? mappings
                        .find(MessageEvent.ORDER_COD_CONFIRM)
                        .map(cod ->
                                "A flow that says %s when an order is made sends it beside this one: customers get two messages about one order."
                                        .formatted(cod.template()))
                        .stream()
                        .toList()
                : List.of();
    }

    /** @param unready what customers cannot always be told, and why */
    record MappingList(List<MappingView> mappings, List<UnreadyView> unready) {}

    /** @param why missing, misfit, not_submitted, in_review or not_approved */
    record UnreadyView(String event, String why, String sentence) {

        static UnreadyView of(Unready unready) {
            return new UnreadyView(unready.event().key(), unready.why().key(), unready.sentence());
        }
    }

    /**
     * @param examples what customers would read
     * @param warnings what it may lead to
     */
    record Rendered(MappingView mapping, List<Example> examples, List<String> warnings) {}

    /**
     * @param text as a customer reads it, without the footer; null: it could not be sent
     * @param shown as a phone shows it
     * @param values what stands in its placeholders
     * @param lacks why it could not be sent
     */
    record Example(
            String language,
            @Nullable String text,
            @Nullable ShownTemplate shown,
            Map<String, String> values,
            @Nullable String lacks) {}
}

package io.waybill.template;

import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.template.MappingViews.MappingList;
import io.waybill.template.MappingViews.Rendered;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Which template tells of which event, in the console. */
@RestController
@RequestMapping("/api/v1/template-mappings")
@Needs(Permission.TEMPLATES_READ)
class MappingController {

    private final Mappings mappings;
    private final CheckedMappings checked;
    private final MappingViews views;
    private final TemplateNotices notices;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    MappingController(
            Mappings mappings,
            CheckedMappings checked,
            MappingViews views,
            TemplateNotices notices,
            ApplicationEventPublisher events,
            Audit audit) {
        this.mappings = mappings;
        this.checked = checked;
        this.views = views;
        this.notices = notices;
        this.events = events;
        this.audit = audit;
    }

    /** Every event, those nothing is said of too. */
    @GetMapping
    MappingList all() {
        return views.all();
    }

    /** What placeholders can be filled with. */
    @GetMapping("/variables")
    VariableList variables() {
        return new VariableList(
                Arrays.stream(Variable.values()).map(VariableView::of).toList());
    }

    /** What customers would get, with examples for values; nothing is kept. */
    @PostMapping("/{event}/preview")
    Rendered preview(@PathVariable String event, @RequestBody NewMapping wanted) {
        return views.rendered(checked.of(event(event), wanted));
    }

    /** The same with the values of an order, as it would be filled for its customer. */
    @PostMapping("/{event}/preview/{order}")
    @Needs({Permission.TEMPLATES_READ, Permission.ORDERS_READ, Permission.MONEY})
    Rendered previewOf(@PathVariable String event, @PathVariable String order, @RequestBody NewMapping wanted) {
        return views.rendered(checked.of(event(event), wanted), order)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no order %s that was made in a chat.".formatted(order)));
    }

    /** 409 when another version is there by now than the one that was seen. */
    @PutMapping("/{event}")
    @Needs(Permission.TEMPLATES_EDIT)
    Rendered save(@PathVariable String event, @RequestBody NewMapping wanted, Principal principal) {
        Mapping mapping = checked.of(decidable(event), wanted);
        save(mapping, wanted.version(), principal);
        return views.rendered(mappings.find(mapping.event()).orElse(mapping));
    }

    /**
     * From now on nothing is said of it; 409 when another version is there by now than the one that was seen.
     *
     * @param version that was seen; without it, whatever is there
     */
    @DeleteMapping("/{event}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.TEMPLATES_EDIT)
    void silence(
            @PathVariable String event,
            @RequestParam(required = false) @Nullable Integer version,
            Principal principal) {
        save(Mapping.silent(decidable(event)), version, principal);
    }

    private void save(Mapping mapping, @Nullable Integer seen, Principal principal) {
        MessageEvent event = mapping.event();
        audit.run(
                "template.mapping",
                event.key(),
                () -> mappings.find(event).map(MappingView::of).orElse(null),
                () -> {
                    if (!mappings.save(mapping, seen, principal.getName())) {
                        throw new ResponseStatusException(
                                HttpStatus.CONFLICT,
                                "Somebody else has changed what is told of %s meanwhile. Look at what it is now, then save again."
                                        .formatted(event.key()));
                    }
                });
        notices.compare();
        events.publishEvent(new TemplatesChanged());
    }

    private static MessageEvent decidable(String key) {
        MessageEvent event = event(key);
        if (event.isSaidByFlows()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "%s is said by flows: change the template there.".formatted(event.key()));
        }
        return event;
    }

    private static MessageEvent event(String key) {
        return MessageEvent.of(key)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no event %s.".formatted(key)));
    }

    /**
     * @param version that was seen, so that nobody writes over what they have not seen; without it, whatever is there
     * @param variables placeholder to variable
     * @param fallbacks placeholder to what stands there without a value
     * @param header a public https link, or {@code /media/…} of an uploaded picture
     */
    record NewMapping(
            @Nullable Integer version,
            @Nullable String template,
            @Nullable List<String> languages,
            @Nullable Map<String, String> variables,
            @Nullable Map<String, @Nullable String> fallbacks,
            @Nullable String header) {}

    /**
     * @param version how often it was saved, to be given back with a change
     * @param template null: nothing is said
     * @param proposed true while nobody has decided it
     * @param byFlows true: a flow says it, and it cannot be changed here
     */
    record MappingView(
            String event,
            @Nullable String template,
            List<String> languages,
            Map<String, String> variables,
            Map<String, String> fallbacks,
            @Nullable String header,
            boolean proposed,
            boolean byFlows,
            int version) {

        static MappingView of(Mapping mapping) {
            Map<String, String> variables = new TreeMap<>();
            mapping.variables().forEach((key, variable) -> variables.put(key, variable.key()));
            return new MappingView(
                    mapping.event().key(),
                    mapping.template(),
                    mapping.languages(),
                    variables,
                    new TreeMap<>(mapping.fallbacks()),
                    mapping.header(),
                    mapping.proposed(),
                    mapping.event().isSaidByFlows(),
                    mapping.version());
        }
    }

    record VariableList(List<VariableView> variables) {}

    record VariableView(String name, String type, String example, String description) {

        static VariableView of(Variable variable) {
            return new VariableView(variable.key(), variable.type().name(), variable.example(), variable.description());
        }
    }
}

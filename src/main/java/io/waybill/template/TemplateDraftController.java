package io.waybill.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.template.TemplateDrafting.Outdated;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Templates that people work on in the console. */
@RestController
@RequestMapping("/api/v1/template-drafts")
@Needs(Permission.TEMPLATES_READ)
class TemplateDraftController {

    private static final int LONGEST = 32_768;

    private final TemplateDrafting drafting;
    private final TemplateDrafts drafts;

    TemplateDraftController(TemplateDrafting drafting, TemplateDrafts drafts) {
        this.drafting = drafting;
        this.drafts = drafts;
    }

    @GetMapping
    DraftList all() {
        return new DraftList(drafts.all().stream().map(TemplateDraftView::of).toList());
    }

    @GetMapping("/{id}")
    TemplateDraftView one(@PathVariable long id) {
        return TemplateDraftView.of(drafting.find(id));
    }

    /** Begins one; that which changes a template is the same for everybody. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.TEMPLATES_EDIT)
    TemplateDraftView begin(@RequestBody NewDraft wanted, Principal principal) {
        if (wanted.edits() != null) {
            return TemplateDraftView.of(drafting.edit(
                    wanted.edits().name(), wanted.edits().language(), wanted.account(), principal.getName()));
        }
        return TemplateDraftView.of(drafting.begin(usable(wanted.definition()), wanted.account(), principal.getName()));
    }

    /** Saves it in the place of the version that was seen; 409 when somebody else saved meanwhile. */
    @PutMapping("/{id}")
    @Needs(Permission.TEMPLATES_EDIT)
    TemplateDraftView save(@PathVariable long id, @RequestBody SavedDraft saved, Principal principal) {
        return TemplateDraftView.of(
                drafting.save(id, saved.version(), usable(saved.definition()), principal.getName()));
    }

    /** Has Meta look at it; 409 when another version was saved than the one that was seen. */
    @PostMapping("/{id}/submit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.TEMPLATES_EDIT)
    void submit(@PathVariable long id, @RequestBody SeenDraft seen) {
        drafting.submit(id, seen.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.TEMPLATES_EDIT)
    void discard(@PathVariable long id) {
        drafting.discard(id);
    }

    private static ObjectNode usable(@Nullable ObjectNode definition) {
        if (definition == null || definition.toString().length() > LONGEST) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "\"definition\" is a template as Meta takes it, of at most %d characters.".formatted(LONGEST));
        }
        return definition;
    }

    @ExceptionHandler
    ProblemDetail outdated(Outdated e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    record DraftList(List<TemplateDraftView> drafts) {}

    /**
     * @param definition of a new template
     * @param edits the template that is changed; null: it makes a new one
     * @param account the business account; null: the only one, or the main number's
     */
    record NewDraft(
            @Nullable ObjectNode definition,
            @Nullable TemplateKey edits,
            @Nullable String account) {}

    record TemplateKey(String name, String language) {}

    /** @param version that was seen */
    record SavedDraft(int version, @Nullable ObjectNode definition) {}

    record SeenDraft(int version) {}

    /** @param edits it changes the template of its name and language */
    record TemplateDraftView(
            long id,
            String account,
            String name,
            String language,
            String category,
            boolean edits,
            int version,
            Instant changedAt,
            String changedBy,
            ObjectNode definition) {

        static TemplateDraftView of(TemplateDraft draft) {
            return new TemplateDraftView(
                    draft.id(),
                    draft.account(),
                    draft.name(),
                    draft.language(),
                    draft.definition().path("category").asText(),
                    draft.edits(),
                    draft.version(),
                    draft.changedAt(),
                    draft.changedBy(),
                    draft.definition());
        }
    }
}

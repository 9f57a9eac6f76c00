package io.waybill.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.template.TemplateEditor.NotPossible;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.WhatsAppChannels;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Drafts of templates, from their beginning until Meta looks at them. */
final class TemplateDrafting {

    private final TemplateDrafts drafts;
    private final TemplateEditor editor;
    private final WhatsAppChannels channels;

    TemplateDrafting(TemplateDrafts drafts, TemplateEditor editor, WhatsAppChannels channels) {
        this.drafts = drafts;
        this.editor = editor;
        this.channels = channels;
    }

    /** Somebody saved first, or took the draft away; nothing was done. */
    static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Outdated(TemplateDraft now) {
            super("%s saved version %d of this draft at %s. Nothing was saved: compare with it first."
                    .formatted(now.changedBy(), now.version(), now.changedAt()));
        }
    }

    TemplateDraft begin(ObjectNode definition, @Nullable String account, String by) {
        // Where there is no account yet, a draft can be made all the same.
        String kept = channels.main().real() && channels.accounts().isEmpty()
                ? ""
                : TemplateAccount.of(channels, account).id();
        return drafts.add(kept, definition, by);
    }

    /** @throws NotPossible when Meta would not let it be edited */
    TemplateDraft edit(String name, String language, @Nullable String account, String by) {
        TemplateAccount of = TemplateAccount.of(channels, account);
        MirroredTemplate template = editor.known(of, name, language);
        String locked = editor.locked(template);
        if (locked != null) {
            throw new NotPossible(locked);
        }
        return drafts.edit(template, by);
    }

    TemplateDraft find(long id) {
        return drafts.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no draft %d: it was submitted or thrown away.".formatted(id)));
    }

    /** @param version that was seen */
    TemplateDraft save(long id, int version, ObjectNode definition, String by) {
        TemplateDraft before = find(id);
        if (before.edits() && !isOf(before, definition)) {
            throw new NotPossible("The name and language of a template cannot be changed: copy it instead.");
        }
        return drafts.save(id, version, definition, by).orElseThrow(() -> new Outdated(find(id)));
    }

    /** Has Meta look at it, as it was saved; what Meta would refuse stays a draft. */
    TemplateDraft submit(long id, int version) {
        TemplateDraft draft = find(id);
        if (draft.version() != version) {
            throw new Outdated(draft);
        }
        String account = draft.account().isEmpty() ? null : draft.account();
        if (draft.edits()) {
            editor.edit(draft.name(), draft.language(), draft.definition(), account);
        } else {
            editor.create(draft.definition(), account);
        }
        drafts.remove(id);
        return draft;
    }

    void discard(long id) {
        drafts.remove(id);
    }

    private static boolean isOf(TemplateDraft draft, ObjectNode definition) {
        MetaTemplate text = MetaTemplate.read(definition);
        return text.name().equals(draft.name()) && text.language().equals(draft.language());
    }
}

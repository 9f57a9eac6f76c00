package io.waybill.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.template.TemplateViews.TemplateBlank;
import io.waybill.template.TemplateViews.TemplateList;
import io.waybill.template.TemplateViews.TemplateVersion;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.ShownTemplate;
import io.waybill.whatsapp.TemplateFinding;
import io.waybill.whatsapp.TemplateSamples.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The templates in the console. {@code account} is the id of a business account, needed only where there are several. */
@RestController
@RequestMapping("/api/v1/templates")
@Needs(Permission.TEMPLATES_READ)
class TemplateController {

    private final TemplateViews views;
    private final TemplateEditor editor;
    private final TemplateSync sync;

    TemplateController(TemplateViews views, TemplateEditor editor, TemplateSync sync) {
        this.views = views;
        this.editor = editor;
        this.sync = sync;
    }

    @GetMapping
    TemplateList all() {
        return views.all();
    }

    @GetMapping("/{name}")
    VersionList named(@PathVariable String name) {
        List<TemplateVersion> versions = views.named(name);
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no template %s.".formatted(name));
        }
        return new VersionList(versions);
    }

    /** Asks Meta for all of them now. */
    @PostMapping("/sync")
    @Needs(Permission.TEMPLATES_EDIT)
    TemplateList sync() {
        sync.now();
        return views.all();
    }

    /** What Meta would say about it, without asking Meta, and how a phone would show it. */
    @PostMapping("/lint")
    Findings lint(
            @RequestBody ObjectNode template,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "false") boolean edits) {
        MetaTemplate text = MetaTemplate.read(template);
        return new Findings(
                editor.lint(template, account, edits), TemplateViews.shown(text), TemplateViews.blanks(text));
    }

    /**
     * Hands Meta an example of a header that is a file.
     *
     * @param format IMAGE, VIDEO or DOCUMENT
     */
    @PostMapping("/samples")
    @Needs(Permission.TEMPLATES_EDIT)
    SampleHandle sample(
            @RequestParam MultipartFile file,
            @RequestParam String format,
            @RequestParam(required = false) @Nullable String account)
            throws IOException {
        Sample sample = new Sample(
                Objects.requireNonNullElse(file.getOriginalFilename(), "example"),
                Objects.requireNonNullElse(file.getContentType(), ""),
                file.getBytes());
        return new SampleHandle(editor.sample(format, sample, account));
    }

    /** Submits a template in the JSON that Meta takes. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.TEMPLATES_EDIT)
    void create(@RequestBody ObjectNode template, @RequestParam(required = false) @Nullable String account) {
        editor.create(template, account);
    }

    /** Submits the languages of a file in {@code templates/} that Meta does not have. */
    @PostMapping("/{name}/submit")
    @Needs(Permission.TEMPLATES_EDIT)
    Submitted submit(@PathVariable String name, @RequestParam(required = false) @Nullable String account) {
        return new Submitted(editor.submitShipped(name, account));
    }

    @PutMapping("/{name}/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.TEMPLATES_EDIT)
    void edit(
            @PathVariable String name,
            @PathVariable String language,
            @RequestBody ObjectNode change,
            @RequestParam(required = false) @Nullable String account) {
        editor.edit(name, language, change, account);
    }

    /** Without a language all of them; Meta blocks the name for 30 days. */
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.TEMPLATES_EDIT)
    void delete(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String account) {
        editor.delete(name, language, account);
    }

    /**
     * @param shown as a phone shows it, with its examples
     * @param blanks what is to be filled in, in this order
     */
    record Findings(List<TemplateFinding> findings, ShownTemplate shown, List<TemplateBlank> blanks) {}

    /** @param handle what {@code example.header_handle} of the template says */
    record SampleHandle(String handle) {}

    record VersionList(List<TemplateVersion> versions) {}

    /** @param languages that Meta looks at now; none: it has them all */
    record Submitted(List<String> languages) {}
}

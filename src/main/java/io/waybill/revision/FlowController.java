package io.waybill.revision;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.FlowRejected;
import io.waybill.live.LiveEvents;
import io.waybill.revision.FlowDrafts.Draft;
import io.waybill.revision.FlowViews.FlowView;
import io.waybill.revision.FlowViews.HistoryView;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Flows as texts: what there is, reading, drafting, importing and comparing. Bytes go in and out as they are. */
@RestController
@RequestMapping("/api/v1/flows")
@Needs(Permission.FLOWS_READ)
class FlowController {

    private static final String FLOW_ID = "[A-Za-z][A-Za-z0-9_-]{0,39}";

    private final FlowViews views;
    private final FlowTexts texts;
    private final Drafting drafting;
    private final FlowLint linter;
    private final FlowLoader loader;
    private final FlowComparison comparison;
    private final LiveEvents live;

    FlowController(
            FlowViews views,
            FlowTexts texts,
            Drafting drafting,
            FlowLint linter,
            FlowLoader loader,
            FlowComparison comparison,
            LiveEvents live) {
        this.views = views;
        this.texts = texts;
        this.drafting = drafting;
        this.linter = linter;
        this.loader = loader;
        this.comparison = comparison;
        this.live = live;
    }

    @GetMapping
    FlowsView flows() {
        return new FlowsView(views.all());
    }

    @GetMapping("/{flow}")
    HistoryView history(@PathVariable String flow) {
        return views.history(flow);
    }

    /** @param revision a hash, {@code published}, {@code draft} or {@code file} */
    @GetMapping("/{flow}/revisions/{revision}")
    ResponseEntity<byte[]> text(
            @PathVariable String flow,
            @PathVariable String revision,
            @RequestParam(defaultValue = "false") boolean download) {
        String text = texts.of(flow, revision);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).eTag(ETags.of(FlowLoader.revision(text)));
        if (download) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(flow + ".flow.json")
                            .build()
                            .toString());
        }
        return answer.body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes a file in as the draft of the flow it names. */
    @PostMapping
    @Needs(Permission.FLOWS_EDIT)
    ResponseEntity<Saved> importFile(
            HttpServletRequest request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal principal)
            throws IOException {
        String text = SentBytes.flow(request);
        String flow = id(text);
        Draft draft =
                drafting.save(flow, text, ETags.believed(ifMatch, ifMatch == null ? "*" : null), principal.getName());
        live.tell("flow", Map.of("flow", flow));
        return ResponseEntity.created(URI.create("/api/v1/flows/%s/revisions/draft".formatted(flow)))
                .eTag(ETags.of(draft.revision()))
                .body(Saved.of(draft));
    }

    @PutMapping("/{flow}/draft")
    @Needs(Permission.FLOWS_EDIT)
    ResponseEntity<Saved> save(
            @PathVariable String flow,
            HttpServletRequest request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            Principal principal)
            throws IOException {
        if (!flow.matches(FLOW_ID)) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The id of a flow is a letter, then letters, digits, _ and -, 40 characters at most.");
        }
        String believed = ETags.believed(ifMatch, ifNoneMatch);
        Draft draft = drafting.save(flow, SentBytes.flow(request), believed, principal.getName());
        live.tell("flow", Map.of("flow", flow));
        return ResponseEntity.ok().eTag(ETags.of(draft.revision())).body(Saved.of(draft));
    }

    @DeleteMapping("/{flow}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.FLOWS_EDIT)
    void discard(
            @PathVariable String flow, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        drafting.discard(flow, ETags.believed(ifMatch, null));
        live.tell("flow", Map.of("flow", flow));
    }

    @PostMapping("/lint")
    Linted lint(HttpServletRequest request) throws IOException {
        String text = SentBytes.flow(request);
        return new Linted(FlowLoader.revision(text), FindingView.of(linter.lint(text, idOrNothing(text))));
    }

    /** @param from a hash, {@code published}, {@code draft} or {@code file}, as is {@code to} */
    @GetMapping("/{flow}/compare")
    FlowComparison.Comparison compare(
            @PathVariable String flow,
            @RequestParam(defaultValue = "published") String from,
            @RequestParam(defaultValue = "draft") String to) {
        return comparison.of(texts.of(flow, from), texts.of(flow, to));
    }

    private String id(String text) {
        String id = idOrNothing(text);
        if (!id.matches(FLOW_ID)) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The text does not say which flow it is: a flow is a JSON object with a key id.");
        }
        return id;
    }

    private String idOrNothing(String text) {
        try {
            return loader.tree(text).path("id").asText();
        } catch (FlowRejected e) {
            return "";
        }
    }

    record FlowsView(List<FlowView> flows) {}

    record Linted(String revision, List<FindingView> findings) {}

    record Saved(String flow, String revision, @Nullable String basedOn) {

        static Saved of(Draft draft) {
            return new Saved(draft.head().flow(), draft.revision(), draft.head().basedOn());
        }
    }
}

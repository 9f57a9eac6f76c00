package io.waybill.revision;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.live.LiveEvents;
import io.waybill.revision.FlowViews.Older;
import io.waybill.revision.FlowViews.VersionView;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decides what customers get. The answer says who is still in something older, and where. */
@RestController
@RequestMapping("/api/v1/flows/{flow}")
@Needs(Permission.FLOWS_EDIT)
class PublishController {

    private final Publishing publishing;
    private final FlowViews views;
    private final LiveEvents live;

    PublishController(Publishing publishing, FlowViews views, LiveEvents live) {
        this.publishing = publishing;
        this.views = views;
        this.live = live;
    }

    @PostMapping("/publish")
    Published publish(@PathVariable String flow, @RequestBody Request request, Principal principal) {
        return published(publishing.publish(new Publishing.Wish(
                flow, request.revision(), request.message(), request.replaces(), principal.getName())));
    }

    @PostMapping("/rollback")
    Published rollBack(@PathVariable String flow, @RequestBody Request request, Principal principal) {
        return published(publishing.rollBack(new Publishing.Wish(
                flow, request.revision(), request.message(), request.replaces(), principal.getName())));
    }

    @PostMapping("/withdraw")
    Published withdraw(@PathVariable String flow, @RequestBody Reason reason, Principal principal) {
        return published(publishing.withdraw(flow, reason.message(), principal.getName()));
    }

    private Published published(Publishing.Done done) {
        live.tell("flow", Map.of("flow", done.publication().flow()));
        return new Published(
                FlowViews.version(done.publication()),
                FindingView.of(done.findings()),
                views.older(done.publication().flow(), done.publication().revision()));
    }

    /**
     * @param revision of the draft or of a text that is kept
     * @param replaces the revision that is believed to be published
     */
    record Request(
            String revision, String message, @Nullable String replaces) {

        Request {
            revision = Objects.requireNonNullElse(revision, "");
            message = Objects.requireNonNullElse(message, "");
        }
    }

    record Reason(String message) {

        Reason {
            message = Objects.requireNonNullElse(message, "");
        }
    }

    /** @param older live sessions on other revisions */
    record Published(VersionView published, List<FindingView> findings, Older older) {}
}

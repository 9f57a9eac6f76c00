package io.waybill.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.FlowRejected;
import io.waybill.flow.replay.Recording;
import io.waybill.flow.replay.Replay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What was said and done in one conversation, to be replayed here or elsewhere. */
@RestController
@RequestMapping("/api/v1/conversations/{contactId}")
class RecordingController {

    private final Recordings recordings;
    private final FlowLoader loader = new FlowLoader();

    RecordingController(Recordings recordings) {
        this.recordings = recordings;
    }

    /** @param flow text of a flow to put in the place of the one with its id; without one the conversation is replayed as it was */
    record ReplayRequest(@Nullable String flow) {}

    /** A document that {@code flow replay} takes: no server and no network is needed to replay it. */
    @GetMapping("/recording")
    @Needs({Permission.OPERATIONS_READ, Permission.PERSONAL_DATA})
    ResponseEntity<ObjectNode> recording(@PathVariable long contactId) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"conversation-%d.recording.json\"".formatted(contactId))
                .body(document(contactId));
    }

    @PostMapping("/replay")
    @Needs({Permission.FLOWS_READ, Permission.PERSONAL_DATA})
    Replay.Result replay(@PathVariable long contactId, @RequestBody ReplayRequest request) {
        try {
            Replay replay = new Replay(Recording.read(document(contactId)), loader);
            return request.flow() == null ? replay.same() : replay.against(List.of(loader.load(request.flow())));
        } catch (FlowRejected | Recording.Broken | IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage(), e);
        }
    }

    private ObjectNode document(long contactId) {
        return recordings
                .of(contactId)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Nothing is kept of a conversation %d.".formatted(contactId)));
    }
}

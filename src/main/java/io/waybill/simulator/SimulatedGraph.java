package io.waybill.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.live.LiveEvents;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers like Graph and shows what it got on the simulated phone. */
@RestController
@OnSimulator
class SimulatedGraph {

    private static final Logger log = LoggerFactory.getLogger(SimulatedGraph.class);

    private final WhatsAppChannel channel;
    private final SimulatorStore store;
    private final SimulatedReach reach;
    private final SimulatedMeta meta;
    private final LiveEvents live;
    private final ObjectMapper json;

    SimulatedGraph(
            WhatsAppChannels channels,
            SimulatorStore store,
            SimulatedReach reach,
            SimulatedMeta meta,
            LiveEvents live,
            ObjectMapper json) {
        this.channel = channels.main();
        this.store = store;
        this.reach = reach;
        this.meta = meta;
        this.live = live;
        this.json = json;
    }

    @PostMapping("/simulator/graph/{version}/{phoneNumberId}/messages")
    ResponseEntity<ObjectNode> send(
            @PathVariable String phoneNumberId,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestBody ObjectNode body) {
        if (!authorization.equals("Bearer " + channel.accessToken())) {
            return error(401, 190, "Invalid OAuth access token.");
        }
        if (!phoneNumberId.equals(channel.phoneNumberId())) {
            return error(400, 100, "Unknown phone number id.");
        }
        if (body.has("status")) {
            return ResponseEntity.ok(json.createObjectNode().put("success", true));
        }
        String to = body.path("to").asText(body.path("recipient").asText(""));
        Optional<SimulatedCustomer> customer = store.recipient(to);
        if (customer.isEmpty()) {
            return error(400, 131026, "Message undeliverable: nobody here has this number.");
        }
        if (!reach.reaches(customer.get().id())) {
            return error(400, 131026, "Message undeliverable: WhatsApp is told not to reach this customer.");
        }
        return ResponseEntity.ok(accept(customer.get(), to, body));
    }

    /** Where a file is that was attached on the phone. */
    @GetMapping("/simulator/graph/{version}/{mediaId}")
    ResponseEntity<ObjectNode> media(
            @PathVariable String version,
            @PathVariable String mediaId,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization) {
        if (!authorization.equals("Bearer " + channel.accessToken())) {
            return error(401, 190, "Invalid OAuth access token.");
        }
        Optional<PhoneInput.File> file = store.media(mediaId);
        if (file.isEmpty()) {
            return error(400, 100, "Object with ID '%s' does not exist.".formatted(mediaId));
        }
        byte[] bytes = file.get().base64();
        return ResponseEntity.ok(json.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("url", "%s/%s/%s/bytes".formatted(channel.baseUrl().get(), version, mediaId))
                .put("mime_type", file.get().mime())
                .put("sha256", HexFormat.of().formatHex(PhoneInput.File.sha256(bytes)))
                .put("file_size", String.valueOf(bytes.length))
                .put("id", mediaId));
    }

    @GetMapping("/simulator/graph/{version}/{mediaId}/bytes")
    ResponseEntity<byte[]> bytes(
            @PathVariable String mediaId,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization) {
        if (!authorization.equals("Bearer " + channel.accessToken())) {
            return ResponseEntity.status(401).build();
        }
        return store.media(mediaId)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(file.base64()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ObjectNode accept(SimulatedCustomer customer, String to, ObjectNode body) {
        String wamid = "wamid.sim" + UUID.randomUUID().toString().replace("-", "");
        String callbackData = body.path("biz_opaque_callback_data").asText("");
        store.keep(wamid, customer.id(), "out", body.toString());
        live.tell("simulator", new Changed(customer.id()));
        Thread.startVirtualThread(() -> report(customer, wamid, callbackData));
        ObjectNode answer = json.createObjectNode().put("messaging_product", "whatsapp");
        answer.putArray("contacts").addObject().put("input", to).put("wa_id", customer.id());
        answer.putArray("messages").addObject().put("id", wamid);
        return answer;
    }

    private void report(SimulatedCustomer customer, String wamid, String callbackData) {
        try {
            meta.report(customer, wamid, callbackData);
            store.status(wamid, "read");
            live.tell("simulator", new Changed(customer.id()));
        } catch (RuntimeException e) {
            log.warn("The simulated phone could not report {}: {}", wamid, e.getMessage());
        }
    }

    private ResponseEntity<ObjectNode> error(int status, int code, String message) {
        ObjectNode answer = json.createObjectNode();
        answer.putObject("error")
                .put("message", "(#%d) %s".formatted(code, message))
                .put("type", "OAuthException")
                .put("code", code);
        return ResponseEntity.status(status).body(answer);
    }

    record Changed(String customer) {}
}

package io.waybill.simulator;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.conversation.ConversationViews;
import io.waybill.inbox.Contacts;
import io.waybill.live.LiveEvents;
import io.waybill.template.TemplateCatalog;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.ShownTemplate;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The simulated phone's buttons, and everything the second pane of its page shows. */
@RestController
@OnSimulator
@RequestMapping("/api/simulator/customers")
@Needs(Permission.FLOWS_READ)
class SimulatorController {

    private static final String BUSINESS = "Waybill demo shop";

    private final SimulatorStore store;
    private final SimulatedReach reach;
    private final SimulatedMeta meta;
    private final ConversationViews conversations;
    private final Contacts contacts;
    private final WhatsAppChannel channel;
    private final TemplateCatalog templates;
    private final LiveEvents live;
    private final ObjectMapper json;
    private final Clock clock;

    SimulatorController(
            SimulatorStore store,
            SimulatedReach reach,
            SimulatedMeta meta,
            ConversationViews conversations,
            Contacts contacts,
            WhatsAppChannels channels,
            TemplateCatalog templates,
            LiveEvents live,
            ObjectMapper json,
            Clock clock) {
        this.store = store;
        this.reach = reach;
        this.meta = meta;
        this.conversations = conversations;
        this.contacts = contacts;
        this.channel = channels.main();
        this.templates = templates;
        this.live = live;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    Customers customers() {
        return new Customers(store.customers(), BUSINESS, reach.unreachable());
    }

    /** Says whether messages to this customer get through; where they do not, they are refused as undeliverable. */
    @PutMapping("/{id}/reach")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.FLOWS_EDIT)
    void setReach(@PathVariable String id, @RequestBody Reach wanted) {
        reach.set(customer(id).id(), wanted.reachable());
        live.tell("simulator", new SimulatedGraph.Changed(id));
    }

    /** Lets time pass since the customer wrote last, after whose 24 hours only templates go; they are over until the next message. */
    @PostMapping("/{id}/silence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.FLOWS_EDIT)
    void letTimePass(@PathVariable String id, @RequestBody Silence silence) {
        SimulatedCustomer customer = customer(id);
        Duration passed = silence.passed();
        if (!contacts.wroteEarlier(channel.phoneNumberId(), customer.userId(), customer.phone(), passed)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "%s has not written yet: say something first.".formatted(customer.name()));
        }
        live.tell("simulator", new SimulatedGraph.Changed(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.FLOWS_EDIT)
    SimulatedCustomer add(@RequestBody NewCustomer customer) {
        return store.add(customer.hiddenNumber());
    }

    @GetMapping("/{id}")
    Phone phone(@PathVariable String id) {
        SimulatedCustomer customer = customer(id);
        ConversationViews.View view = conversations.of(channel.phoneNumberId(), customer.userId(), customer.phone());
        List<MetaTemplate> texts = templates.texts(channel);
        return new Phone(
                customer,
                store.messages(id).stream()
                        .map(message -> message(message, texts))
                        .toList(),
                view.calls(),
                view.session());
    }

    @PostMapping("/{id}/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(Permission.FLOWS_EDIT)
    void send(@PathVariable String id, @RequestBody PhoneInput input) {
        SimulatedCustomer customer = customer(id);
        String wamid = "wamid.sim" + UUID.randomUUID().toString().replace("-", "");
        ObjectNode message = json.createObjectNode();
        if (customer.phone() != null) {
            message.put("from", customer.phone().substring(1));
        }
        message.put("from_user_id", customer.userId())
                .put("id", wamid)
                .put("timestamp", String.valueOf(clock.instant().getEpochSecond()));
        input.writeTo(message, customer);
        if (input instanceof PhoneInput.File file) {
            store.keepMedia(PhoneInput.File.mediaId(message), id, file);
        }
        store.keep(wamid, id, "in", message.toString());
        live.tell("simulator", new SimulatedGraph.Changed(id));
        meta.deliver(customer, message);
        store.status(wamid, "read");
    }

    private SimulatedCustomer customer(String id) {
        return store.find(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no simulated customer %s.".formatted(id)));
    }

    private Message message(SimulatorStore.Message message, List<MetaTemplate> texts) {
        return new Message(
                message.wamid(),
                message.direction(),
                message.at(),
                message.wire(),
                message.status(),
                shown(message.wire(), texts));
    }

    private @Nullable ShownTemplate shown(String wire, List<MetaTemplate> texts) {
        try {
            return ShownTemplate.of(
                            json.readTree(wire),
                            name -> texts.stream()
                                    .filter(text -> text.name().equals(name))
                                    .toList())
                    .orElse(null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message of the simulator is not JSON.", e);
        }
    }

    /** @param unreachable ids of those whom messages do not reach */
    record Customers(List<SimulatedCustomer> customers, String business, Set<String> unreachable) {}

    record Reach(boolean reachable) {}

    /** @param hours 1 to 720 */
    record Silence(int hours) {

        private static final int MOST = 720;

        Duration passed() {
            if (hours < 1 || hours > MOST) {
                throw new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY, "\"hours\" is 1 to %d.".formatted(MOST));
            }
            return Duration.ofHours(hours);
        }
    }

    record NewCustomer(boolean hiddenNumber) {}

    record Phone(
            SimulatedCustomer customer,
            List<Message> messages,
            List<ConversationViews.Call> calls,
            ConversationViews.@Nullable SessionView session) {}

    /** @param rendered the words of a template, which its wire form does not hold */
    record Message(
            String id,
            String direction,
            Instant at,
            @JsonRawValue String wire,
            @Nullable String status,
            @Nullable ShownTemplate rendered) {}
}

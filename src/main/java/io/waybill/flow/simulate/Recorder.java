package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the inputs of a simulation, to make a recorded conversation of them. */
public final class Recorder {

    private final Path flows;
    private final @Nullable Path sample;
    private final Setup setup;
    private final List<Input> inputs = new ArrayList<>();

    /**
     * @param flows a flow file or a folder of flows
     * @param sample the file that the sample of {@code setup} was read from, if any
     */
    public Recorder(Path flows, @Nullable Path sample, Setup setup) {
        this.flows = flows;
        this.sample = sample;
        this.setup = setup;
    }

    public void add(Input input) {
        inputs.add(input);
    }

    /** The case for {@code file}, with what happened as what is expected. */
    public String text(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        ObjectNode root = Json.object().put("description", "What this conversation shows");
        ArrayNode names = root.putArray("flows");
        (Files.isDirectory(flows) ? FlowSet.flowFiles(flows) : List.of(flows))
                .forEach(flow -> names.add(relative(flow, folder)));
        ObjectNode contact = contact();
        if (!contact.isEmpty()) {
            root.set("contact", contact);
        }
        if (!setup.start().equals(Setup.START)) {
            root.put("start", setup.start().toString());
        }
        if (setup.seed() != 1) {
            root.put("seed", setup.seed());
        }
        if (sample != null) {
            root.put("sample", relative(sample, folder));
        }
        ArrayNode steps = root.putArray("steps");
        inputs.forEach(input -> steps.add(step(input)));
        return new RecordedReader().read(file, JsonText.of(root)).play().asRecorded();
    }

    private static String relative(Path file, Path folder) {
        return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private ObjectNode contact() {
        Setup.Contact usual = Setup.Contact.usual();
        Setup.Contact own = setup.contact();
        ObjectNode json = Json.object();
        if (own.phone() == null) {
            json.putNull("phone");
        }
        if (own.name() == null) {
            json.putNull("name");
        }
        if (!own.language().equals(usual.language())) {
            json.put("lang", own.language());
        }
        return json;
    }

    private static ObjectNode step(Input input) {
        ObjectNode json = Json.object();
        return switch (input) {
            case Input.Say(String text) -> json.put("say", text);
            case Input.Tap(String option, int back) when back == 0 -> json.put("tap", option);
            case Input.Tap(String option, int back) ->
                json.set("tap", Json.object().put("option", option).put("back", back));
            case Input.Location place -> {
                ObjectNode pin = Json.object().put("latitude", place.latitude()).put("longitude", place.longitude());
                put(pin, "name", place.name());
                put(pin, "address", place.address());
                yield json.set("location", pin);
            }
            case Input.Share(String phone) -> json.put("share", phone == null ? "own" : phone);
            case Input.File sent -> {
                ObjectNode file = Json.object().put("filename", sent.filename()).put("mime", sent.mime());
                put(file, "caption", sent.caption());
                if (sent.size() != Input.File.USUAL_SIZE) {
                    file.put("size", sent.size());
                }
                if (sent.lost()) {
                    file.put("lost", true);
                }
                yield json.set("file", file);
            }
            case Input.Wait wait -> json.put("wait", Durations.oneUnit(wait.time()));
            case Input.Break(Fault fault) -> json.set("erp", fault(fault));
            case Input.Mend mend ->
                json.put(
                        "mend",
                        mend.operation() == null ? "all" : mend.operation().name());
            case Input.Price price ->
                json.set("price", Json.object().put("product", price.product()).put("price", price.price()));
            case Input.SendCart sent -> json.set("cart", cart(sent));
            case Input.Stock stock ->
                json.set("stock", Json.object().put("product", stock.product()).put("left", stock.left()));
            case Input.Payment(String status) -> json.put("payment", status);
            case Input.Feedback(String choice) -> json.put("feedback", choice);
            case Input.Order(String choice) -> json.put("order", choice);
            case Input.Hide(String product) -> json.put("hide", product);
            case Input.Show(String product) -> json.put("show", product);
        };
    }

    private static ArrayNode cart(Input.SendCart sent) {
        ArrayNode cart = Json.array();
        for (Input.Item item : sent.items()) {
            ObjectNode node = cart.addObject().put("product", item.product()).put("qty", item.qty());
            if (item.price() != null) {
                node.put("price", item.price());
            }
        }
        return cart;
    }

    private static ObjectNode fault(Fault fault) {
        ObjectNode json = Json.object().put("operation", fault.operation().name());
        if (fault.answer() == null) {
            json.put("ending", fault.ending().word());
        } else {
            json.set("answer", fault.answer());
        }
        if (fault.call() != null) {
            json.put("call", fault.call());
        }
        put(json, "reason", fault.reason());
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}

package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What expressions read during a turn: the session's variables and cart, and the world around it. */
final class Facts implements Scope {

    private static final List<String> NAMES = List.of("cart", "contact", "start", "input", "now", "store");

    private final World world;
    private ObjectNode variables;
    private Cart cart;
    private Start start;
    private @Nullable String chosenLanguage;
    private @Nullable JsonNode input;
    private JsonNode listed = Json.nodes().missingNode();
    private @Nullable CartView cartView;
    private @Nullable String cartViewLanguage;
    private Supplier<String> spoken = () -> "en";
    private @Nullable ObjectNode contact;

    Facts(World world, Session session) {
        this.world = world;
        this.variables = session.variables();
        this.cart = session.cart();
        this.start = session.start();
        this.chosenLanguage = session.language();
    }

    @Override
    public @Nullable JsonNode name(String name) {
        return switch (name) {
            case "cart" -> cartView().node();
            case "contact" -> contact();
            case "start" -> start();
            case "input" -> input;
            case "now" -> Json.nodes().textNode(world.now().toString());
            case "store" -> store();
            case "item" -> null;
            default -> variables.get(name);
        };
    }

    @Override
    public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(NAMES);
        variables.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Override
    public boolean available(String operation) {
        return world.available().stream().map(ErpOperation::name).anyMatch(operation::equals);
    }

    /** @param now what the customer is spoken to in */
    void speak(Supplier<String> now) {
        spoken = now;
    }

    @Override
    public String language() {
        return spoken.get();
    }

    @Override
    public void absent(String name, String field) {
        if (name.equals("cart")) {
            cartView().absent(field);
        }
    }

    ObjectNode variables() {
        return variables;
    }

    void variables(ObjectNode now) {
        variables = now;
        contact = null;
    }

    void put(List<String> path, JsonNode value) {
        variables(Json.with(variables, path, value));
    }

    Cart cart() {
        return cart;
    }

    void cart(Cart now) {
        cart = now;
        cartView = null;
    }

    Start startedBy() {
        return start;
    }

    void startedBy(Start now) {
        start = now;
    }

    @Nullable
    String chosenLanguage() {
        return chosenLanguage;
    }

    void choose(String language) {
        chosenLanguage = language;
        contact = null;
    }

    void input(JsonNode answer) {
        input = answer;
    }

    /** All that the ERP listed, what customers do not see among it. */
    void listed(JsonNode items) {
        listed = items;
    }

    /** What the ERP calls the thing with this key, if it listed it in this turn. */
    Optional<String> nameOf(String id) {
        for (JsonNode item : listed) {
            if (item.path("id").asText().equals(id)) {
                return Optional.of(item.path("name").asText()).filter(name -> !name.isBlank());
            }
        }
        return Optional.empty();
    }

    private CartView cartView() {
        if (cartView == null || !language().equals(cartViewLanguage)) {
            cartView = new CartView(cart, world.delivery(), world.hiddenProducts(), language());
            cartViewLanguage = language();
        }
        return cartView;
    }

    private ObjectNode store() {
        World.Store store = world.store();
        ObjectNode node = Json.object();
        put(node, "name", store.name());
        ArrayNode modes = node.putArray("modes");
        store.modes().forEach(modes::add);
        put(node, "pickup_address", store.pickupAddress());
        node.put("confirmed", store.confirmed());
        if (store.reserveMinutes() != null) {
            node.put("reserve_minutes", store.reserveMinutes());
        }
        put(node, "catalog_id", store.catalogId());
        return node;
    }

    private ObjectNode start() {
        ObjectNode node = Json.object();
        put(node, "text", start.text());
        put(node, "product", start.product());
        put(node, "job", start.job());
        if (start.qty() != null) {
            node.put("qty", start.qty());
        }
        if (start.cart() != null) {
            node.set("cart", start.cart());
        }
        if (start.order() != null) {
            node.set("order", start.order());
        }
        return node;
    }

    /** What the flow learned about the contact stands before what was known. */
    private ObjectNode contact() {
        if (contact == null) {
            World.Customer customer = world.customer();
            ObjectNode node = Json.object();
            put(node, "user_id", customer.userId());
            put(node, "phone", customer.phone());
            put(node, "name", customer.name());
            put(node, "lang", chosenLanguage != null ? chosenLanguage : customer.language());
            World.OrderReference order = customer.lastOrder();
            if (order != null) {
                ObjectNode last = node.putObject("last_order").put("external_order_id", order.externalOrderId());
                put(last, "order_number", order.orderNumber());
            }
            if (customer.source() != null) {
                node.set("source", source(customer.source()));
            }
            if (variables.get("contact") instanceof ObjectNode learned) {
                node.setAll(learned);
            }
            contact = node;
        }
        return contact;
    }

    /** The number that chats, as WhatsApp says it or as its own button shared it; null while it is hidden. */
    @Nullable
    String ownPhone() {
        String known = world.customer().phone();
        return known != null ? known : variables.path("contact").path("phone").textValue();
    }

    private static ObjectNode source(World.Source source) {
        ObjectNode node = Json.object();
        put(node, "type", source.type());
        put(node, "id", source.id());
        put(node, "headline", source.headline());
        put(node, "url", source.url());
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}

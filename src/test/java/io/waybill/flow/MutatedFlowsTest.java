package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.flow.lint.Finding;
import io.waybill.flow.lint.Linter;
import io.waybill.flow.lint.Setup;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Breaks the shipped flows in many ways: what the linter lets pass must still be safe to talk to. */
class MutatedFlowsTest {

    private static final long SEED = 20_261_121;
    /** More with -Dwaybill.long=true. */
    private static final int MUTANTS = Boolean.getBoolean("waybill.long") ? 1_001 : 251;

    private static final int CONVERSATIONS = 20;
    private static final int TURNS = 12;

    private static final List<String> WORDS = List.of(
            "order",
            "status",
            "cart",
            "menu",
            "human",
            "2",
            "100",
            "0",
            "hello there",
            "Beth House, Kasarani",
            "more",
            "Checkout",
            "cancel",
            "zzz",
            "delivery time");

    private static final Map<String, FlowDefinition> OTHERS =
            Map.of("order", Conversation.shipped("order"), "status", Conversation.shipped("status"));
    private static final Map<ErpOperation, Function<JsonNode, ErpReply>> ERP = Conversation.shop().erp;
    private static final Setup SETUP = new Setup(
            Map.of(
                    "order_cod_confirm", template(2),
                    "order_cod_reminder", template(1)),
            Set.of("order", "status"));

    private final Linter linter = new Linter(SETUP);
    private final FlowLoader loader = new FlowLoader();

    private static Setup.Template template(int placeholders) {
        Setup.Wording wording = new Setup.Wording(placeholders, 2);
        return new Setup.Template(Map.of("en", wording, "fr", wording));
    }

    @Test
    void areRejectedOrSafe() {
        Map<Mutation, Integer> rejected = new EnumMap<>(Mutation.class);
        int accepted = 0;
        int orders = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Random random = new Random(SEED + i);
            String id = i % 4 == 3 ? "status" : "order";
            ObjectNode flow = (ObjectNode) Json.read(Conversation.shippedText(id));
            Mutation mutation = Mutation.values()[i % Mutation.values().length];
            String change = mutation.apply(flow, random);
            String text = flow.toPrettyString();
            if (linter.lint(text).stream().anyMatch(Finding::isError)) {
                rejected.merge(mutation, 1, Integer::sum);
            } else {
                accepted++;
                orders += talk(loader.load(text), random, "mutant %d of %s: %s".formatted(i, id, change));
            }
        }
        assertThat(rejected).containsOnlyKeys(Mutation.values());
        assertThat(accepted).isBetween(MUTANTS / 10, MUTANTS / 2);
        assertThat(orders).as("the conversations get as far as an order").isGreaterThan(accepted);
    }

    /** How often something was ordered. */
    private static int talk(FlowDefinition mutant, Random random, String name) {
        int orders = 0;
        for (int i = 0; i < CONVERSATIONS; i++) {
            Conversation chat = conversation(mutant, random);
            List<String> said = new ArrayList<>();
            boolean confirmed = false;
            for (int turn = 0; turn < TURNS; turn++) {
                Content content = turn == 0 ? new Content.Text(mutant.id()) : next(chat, random);
                said.add(content.toString());
                confirmed |= isConfirm(content);
                int qty = chat.session.cart().qty();
                int ordered = chat.callsOf(ErpOperation.CREATE_ORDER).size();
                try {
                    chat.receives(content);
                } catch (RuntimeException e) {
                    throw new AssertionError(name + "\n" + String.join("\n", said), e);
                }
                assertThat(chat.incidents())
                        .as("%s%n%s", name, said)
                        .noneMatch(incident -> incident.what().contains("runs in a circle"));
                boolean ordersNow = chat.callsOf(ErpOperation.CREATE_ORDER).size() > ordered;
                assertThat(!ordersNow || confirmed)
                        .as("%s orders after a confirm only%n%s", name, said)
                        .isTrue();
                confirmed &=
                        !chat.session.cart().submitted() && chat.session.cart().qty() == qty;
            }
            orders += chat.callsOf(ErpOperation.CREATE_ORDER).size();
        }
        return orders;
    }

    private static boolean isConfirm(Content content) {
        return content instanceof Content.Tap tap && tap.id().contains("confirm");
    }

    private static Content next(Conversation chat, Random random) {
        List<Reply.Option> options = chat.allReplies.isEmpty() ? List.of() : Conversation.options(chat.lastReply());
        if (!options.isEmpty() && random.nextInt(10) < 7) {
            Reply.Option option = options.get(random.nextInt(options.size()));
            return new Content.Tap(option.id(), option.title());
        }
        return switch (random.nextInt(12)) {
            case 0 -> new Content.Location(new BigDecimal("-1.28"), new BigDecimal("36.8"), null, "Beth House");
            case 1 ->
                new Content.SharedContacts(
                        List.of(new Content.SharedContact("Amina", List.of("+254700000001"), "+254700000001")), true);
            default -> new Content.Text(WORDS.get(random.nextInt(WORDS.size())));
        };
    }

    private static Conversation conversation(FlowDefinition mutant, Random random) {
        FlowDefinition other = OTHERS.get(mutant.id().equals("status") ? "order" : "status");
        Conversation chat = new Conversation(mutant, other);
        chat.erp.putAll(ERP);
        for (ErpOperation operation : ErpOperation.values()) {
            Function<JsonNode, ErpReply> well = chat.erp.get(operation);
            if (well != null) {
                chat.erp.put(operation, request -> switch (random.nextInt(20)) {
                    case 0 -> new ErpReply.Refused("no");
                    case 1 -> new ErpReply.Down("away");
                    default -> well.apply(request);
                });
            }
        }
        if (random.nextInt(3) == 0) {
            chat.customer = new World.Customer(
                    7, "US.1", null, null, "fr", random.nextBoolean() ? null : new World.OrderReference("O7", null));
        }
        return chat;
    }

    /** One way to break a flow; says what was done. */
    private enum Mutation {
        DELETE_KEY {
            @Override
            String apply(ObjectNode flow, Random random) {
                ObjectNode node = pick(objects(flow.path("steps")), random);
                String key = pick(names(node), random);
                return "delete " + key + " of " + node + node.remove(key);
            }
        },
        RENAME_KEY {
            @Override
            String apply(ObjectNode flow, Random random) {
                ObjectNode node = pick(objects(flow.path("steps")), random);
                String key = pick(names(node), random);
                node.set(key + "x", node.remove(key));
                return "rename " + key + " in " + node;
            }
        },
        CHANGE_TYPE {
            @Override
            String apply(ObjectNode flow, Random random) {
                ObjectNode node = pick(objects(flow.path("steps")), random);
                String key = pick(names(node), random);
                List<JsonNode> others = List.of(
                        Json.nodes().numberNode(7),
                        Json.nodes().textNode("text"),
                        Json.nodes().booleanNode(true),
                        Json.array(),
                        Json.object(),
                        Json.nodes().nullNode());
                node.set(key, pick(others, random));
                return "change the type of " + key + " in " + node;
            }
        },
        CHANGE_TARGET {
            @Override
            String apply(ObjectNode flow, Random random) {
                List<String> targets = new ArrayList<>(List.of("@done", "@back", "@retry", "@pause", "@menu", "gone"));
                flow.path("steps").forEach(step -> targets.add(step.path("id").asText()));
                List<ObjectNode> holders = objects(flow.path("steps")).stream()
                        .filter(node -> node.has("to") || node.path("next").isTextual())
                        .toList();
                ObjectNode node = pick(holders, random);
                String key = node.has("to") ? "to" : "next";
                node.put(key, pick(targets, random));
                return "another target in " + node;
            }
        },
        SWAP_STEPS {
            @Override
            String apply(ObjectNode flow, Random random) {
                ArrayNode steps = (ArrayNode) flow.path("steps");
                int one = random.nextInt(steps.size());
                int other = random.nextInt(steps.size());
                JsonNode first = steps.get(one);
                steps.set(one, steps.get(other));
                steps.set(other, first);
                return "swap steps %d and %d".formatted(one, other);
            }
        },
        REMOVE_ELEMENT {
            @Override
            String apply(ObjectNode flow, Random random) {
                List<ArrayNode> lists = new ArrayList<>();
                collect(flow.path("steps"), lists, ArrayNode.class);
                ArrayNode list =
                        pick(lists.stream().filter(node -> !node.isEmpty()).toList(), random);
                return "remove " + list.remove(random.nextInt(list.size()));
            }
        },
        REMOVE_BRANCH {
            @Override
            String apply(ObjectNode flow, Random random) {
                List<ObjectNode> branches = objects(flow).stream()
                        .filter(node -> node.path("on") instanceof ObjectNode on && !on.isEmpty())
                        .toList();
                ObjectNode on = (ObjectNode) pick(branches, random).path("on");
                String outcome = pick(names(on), random);
                on.remove(outcome);
                return "no branch for " + outcome;
            }
        },
        BREAK_EXPRESSION {
            @Override
            String apply(ObjectNode flow, Random random) {
                List<ObjectNode> holders = objects(flow.path("steps")).stream()
                        .filter(node -> !expressions(node).isEmpty())
                        .toList();
                ObjectNode node = pick(holders, random);
                String key = pick(expressions(node), random);
                String text = node.path(key).textValue();
                int start = text.startsWith("= ") ? 2 : text.indexOf("{{") + 2;
                int at = start + random.nextInt(Math.max(1, text.length() - start));
                node.put(
                        key,
                        text.substring(0, at)
                                + pick(List.of("", "x", "(", ".", "'"), random)
                                + text.substring(Math.min(text.length(), at + 1)));
                return "break " + text + " to " + node.path(key);
            }
        },
        LENGTHEN {
            @Override
            String apply(ObjectNode flow, Random random) {
                List<ObjectNode> holders = objects(flow).stream()
                        .filter(node -> node.path("title").isTextual()
                                || node.path("say").isTextual())
                        .toList();
                ObjectNode node = pick(holders, random);
                String key = node.path("title").isTextual() ? "title" : "say";
                node.put(key, node.path(key).textValue() + " and so on".repeat(1 + random.nextInt(200)));
                return "lengthen " + key;
            }
        },
        DROP_SENT {
            @Override
            String apply(ObjectNode flow, Random random) {
                List<ObjectNode> sends = objects(flow.path("steps")).stream()
                        .filter(node -> node.path("send") instanceof ObjectNode send && !send.isEmpty())
                        .toList();
                ObjectNode send = (ObjectNode) pick(sends, random).path("send");
                String field = pick(names(send), random);
                send.remove(field);
                return "do not send " + field;
            }
        },
        DUPLICATE_ID {
            @Override
            String apply(ObjectNode flow, Random random) {
                ArrayNode steps = (ArrayNode) flow.path("steps");
                ObjectNode step = (ObjectNode) steps.get(random.nextInt(steps.size()));
                step.put(
                        "id", steps.get(random.nextInt(steps.size())).path("id").asText());
                return "two ids " + step.path("id");
            }
        };

        abstract String apply(ObjectNode flow, Random random);

        static <T> T pick(List<T> list, Random random) {
            return list.get(random.nextInt(list.size()));
        }

        static List<String> names(ObjectNode node) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            return names;
        }

        static List<String> expressions(ObjectNode node) {
            return names(node).stream()
                    .filter(name -> node.path(name).isTextual())
                    .filter(name -> node.path(name).textValue().startsWith("= ")
                            || node.path(name).textValue().contains("{{"))
                    .toList();
        }

        static List<ObjectNode> objects(JsonNode root) {
            List<ObjectNode> found = new ArrayList<>();
            collect(root, found, ObjectNode.class);
            return found.stream().filter(node -> !node.isEmpty()).toList();
        }

        static <T extends JsonNode> void collect(JsonNode node, List<T> found, Class<T> type) {
            if (type.isInstance(node)) {
                found.add(type.cast(node));
            }
            node.forEach(child -> collect(child, found, type));
        }
    }
}

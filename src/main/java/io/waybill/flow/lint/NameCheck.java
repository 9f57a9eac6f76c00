package io.waybill.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.flow.CartChange;
import io.waybill.flow.Step;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** E7: every name an expression reads has a value on every way that leads to it. */
record NameCheck() implements Check {

    private static final Set<String> GIVEN = Set.of("cart", "contact", "start", "input", "now", "store");
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "cart",
            Set.of(
                    "lines",
                    "qty",
                    "subtotal",
                    "delivery",
                    "goods",
                    "total",
                    "currency",
                    "text",
                    "unavailable",
                    "quoted",
                    "changed",
                    "short"),
            "contact",
            Set.of("user_id", "phone", "name", "lang", "last_order", "source"),
            "contact.source",
            Set.of("type", "id", "headline", "url"),
            "start",
            Set.of("text", "product", "job", "qty", "cart", "order"),
            "store",
            Set.of("name", "modes", "pickup_address", "confirmed", "reserve_minutes", "catalog_id"));
    private static final Set<String> FUNCTIONS =
            Set.of(("abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl"
                            + " decodeUrlComponent distinct each encodeUrl encodeUrlComponent erp error exists filter floor"
                            + " formatBase formatInteger formatNumber fromMillis join keys length lookup lowercase map match"
                            + " max merge min money not number pad parseInteger power reduce replace reverse round sift single"
                            + " sort split spread sqrt string substring substringAfter substringBefore sum toMillis trim type"
                            + " uppercase zip")
                    .split(" "));

    @Override
    public void check(Subject subject, Report report) {
        new Looking(subject, report).look();
    }

    /** One look at one flow. */
    private static final class Looking {

        private final Subject subject;
        private final Graph graph;
        private final Report report;
        private final Map<String, Set<String>> together = new HashMap<>();
        private final Set<String> everywhere = new HashSet<>();

        Looking(Subject subject, Report report) {
            this.subject = subject;
            this.graph = subject.graph();
            this.report = report;
            collectNames();
        }

        void look() {
            List<Set<String>> known = known();
            for (Step step : subject.steps()) {
                Set<String> entered = known.get(step.index());
                if (entered != null) {
                    look(step, entered);
                }
            }
            JsonNode commands = subject.root().path("commands");
            Set<String> atQuestions = known.get(graph.commands());
            for (int i = 0; i < commands.size(); i++) {
                Set<String> names = atQuestions == null ? Set.of() : atQuestions;
                text(commands.get(i).path("say"), "/commands/" + i + "/say", "commands." + i + ".say", names);
            }
            texts("title", Set.of());
            texts("menu", Set.of());
        }

        private void look(Step step, Set<String> entered) {
            JsonNode node = subject.json(step);
            String pointer = Subject.pointer(step);
            read(node.path("when"), pointer + "/when", entered);
            Set<String> running = new HashSet<>(entered);
            running.addAll(allWith(Graph.Conditions.known(step.when(), true)));
            Set<String> sending = new HashSet<>(running);
            if (step.call() != null && step.call().each() != null) {
                root(step.call().each().getFirst(), pointer + "/call/each", running);
                sending.add("item");
            }
            read(node.path("call").path("send"), pointer + "/call/send", sending);
            Set<String> speaking = after(step, running, Edge.Reached.CALLED);
            read(node.path("say"), pointer + "/say", speaking);
            JsonNode ask = node.path("ask");
            asked(step, ask, pointer + "/ask", speaking);
            Set<String> answered = after(step, running, Edge.Reached.ANSWERED);
            read(node.path("cart"), pointer + "/cart", answered);
            Set<String> setting = new HashSet<>(answered);
            node.path("set").properties().forEach(field -> {
                read(field.getValue(), pointer + "/set/" + field.getKey(), setting);
                setting.add(field.getKey().split("\\.")[0]);
            });
            read(node.path("result"), pointer + "/result", setting);
            Set<String> branching = new HashSet<>(after(step, running, Edge.Reached.CONCLUDED));
            for (int i = 0; node.path("next").isArray() && i < node.path("next").size(); i++) {
                read(node.path("next").get(i).path("when"), pointer + "/next/" + i + "/when", branching);
            }
            for (String language : subject.translations()) {
                translations(step, language, speaking);
            }
        }

        private void asked(Step step, JsonNode ask, String pointer, Set<String> names) {
            Set<String> checking = new HashSet<>(names);
            checking.add("input");
            read(ask.path("check"), pointer + "/check", checking);
            read(ask.path("preset"), pointer + "/preset", names);
            read(ask.path("about"), pointer + "/about", names);
            Set<String> retrying = new HashSet<>(names);
            bounds(ask, retrying);
            read(ask.path("retry"), pointer + "/retry", retrying);
            read(ask.path("button"), pointer + "/button", names);
            read(ask.path("remind").path("say"), pointer + "/remind/say", names);
            JsonNode options = ask.path("options");
            if (options.isObject()) {
                root(options.path("from").textValue().split("\\.")[0], pointer + "/options/from", names);
                read(options.path("match"), pointer + "/options/match", names);
                for (String part : List.of("id", "title", "note")) {
                    for (Sources.Source source : Sources.in(options.path(part), pointer + "/options/" + part)) {
                        functions(source, Reading.of(source.expression().source()));
                    }
                }
            } else {
                read(options, pointer + "/options", names);
            }
        }

        private static void bounds(JsonNode ask, Set<String> names) {
            for (String bound : List.of("min", "max")) {
                if (ask.has(bound)) {
                    names.add(bound);
                }
            }
        }

        private void translations(Step step, String language, Set<String> names) {
            JsonNode texts = subject.root().path("texts").path(language);
            Set<String> retrying = new HashSet<>(names);
            bounds(subject.json(step).path("ask"), retrying);
            for (String part : List.of("say", "footer", "button", "retry", "remind.say", "remind.footer")) {
                String name = step.id() + '.' + part;
                read(texts.path(name), "/texts/" + language + '/' + name, part.equals("retry") ? retrying : names);
            }
        }

        private void text(JsonNode node, String pointer, String name, Set<String> names) {
            read(node, pointer, names);
            texts(name, names);
        }

        private void texts(String name, Set<String> names) {
            for (String language : subject.translations()) {
                read(subject.root().path("texts").path(language).path(name), "/texts/" + language + '/' + name, names);
            }
        }

        private void read(JsonNode node, String pointer, Set<String> names) {
            for (Sources.Source source : Sources.in(node, pointer)) {
                Reading reading = Reading.of(source.expression().source());
                functions(source, reading);
                for (Reading.Use use : reading.uses()) {
                    boolean settled = names.contains(use.name()) || GIVEN.contains(use.name());
                    if (!settled && !(use.tested() && everywhere.contains(use.name()))) {
                        unknown(use.name(), source.pointer());
                    } else {
                        fields(use.path(), source.pointer());
                    }
                }
            }
        }

        private void fields(List<String> path, String pointer) {
            for (int i = 1; i < path.size(); i++) {
                String name = String.join(".", path.subList(0, i));
                Set<String> fields = FIELDS.get(name);
                if (fields != null && !fields.contains(path.get(i))) {
                    report.add(
                            Rule.E7,
                            pointer,
                            "%s has no field %s. It has: %s.",
                            name,
                            path.get(i),
                            fields.stream().sorted().collect(Collectors.joining(", ")));
                    return;
                }
            }
        }

        private void root(String name, String pointer, Set<String> names) {
            if (!names.contains(name) && !GIVEN.contains(name)) {
                unknown(name, pointer);
            }
        }

        private void unknown(String name, String pointer) {
            report.add(
                    Rule.E7,
                    pointer,
                    everywhere.contains(name)
                            ? "A way leads here on which %1$s has no value yet. Give it one in \"vars\", or test it by $exists(%1$s)."
                            : "Nothing gives %s a value. Correct the name, or give it one in \"vars\", \"save\" or \"set\".",
                    name);
        }

        private void functions(Sources.Source source, Reading reading) {
            for (String name : reading.unbound()) {
                if (!FUNCTIONS.contains(name)) {
                    report.add(Rule.E7, source.pointer(), "There is no function $%s. Correct the name.", name);
                }
            }
        }

        // Which names have a value where

        private void collectNames() {
            subject.root().path("vars").fieldNames().forEachRemaining(everywhere::add);
            for (Step step : subject.steps()) {
                Set<String> saved = saved(step);
                saved.forEach(name -> together.merge(name, new HashSet<>(saved), Looking::common));
                everywhere.addAll(saved);
                others(step).forEach(name -> {
                    together.merge(name, new HashSet<>(Set.of(name)), Looking::common);
                    everywhere.add(name);
                });
            }
        }

        private static Set<String> common(Set<String> one, Set<String> other) {
            one.retainAll(other);
            return one;
        }

        /** What one answer gives a value to at once: when one of them has it, all do. */
        private static Set<String> saved(Step step) {
            return step.call() == null || step.call().each() != null
                    ? Set.of()
                    : step.call().save().stream()
                            .map(save -> save.path().getFirst())
                            .collect(Collectors.toSet());
        }

        private static Set<String> others(Step step) {
            Set<String> names = new HashSet<>();
            step.set().forEach(assignment -> names.add(assignment.path().getFirst()));
            if (step.ask() != null && step.ask().save() != null) {
                names.add(step.ask().save().getFirst());
            }
            if (step.cart() instanceof CartChange.Take take) {
                names.add(take.rest().getFirst());
            }
            return names;
        }

        private Set<String> allWith(Set<String> paths) {
            Set<String> names = new HashSet<>();
            for (String path : paths) {
                String name = path.split("\\.")[0];
                names.add(name);
                names.addAll(together.getOrDefault(name, Set.of()));
            }
            return names;
        }

        private static Set<String> after(Step step, Set<String> running, Edge.Reached reached) {
            Set<String> names = new HashSet<>(running);
            if (reached.compareTo(Edge.Reached.CALLED) >= 0) {
                names.addAll(saved(step));
            }
            if (reached.compareTo(Edge.Reached.ANSWERED) >= 0
                    && step.ask() != null
                    && step.ask().save() != null) {
                names.add(step.ask().save().getFirst());
            }
            if (reached == Edge.Reached.CONCLUDED) {
                step.set().forEach(assignment -> names.add(assignment.path().getFirst()));
            }
            return names;
        }

        /** For each node the names that have a value on every way to it; null where nothing leads. */
        private List<Set<String>> known() {
            Map<String, Integer> numbers = new HashMap<>();
            everywhere.forEach(name -> numbers.put(name, numbers.size()));
            BitSet[] known = new BitSet[graph.nodes()];
            known[0] = new BitSet();
            subject.root().path("vars").fieldNames().forEachRemaining(name -> known[0].set(numbers.get(name)));
            Deque<Integer> open = new ArrayDeque<>(List.of(0));
            while (!open.isEmpty()) {
                int node = open.removeFirst();
                for (Edge edge : graph.from(node)) {
                    // Whoever comes back brings at least what was there before.
                    if (edge.to() == graph.back() || edge.to() == graph.retry()) {
                        continue;
                    }
                    BitSet carried = carried(known[node], edge, numbers);
                    BitSet before = known[edge.to()];
                    if (before == null) {
                        known[edge.to()] = carried;
                        open.add(edge.to());
                    } else {
                        int count = before.cardinality();
                        before.and(carried);
                        if (before.cardinality() < count) {
                            open.add(edge.to());
                        }
                    }
                }
            }
            Map<Integer, String> names = new HashMap<>();
            numbers.forEach((name, number) -> names.put(number, name));
            return Arrays.stream(known)
                    .map(bits -> bits == null
                            ? null
                            : bits.stream().mapToObj(names::get).collect(Collectors.toSet()))
                    .collect(Collectors.toList());
        }

        private BitSet carried(BitSet entered, Edge edge, Map<String, Integer> numbers) {
            BitSet carried = (BitSet) entered.clone();
            Set<String> more = new HashSet<>(allWith(edge.known()));
            if (graph.isStep(edge.from())) {
                Step step = subject.steps().get(edge.from());
                if (edge.kind() != Edge.Kind.SKIP) {
                    more.addAll(allWith(Graph.Conditions.known(step.when(), true)));
                }
                more.addAll(after(step, Set.of(), edge.kind().reached()));
            }
            more.forEach(name -> {
                Integer number = numbers.get(name);
                if (number != null) {
                    carried.set(number);
                }
            });
            return carried;
        }
    }
}

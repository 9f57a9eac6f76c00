package io.waybill.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The flows there are, which of them customers can start, and at most one earlier revision, that of a session which is still in it.
 * Immutable.
 */
public final class Flows {

    private final Map<String, FlowDefinition> current;
    private final List<FlowDefinition> offered;
    private final Map<String, FlowDefinition> byWord = new HashMap<>();
    private final Set<String> menuWords = new HashSet<>(Set.of("menu"));
    private final List<FlowDefinition> menu;
    private final @Nullable FlowDefinition earlier;
    /** A number of ours may offer some only; there are few, and they are the same in every turn. */
    private final Map<Set<String>, Flows> narrowed = new ConcurrentHashMap<>();

    private Flows(Map<String, FlowDefinition> current, List<FlowDefinition> offered, @Nullable FlowDefinition earlier) {
        this.current = current;
        this.offered = offered;
        this.earlier = earlier;
        for (FlowDefinition flow : offered) {
            flow.startWords().keySet().forEach(word -> byWord.putIfAbsent(word, flow));
            flow.commands().stream()
                    .filter(command -> command.to() == Target.Known.MENU)
                    .forEach(command -> menuWords.addAll(command.words()));
        }
        menu = offered.stream()
                .filter(flow -> flow.menu() != null)
                .sorted(Comparator.comparingInt(FlowDefinition::menuOrder))
                .toList();
    }

    /** @throws IllegalArgumentException when two flows have one id, or one leads to a flow that is not there */
    public static Flows of(Collection<FlowDefinition> published) {
        Map<String, FlowDefinition> current = new LinkedHashMap<>();
        for (FlowDefinition flow : published) {
            if (current.put(flow.id(), flow) != null) {
                throw new IllegalArgumentException("There are two flows with the id %s.".formatted(flow.id()));
            }
        }
        Flows flows = new Flows(current, List.copyOf(published), null);
        published.forEach(flows::checkTargets);
        return flows;
    }

    /** The same, for a session that stands on {@code earlier}, which nobody starts any more. */
    public Flows with(FlowDefinition earlier) {
        return new Flows(current, offered, earlier);
    }

    /** The same, of which customers can start those with {@code ids} only; none: all. */
    Flows offering(Set<String> ids) {
        return ids.isEmpty() ? this : narrowed.computeIfAbsent(ids, this::narrowedTo);
    }

    private Flows narrowedTo(Set<String> ids) {
        return new Flows(
                current,
                offered.stream().filter(flow -> ids.contains(flow.id())).toList(),
                earlier);
    }

    public Optional<FlowDefinition> flow(String id) {
        return Optional.ofNullable(current.get(id));
    }

    public Optional<FlowDefinition> revision(String id, String revision) {
        FlowDefinition now = current.get(id);
        return is(now, id, revision)
                ? Optional.of(now)
                : is(earlier, id, revision) ? Optional.of(earlier) : Optional.empty();
    }

    /** The published flows in the order given. */
    public Collection<FlowDefinition> published() {
        return List.copyOf(current.values());
    }

    /** Every language that a flow has texts in. */
    Set<String> languages() {
        Set<String> languages = new HashSet<>();
        offered.forEach(flow -> languages.addAll(flow.languages()));
        return languages;
    }

    /** What is spoken outside of flows to somebody of whom no language is known. */
    public String language() {
        return offered.stream().findFirst().map(FlowDefinition::language).orElse("en");
    }

    /** Whether customers can start it now. */
    boolean offers(String id) {
        return offered.stream().anyMatch(flow -> flow.id().equals(id));
    }

    /** The flow that the whole message {@code text} starts. */
    Optional<FlowDefinition> startedBy(String text) {
        return Optional.ofNullable(byWord.get(Words.normalise(text)));
    }

    /** @param trigger {@code @any}, {@code @cart}, {@code @product} or {@code @job} */
    Optional<FlowDefinition> triggeredBy(String trigger) {
        return offered.stream()
                .filter(flow -> flow.triggers().contains(trigger))
                .findFirst();
    }

    /**
     * The flow for {@code @order}, taps about orders, for {@code @order_link}, links to the chats of orders, or for {@code @feedback}; of a
     * number that offers only some flows, too: the order was made there.
     */
    public Optional<FlowDefinition> aboutOrders(String trigger) {
        return current.values().stream()
                .filter(flow -> flow.triggers().contains(trigger))
                .findFirst();
    }

    boolean asksForMenu(String text) {
        return menuWords.contains(Words.normalise(text));
    }

    List<FlowDefinition> menu() {
        return menu;
    }

    private void checkTargets(FlowDefinition flow) {
        List<Target> targets = new ArrayList<>(flow.on().values());
        flow.commands().forEach(command -> {
            if (command.to() != null) {
                targets.add(command.to());
            }
        });
        flow.steps().forEach(step -> targets.addAll(FlowParser.targetsOf(step)));
        for (Target target : targets) {
            if (target instanceof Target.ToFlow other && !current.containsKey(other.id())) {
                throw new IllegalArgumentException(
                        "The flow %s leads to @flow:%s, which is not there.".formatted(flow.id(), other.id()));
            }
        }
    }

    private static boolean is(@Nullable FlowDefinition flow, String id, String revision) {
        return flow != null && flow.id().equals(id) && flow.revision().equals(revision);
    }
}

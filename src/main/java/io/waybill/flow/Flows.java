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
import org.jspecify.annotations.Nullable;

/** The flows customers can start, and at most one earlier revision, that of a session which is still in it. Immutable. */
public final class Flows {

    private final Map<String, FlowDefinition> current;
    private final Map<String, FlowDefinition> byWord;
    private final Set<String> menuWords;
    private final List<FlowDefinition> menu;
    private final @Nullable FlowDefinition earlier;

    private Flows(Collection<FlowDefinition> published) {
        current = new LinkedHashMap<>();
        byWord = new HashMap<>();
        menuWords = new HashSet<>(Set.of("menu"));
        for (FlowDefinition flow : published) {
            if (current.put(flow.id(), flow) != null) {
                throw new IllegalArgumentException("There are two flows with the id %s.".formatted(flow.id()));
            }
            flow.startWords().keySet().forEach(word -> byWord.putIfAbsent(word, flow));
            flow.commands().stream()
                    .filter(command -> command.to() == Target.Known.MENU)
                    .forEach(command -> menuWords.addAll(command.words()));
        }
        menu = current.values().stream()
                .filter(flow -> flow.menu() != null)
                .sorted(Comparator.comparingInt(FlowDefinition::menuOrder))
                .toList();
        earlier = null;
    }

    private Flows(Flows now, FlowDefinition earlier) {
        this.current = now.current;
        this.byWord = now.byWord;
        this.menuWords = now.menuWords;
        this.menu = now.menu;
        this.earlier = earlier;
    }

    /** @throws IllegalArgumentException when two flows have one id, or one leads to a flow that is not there */
    public static Flows of(Collection<FlowDefinition> published) {
        Flows flows = new Flows(published);
        published.forEach(flows::checkTargets);
        return flows;
    }

    /** The same, for a session that stands on {@code earlier}, which nobody starts any more. */
    public Flows with(FlowDefinition earlier) {
        return new Flows(this, earlier);
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
        current.values().forEach(flow -> languages.addAll(flow.languages()));
        return languages;
    }

    /** What is spoken outside of flows to somebody of whom no language is known. */
    String language() {
        return current.values().stream()
                .findFirst()
                .map(FlowDefinition::language)
                .orElse("en");
    }

    /** The flow that the whole message {@code text} starts. */
    Optional<FlowDefinition> startedBy(String text) {
        return Optional.ofNullable(byWord.get(Words.normalise(text)));
    }

    /** @param trigger {@code @any}, {@code @cart}, {@code @product} or {@code @job} */
    Optional<FlowDefinition> triggeredBy(String trigger) {
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

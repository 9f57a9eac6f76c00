package io.waybill.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.flow.Ask;
import io.waybill.flow.Step;
import io.waybill.flow.Target;
import java.time.Duration;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** E2 for other flows, E11 and W5: what a flow needs of what is beside it. */
record TemplateCheck() implements Check {

    private static final Duration WINDOW = Duration.ofHours(24);

    @Override
    public void check(Subject subject, Report report) {
        for (Step step : subject.steps()) {
            String pointer = Subject.pointer(step);
            Ask ask = step.ask();
            Integer buttons = ask != null && ask.options() instanceof Ask.Options.Fixed fixed
                    ? (Integer) fixed.options().size()
                    : null;
            template(step.say(), buttons, pointer + "/say", subject, report);
            if (ask != null && ask.remind() != null) {
                String remind = pointer + "/ask/remind/say";
                template(ask.remind().say(), buttons, remind, subject, report);
                if (ask.remind().say().template() == null
                        && ask.remind().after().compareTo(WINDOW) >= 0) {
                    late(remind, report);
                }
            }
            if (step.say() != null && step.say().template() != null && ask == null) {
                second(step, subject, report);
            }
        }
        afterSilence(subject, report);
        otherFlows(subject.root(), "", subject, report);
    }

    private static void template(
            Step.@Nullable Say say, @Nullable Integer buttons, String pointer, Subject subject, Report report) {
        if (say == null || say.template() == null) {
            return;
        }
        Setup.Template template = subject.setup().templates().get(say.template().name());
        if (template == null) {
            report.add(
                    Rule.E11,
                    pointer + "/template",
                    "There is no template %1$s. Add templates/%1$s.json, or name one that is there.",
                    say.template().name());
            return;
        }
        int params = say.template().params().size();
        template.languages().forEach((language, wording) -> {
            if (wording.placeholders() != params) {
                report.add(
                        Rule.E11,
                        pointer + (params == 0 ? "/template" : "/params"),
                        "The template %s has %d placeholders in %s, and %d params are given. Give one for each.",
                        say.template().name(),
                        wording.placeholders(),
                        language,
                        params);
            }
            if (buttons != null && wording.buttons() != buttons) {
                report.add(
                        Rule.E11,
                        pointer + "/template",
                        "The template %s has %d buttons in %s, and the question %d options. Make them as many.",
                        say.template().name(),
                        wording.buttons(),
                        language,
                        buttons);
            }
        });
    }

    private static void second(Step step, Subject subject, Report report) {
        Graph graph = subject.graph();
        BitSet turn = graph.reached(step.index(), edge -> !graph.waits(edge) && edge.from() < graph.commands());
        for (Step other : subject.steps()) {
            if (other != step
                    && turn.get(other.index())
                    && other.say() != null
                    && other.say().template() != null) {
                report.add(
                        Rule.W5,
                        Subject.pointer(other) + "/say",
                        "This template follows that of step %s without an answer in between. Send one of them.",
                        step.id());
            }
        }
    }

    /** Steps only time leads to, a day after the customer wrote last, must speak by template. */
    private static void afterSilence(Subject subject, Report report) {
        Graph graph = subject.graph();
        BitSet otherwise = graph.reached(
                0, edge -> !isLate(edge, subject) && edge.from() != graph.back() && edge.from() != graph.retry());
        for (Step asking : subject.steps()) {
            for (Edge edge : graph.from(asking.index())) {
                if (isLate(edge, subject) && graph.isStep(edge.to())) {
                    BitSet turn = graph.reached(edge.to(), way -> !graph.waits(way) && graph.isStep(way.from()));
                    for (Step step : subject.steps()) {
                        boolean speaks = step.say() != null ? step.say().template() == null : step.ask() != null;
                        if (turn.get(step.index()) && !otherwise.get(step.index()) && speaks) {
                            late(Subject.pointer(step) + (step.say() != null ? "/say" : "/ask"), report);
                        }
                    }
                }
            }
        }
    }

    private static boolean isLate(Edge edge, Subject subject) {
        if (edge.kind() != Edge.Kind.SILENCE) {
            return false;
        }
        Ask ask = subject.steps().get(edge.from()).ask();
        return ask != null && ask.patience().compareTo(WINDOW) >= 0;
    }

    private static void late(String pointer, Report report) {
        report.add(
                Rule.E11,
                pointer,
                "This is said a day or more after the customer wrote last, when WhatsApp takes templates only. Say a template.");
    }

    private static void otherFlows(JsonNode node, String pointer, Subject subject, Report report) {
        if (node.isTextual()) {
            boolean target = pointer.matches(".*/(to|next|empty|refused|down|unknown|invalid|silence|payment)");
            if (target
                    && Target.of(node.textValue()).orElse(null) instanceof Target.ToFlow other
                    && !subject.setup().flows().contains(other.id())
                    && !other.id().equals(subject.flow().id())) {
                report.add(Rule.E2, pointer, "There is no flow %s. Name one that is there.", other.id());
            }
            return;
        }
        node.properties().forEach(field -> {
            if (!pointer.isEmpty() || !field.getKey().equals("texts")) {
                otherFlows(field.getValue(), pointer + '/' + field.getKey(), subject, report);
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            otherFlows(node.get(i), pointer + '/' + i, subject, report);
        }
    }
}

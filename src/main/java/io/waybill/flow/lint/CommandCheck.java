package io.waybill.flow.lint;

import io.waybill.expression.Value;
import io.waybill.flow.Ask;
import io.waybill.flow.Command;
import io.waybill.flow.Step;
import io.waybill.flow.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** W2: a word that is a command here and an option there. */
record CommandCheck() implements Check {

    @Override
    public void check(Subject subject, Report report) {
        Map<String, Command> byWord = new HashMap<>();
        subject.flow()
                .commands()
                .forEach(command -> command.words().forEach(word -> byWord.putIfAbsent(word, command)));
        for (Step step : subject.steps()) {
            if (step.ask() != null && step.ask().options() instanceof Ask.Options.Fixed fixed) {
                for (int i = 0; i < fixed.options().size(); i++) {
                    Ask.FixedOption option = fixed.options().get(i);
                    for (String word : words(option)) {
                        Command command = byWord.get(word);
                        if (command != null && !Objects.equals(command.to(), option.to())) {
                            report.add(
                                    Rule.W2,
                                    Subject.pointer(step) + "/ask/options/" + i,
                                    "\"%s\" is a command as well and means this option here. Lead both to the same step, or rename one.",
                                    word);
                        }
                    }
                }
            }
        }
    }

    private static Set<String> words(Ask.FixedOption option) {
        Set<String> words = new HashSet<>();
        words.add(Words.normalise(option.id()));
        add(option.title().base(), words);
        option.title().others().values().forEach(title -> add(title, words));
        return words;
    }

    private static void add(Value title, Set<String> words) {
        if (title instanceof Value.Literal literal) {
            words.add(Words.normalise(literal.value().asText()));
        }
    }
}

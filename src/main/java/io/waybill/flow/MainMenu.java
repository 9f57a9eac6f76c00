package io.waybill.flow;

import io.waybill.flow.expression.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** How a conversation begins: by a word that starts a flow, or by the menu of those there are. */
final class MainMenu {

    private final Flows flows;
    private final Standing standing;

    MainMenu(Flows flows, Standing standing) {
        this.flows = flows;
        this.standing = standing;
    }

    Move begin(Heard heard) {
        if (heard instanceof Heard.Said said) {
            Optional<FlowDefinition> started = flows.startedBy(said.text()).or(flows::startedByAnything);
            if (started.isPresent()) {
                return standing.start(started.get(), Start.by(said.text()));
            }
            boolean changes = standing.changesLanguage(said.text());
            if (!changes && !flows.asksForMenu(said.text()) && !WelcomeBack.isGreeting(said.text())) {
                standing.unmatched(said.text());
            }
        }
        if (heard instanceof Heard.Tapped) {
            standing.say(Phrase.STALE);
        } else if (heard instanceof Heard.Unreadable unreadable) {
            standing.say(unreadable.why());
        }
        return show(0);
    }

    Move answered(Waiting.MainMenu menu, Heard heard) {
        return switch (heard) {
            case Heard.Tapped tapped when standing.isOurs(tapped.id(), menu.visit()) -> tapped(tapped);
            case Heard.Said said when flows.startedBy(said.text()).isEmpty() -> said(menu, said);
            default -> begin(heard);
        };
    }

    private Move tapped(Heard.Tapped tapped) {
        return tapped.id().morePage().isPresent()
                ? show(tapped.id().morePage().getAsInt())
                : choices().byToken(tapped.id().option()).map(this::start).orElseGet(() -> begin(tapped));
    }

    private Move said(Waiting.MainMenu menu, Heard.Said said) {
        Choices choices = choices();
        return choices.exactly(said.text(), menu.page())
                .or(() -> choices.beginning(said.text()))
                .map(this::start)
                .orElseGet(() -> begin(said));
    }

    private Move start(Choices.Choice choice) {
        return flows.flow(choice.id())
                .map(chosen -> standing.start(chosen, Start.NOTHING))
                .orElseGet(() -> show(0));
    }

    Move show(int page) {
        Choices choices = choices();
        if (choices.isEmpty()) {
            return standing.handOver("No flow is in the main menu.");
        }
        int visit = standing.nextVisit();
        standing.waitFor(new Waiting.MainMenu(visit, page));
        standing.say(page == 0 ? Phrase.WELCOME : Phrase.SEE_MORE);
        Voice voice = standing.voice();
        voice.ask(Questions.choice(
                voice.take(),
                null,
                standing.words(Phrase.CHOOSE_BUTTON),
                choices,
                standing.before().id(),
                visit,
                page,
                standing.words(Phrase.MORE)));
        return Move.STAY;
    }

    private Choices choices() {
        List<Ask.FixedOption> options = new ArrayList<>();
        String wanted = standing.wantedLanguage();
        for (FlowDefinition listed : flows.menu()) {
            String title = Objects.requireNonNull(listed.menu()).text(standing.facts(), listed.languageFor(wanted));
            options.add(new Ask.FixedOption(
                    listed.id(), Translated.literal(title), null, Json.nodes().textNode(listed.id()), null));
        }
        return Choices.of(new Ask.Options.Fixed(options), standing.facts(), standing.language(), Set.of());
    }
}

package io.waybill.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** How a conversation begins: by a word that starts a flow, or by the menu of those there are. */
final class MainMenu {

    private final Flows flows;
    private final Standing standing;
    private final Naming naming;

    MainMenu(Flows flows, Standing standing) {
        this.flows = flows;
        this.standing = standing;
        this.naming = new Naming(flows, standing);
    }

    Move begin(Heard heard) {
        return switch (heard) {
            case Heard.Said said -> said(said.text());
            case Heard.Brought(String text, ArrayNode items) ->
                flows.triggeredBy("@cart")
                        .map(flow -> standing.start(flow, Start.by(text, items)))
                        .orElseGet(() -> show(Phrase.UNREADABLE));
            case Heard.Named(String product) ->
                Naming.seller(flows, standing.world(), product)
                        .map(flow -> standing.start(flow, Start.of(product)))
                        .orElseGet(() -> show(Phrase.STALE));
            case Heard.Tapped tapped -> show(Phrase.STALE);
            case Heard.Unreadable unreadable -> show(unreadable.why());
            case Heard.Sent sent -> show(0);
            case Heard.GoOn goOn -> show(0);
            case Heard.Nothing nothing -> show(0);
        };
    }

    private Move show(Phrase first) {
        standing.say(first);
        return show(0);
    }

    private Move said(String text) {
        Optional<FlowDefinition> byWord = flows.startedBy(text);
        standing.hearsLanguage(text, byWord);
        Optional<FlowDefinition> started = byWord.or(
                () -> CartText.Code.FLOW.in(text).filter(flows::offers).flatMap(flows::flow));
        if (started.isPresent()) {
            return standing.start(started.get(), Start.by(text));
        }
        if (standing.changesLanguage(text) || flows.asksForMenu(text) || WelcomeBack.isGreeting(text)) {
            return flows.triggeredBy("@any")
                    .map(flow -> standing.start(flow, Start.by(text)))
                    .orElseGet(() -> show(0));
        }
        return naming.look(text) ? Move.STAY : namedNothing(text);
    }

    /** The ERP's lists are there to look for what {@code said} names. */
    Move looked(String said, List<ErpReply> replies) {
        return naming.found(said, replies).orElseGet(() -> namedNothing(said));
    }

    private Move namedNothing(String text) {
        Optional<FlowDefinition> any = flows.triggeredBy("@any");
        if (any.isPresent()) {
            return standing.start(any.get(), Start.by(text));
        }
        standing.unmatched(text);
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

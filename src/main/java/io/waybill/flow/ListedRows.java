package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.ExpressionFailure;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How the lists of a flow look, without a conversation. */
public final class ListedRows {

    private static final String NOBODY = "preview";

    private ListedRows() {}

    /**
     * One message of a list.
     *
     * @param ids of the things it shows, in the order of its options; a last option more leads to the next page
     */
    public record Page(Reply reply, List<String> ids) {}

    /** Whether customers choose from {@code list} in this flow. */
    public static boolean has(FlowDefinition flow, ErpOperation list) {
        return question(flow, list).isPresent();
    }

    /**
     * The pages on which the flow shows {@code items} of {@code list}, in its base language; none when it shows no such list, or rows are
     * made of more than the items.
     */
    public static List<Page> of(FlowDefinition flow, ErpOperation list, JsonNode items) {
        try {
            return question(flow, list)
                    .map(listed -> pages(flow, listed, items))
                    .orElse(List.of());
        } catch (ExpressionFailure e) {
            return List.of();
        }
    }

    private static Optional<Ask.Options.Listed> question(FlowDefinition flow, ErpOperation list) {
        return flow.steps().stream()
                .map(Step::ask)
                .flatMap(ask -> ask != null && ask.options() instanceof Ask.Options.Listed listed
                        ? Stream.of(listed)
                        : Stream.empty())
                .filter(listed -> flow.lists().get(listed.from().getFirst()) == list)
                .findFirst();
    }

    private static List<Page> pages(FlowDefinition flow, Ask.Options.Listed listed, JsonNode items) {
        ObjectNode saved = Json.with(Json.object(), listed.from(), items);
        Ask.Options.Listed unranked =
                new Ask.Options.Listed(listed.from(), listed.id(), listed.title(), listed.note(), null);
        Choices choices = Choices.of(unranked, Scope.NONE.with(saved), flow.language(), Set.of());
        List<Page> pages = new ArrayList<>();
        for (int page = 0; page == 0 || choices.hasMore(page - 1); page++) {
            Reply reply = Questions.choice("-", null, "-", choices, NOBODY, 0, page, "-");
            pages.add(new Page(
                    reply, choices.page(page).stream().map(Choices.Choice::id).toList()));
        }
        return pages;
    }
}

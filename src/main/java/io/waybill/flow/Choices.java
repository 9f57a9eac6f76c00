package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import io.waybill.expression.Value;
import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The options of one question as they are now. Titles are made only for those that are looked at. */
final class Choices {

    private static final int ROWS = 10;
    private static final int ROWS_BEFORE_MORE = ROWS - 1;
    private static final int MAX_BUTTONS = 3;
    private static final int MAX_BUTTON_TITLE = 20;

    private final List<Choice> all;
    private final String language;
    private final Scope scope;
    /** The order that all of them are about. */
    private final @Nullable String about;

    private Choices(List<Choice> all, String language, Scope scope, @Nullable String about) {
        this.all = all;
        this.language = language;
        this.scope = scope;
        this.about = about;
    }

    /**
     * @param index among all options, hidden ones included
     * @param value what the answer is when this is chosen
     * @param fields in scope of title and note; null for options written in the flow
     */
    record Choice(
            int index,
            String id,
            Translated title,
            @Nullable Translated note,
            JsonNode value,
            @Nullable JsonNode fields,
            @Nullable Target to,
            boolean hidden) {

        String token() {
            return ReplyId.token(id, index);
        }

        Reply.Option option(Choices choices, String session, int visit) {
            return new Reply.Option(
                    ReplyId.of(session, visit, id, index, choices.about), choices.title(this), choices.note(this));
        }
    }

    static Choices of(Ask.@Nullable Options options, Scope scope, String language, Set<String> hidden) {
        return switch (options) {
            case null -> new Choices(List.of(), language, scope, null);
            case Ask.Options.Fixed fixed -> new Choices(fixed(fixed), language, scope, null);
            case Ask.Options.Listed listed ->
                new Choices(listed(listed, scope, hidden, language), language, scope, null);
        };
    }

    /** The same, each naming the order that it is about. */
    Choices about(String order) {
        return new Choices(all, language, scope, order);
    }

    private static List<Choice> fixed(Ask.Options.Fixed options) {
        List<Choice> choices = new ArrayList<>();
        for (Ask.FixedOption option : options.options()) {
            choices.add(new Choice(
                    choices.size(),
                    option.id(),
                    option.title(),
                    option.note(),
                    option.value(),
                    null,
                    option.to(),
                    false));
        }
        return choices;
    }

    private static List<Choice> listed(Ask.Options.Listed options, Scope scope, Set<String> hidden, String language) {
        JsonNode from = scope.name(options.from().getFirst());
        JsonNode list = from == null
                ? null
                : Json.at(from, options.from().subList(1, options.from().size()));
        List<Choice> choices = new ArrayList<>();
        if (list == null) {
            return choices;
        }
        Set<String> ids = new HashSet<>();
        int index = 0;
        for (JsonNode element : list) {
            JsonNode fields = element.isObject() ? element : Json.object().set("item", element);
            String id = options.id().text(scope.with(fields));
            if (!id.isEmpty() && ids.add(id)) {
                choices.add(new Choice(
                        index, id, options.title(), options.note(), element, fields, null, hidden.contains(id)));
            }
            index++;
        }
        return options.match() == null ? choices : ranked(choices, options.match(), scope, language);
    }

    /** Those first that answer best what the customer wrote, then the others as they were. */
    private static List<Choice> ranked(List<Choice> choices, Value match, Scope scope, String language) {
        String text = match.text(scope);
        if (text.isBlank()) {
            return choices;
        }
        Set<Integer> order = new LinkedHashSet<>(found(text, choices, scope, language));
        IntStream.range(0, choices.size()).forEach(order::add);
        return order.stream().map(choices::get).toList();
    }

    private static List<Integer> found(String text, List<Choice> choices, Scope scope, String language) {
        return Search.rank(
                text,
                choices.stream()
                        .map(choice -> new Search.Entry(title(choice, scope, language), details(choice)))
                        .toList());
    }

    /** True when some option that can be chosen answers {@code text}. */
    boolean find(String text) {
        return !found(text, visible(), scope, language).isEmpty();
    }

    private static String details(Choice choice) {
        return choice.fields() == null ? "" : ProductSearch.details(choice.fields());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Choice> visible() {
        return all.stream().filter(choice -> !choice.hidden()).toList();
    }

    String title(Choice choice) {
        return title(choice, scope, language);
    }

    private static String title(Choice choice, Scope scope, String language) {
        String title = choice.title().text(scope(choice, scope), language).strip();
        return title.isEmpty() ? choice.id() : title;
    }

    @Nullable
    String note(Choice choice) {
        if (choice.note() == null) {
            return null;
        }
        String note = choice.note().text(scope(choice, scope), language).strip();
        return note.isEmpty() ? null : note;
    }

    private static Scope scope(Choice choice, Scope scope) {
        return choice.fields() == null ? scope : scope.with(choice.fields());
    }

    Optional<Choice> byId(String id) {
        return all.stream().filter(choice -> choice.id().equals(id)).findFirst();
    }

    Optional<Choice> byToken(String token) {
        return all.stream().filter(choice -> choice.token().equals(token)).findFirst();
    }

    /** The option somebody means who types its id, its title or its number in the list shown; buttons have no numbers. */
    Optional<Choice> exactly(String text, int page) {
        Optional<Choice> sameId =
                all.stream().filter(choice -> choice.id().equals(text.strip())).findFirst();
        if (sameId.isPresent()) {
            return sameId;
        }
        String wanted = Words.normalise(text);
        List<Choice> byId = all.stream()
                .filter(choice -> Words.normalise(choice.id()).equals(wanted))
                .toList();
        if (!byId.isEmpty()) {
            return onlyOne(byId);
        }
        List<Choice> byTitle = all.stream()
                .filter(choice -> Words.normalise(title(choice)).equals(wanted))
                .toList();
        if (!byTitle.isEmpty()) {
            return onlyOne(byTitle);
        }
        List<Choice> rows = fitButtons() ? List.of() : page(page);
        return Digits.parse(wanted)
                .filter(number -> number >= 1 && number <= rows.size())
                .map(number -> rows.get(number.intValue() - 1));
    }

    /** The one visible option whose title begins with {@code text}. */
    Optional<Choice> beginning(String text) {
        String wanted = Words.normalise(text);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<Choice> found = visible().stream()
                .filter(choice -> Words.normalise(title(choice)).startsWith(wanted))
                .limit(2)
                .toList();
        return onlyOne(found);
    }

    /** Two that fit are none: a product is never guessed. */
    private static Optional<Choice> onlyOne(List<Choice> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The rows of page {@code page}: nine while more than ten are left, then the rest. */
    List<Choice> page(int page) {
        List<Choice> visible = visible();
        int from = Math.min(page, lastPage(visible.size())) * ROWS_BEFORE_MORE;
        int left = visible.size() - from;
        return visible.subList(from, from + (left <= ROWS ? left : ROWS_BEFORE_MORE));
    }

    /** True when WhatsApp can show all of them as reply buttons. */
    boolean fitButtons() {
        List<Choice> visible = visible();
        Set<String> titles = new HashSet<>();
        return visible.size() <= MAX_BUTTONS
                && visible.stream()
                        .map(this::title)
                        .allMatch(title -> title.length() <= MAX_BUTTON_TITLE && titles.add(title));
    }

    boolean hasMore(int page) {
        return page < lastPage(visible().size());
    }

    private static int lastPage(int size) {
        return size <= ROWS ? 0 : (size - ROWS + ROWS_BEFORE_MORE - 1) / ROWS_BEFORE_MORE;
    }
}

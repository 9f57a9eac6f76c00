package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowLoaderTest {

    private final FlowLoader loader = new FlowLoader();

    @Test
    void givesAFlowTheHashOfItsTextAsRevision() {
        FlowDefinition flow = loader.load(flow("{\"id\": \"a\", \"say\": \"Hi\"}"));

        assertThat(flow.revision())
                .hasSize(16)
                .isEqualTo(FlowLoader.revision(flow("{\"id\": \"a\", \"say\": \"Hi\"}")));
        assertThat(loader.load(flow("{\"id\": \"a\", \"say\": \"Ho\"}")).revision())
                .isNotEqualTo(flow.revision());
    }

    @Test
    void asksTheErpItselfForThePricesOfACartAndForWhatTheFlowWantsFresh() {
        FlowDefinition flow = loader.load(flow("""
                {"id": "list", "call": {"op": "LIST_PRODUCTS"}},
                {"id": "now", "call": {"op": "LIST_PRODUCTS", "fresh": true}},
                {"id": "one", "call": {"op": "GET_PRICE", "send": {"external_product_id": "P1", "qty": 1}}},
                {"id": "cart", "call": {"op": "GET_PRICE", "each": "cart.lines",
                 "send": {"external_product_id": "= item.product.id", "qty": "= item.qty"}}}
                """));

        assertThat(flow.steps())
                .filteredOn(step -> step.call() != null && step.call().fresh())
                .extracting(Step::id)
                .containsExactly("now", "cart");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"http\": {\"method\": \"POST\", \"url\": \"https://pay.example/charge\"}",
                "\"call\": {\"url\": \"https://pay.example/charge\"}",
                "\"call\": {\"op\": \"https://pay.example/charge\"}",
                "\"call\": {\"op\": \"LIST_PRODUCTS\", \"url\": \"https://pay.example/charge\"}"
            })
    void knowsNoStepThatCallsAnAddress(String part) {
        assertThat(problems(flow("{\"id\": \"a\", %s}".formatted(part)))).isNotEmpty();
        assertThat(loader.load(flow("{\"id\": \"a\", \"call\": {\"op\": \"LIST_PRODUCTS\"}}"))
                        .steps())
                .as("an operation of the contract")
                .hasSize(1);
    }

    @Test
    void saysWhereTheTextIsNoJson() {
        assertThat(problems("{\n  \"schema\": 1,\n  \"id\" \"x\"\n}"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.message()).startsWith("This is not JSON:");
                });
        assertThat(problems("{\"schema\": 1,\n\"schema\": 1}"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("Duplicate"));
        assertThat(problems("[]")).hasSize(1);
        assertThat(problems("[".repeat(100_000))).hasSize(1);
        assertThat(problems("{} {}")).hasSize(1);
    }

    @Test
    void refusesAKeyThatStandsTwiceInOneObjectAndNamesItsLine() {
        assertThat(problems("""
                {"schema": 1, "id": "x", "title": "X", "lang": "en",
                 "steps": [
                  {"id": "a",
                   "say": "One",
                   "next": "@done",
                   "say": "Two"}
                ]}""")).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(6);
            assertThat(problem.message()).contains("Duplicate field 'say'");
        });
    }

    @Test
    void refusesATargetThatIsNotThereAndNamesItsPath() {
        assertThat(problems(flow("{\"id\": \"a\", \"say\": \"Hi\",\n \"next\": \"gone\"}")))
                .containsExactly(
                        new LoadProblem(LoadProblem.Kind.TARGET, 3, 2, "/steps/0/next", "There is no step gone."));
    }

    @Test
    void refusesUnknownKeysWithLineAndPath() {
        String text =
                "{ \"schema\": 1, \"id\": \"x\", \"title\": \"X\", \"lang\": \"en\",\n \"steps\": [\n  { \"id\": \"a\",\n    \"sey\": \"Hi\" }\n ] }";

        assertThat(problems(text))
                .containsExactly(
                        new LoadProblem(LoadProblem.Kind.FORM, 4, 5, "/steps/0/sey", "The key sey is not known here."));
    }

    /** 000-46: a step calls an operation of the contract; no step calls an address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"http\": {\"method\": \"POST\", \"url\": \"https://erp.example/api/orders\"}",
                "\"url\": \"https://erp.example/api/orders\"",
                "\"webhook\": \"https://erp.example/api/orders\"",
                "\"route\": \"direct:erp\"",
                "\"call\": {\"url\": \"https://erp.example/api/orders\"}",
                "\"call\": {\"op\": \"https://erp.example/api/orders\"}",
                "\"call\": {\"op\": \"POST /api/orders\"}",
                "\"call\": {\"op\": \"CREATE_ORDER\", \"url\": \"https://erp.example/api/orders\"}",
                "\"call\": {\"op\": \"CREATE_ORDER\", \"route\": \"direct:erp\"}"
            })
    void hasNoStepThatCallsAnAddress(String raw) {
        assertThat(problems(flow("{\"id\": \"a\", %s, \"next\": \"@done\"}".formatted(raw))))
                .extracting(LoadProblem::pointer)
                .allMatch(pointer -> pointer.startsWith("/steps/0/"))
                .isNotEmpty();
    }

    @Test
    void listsEverythingTheSchemaFinds() {
        List<LoadProblem> problems = problems(flow("""
                {"id": "a", "ask": {"type": "choise", "tries": 0}},
                {"id": "b", "cart": {"add": "= x"}},
                {"id": "c", "call": {"op": "GET_PRICE", "save": {"not a path": "x"}}, "next": "@nowhere"},
                {"id": "d", "ask": {"type": "text", "wait": "2 days"}}
                """));

        assertThat(problems)
                .extracting(LoadProblem::pointer)
                .contains(
                        "/steps/0/ask/type",
                        "/steps/0/ask/tries",
                        "/steps/1/cart",
                        "/steps/2/next",
                        "/steps/3/ask/wait");
        assertThat(problems).extracting(LoadProblem::message).allMatch(message -> message.endsWith("."));
        assertThat(problems)
                .filteredOn(problem -> problem.pointer().equals("/steps/1/cart"))
                .containsExactly(
                        new LoadProblem(
                                LoadProblem.Kind.FORM,
                                3,
                                13,
                                "/steps/1/cart",
                                "A cart change is {add, qty}, {change, qty}, {remove}, {take, from, rest}, or one of clear, seen, fit, pickup and deliver."));
    }

    @Test
    void listsEverythingTheSchemaCannotSee() {
        List<LoadProblem> problems = problems("""
                { "schema": 1, "id": "x", "title": "X", "lang": "en",
                  "commands": [{"words": ["x"], "to": "gone0"}],
                  "on": {"down": "gone1"},
                  "steps": [
                    {"id": "a", "say": "{{1 +}}", "next": "gone2"},
                    {"id": "a", "when": "= $now()", "on": {"refused": "gone3"}},
                    {"id": "b", "next": [{"to": "gone4"}], "ask": {"type": "choice"}},
                    {"id": "c", "ask": {"type": "choice", "options": [{"id": "o", "title": "O", "to": "gone5"}, {"id": "o", "title": "P"}]}},
                    {"id": "d", "call": {"op": "MAKE_COFFEE"}},
                    {"id": "e", "call": {"op": "CREATE_ORDER", "each": "cart.lines"}},
                    {"id": "f", "call": {"op": "GET_PRICE", "each": "cart.lines", "save": {"item.colour": "x", "price": "x"}}},
                    {"id": "g", "set": {"cart.total": 1, "contact.phone": "+1"}},
                    {"id": "h", "ask": {"type": "text", "save": "contact.phone"}},
                    {"id": "i", "ask": {"type": ["file", "text"], "pattern": "("}},
                    {"id": "j", "say": {"template": "t"}, "ask": {"type": "text"}}
                  ],
                  "texts": {"fr": {"nothing.say": "Rien", "a.say": ["un"], "commands.0": "un"}} }
                """);

        assertThat(problems)
                .extracting(LoadProblem::pointer)
                .containsExactlyInAnyOrder(
                        "/commands/0/to",
                        "/on/down",
                        "/steps/0/say",
                        "/steps/0/next",
                        "/steps/1/id",
                        "/steps/1/when",
                        "/steps/1/on/refused",
                        "/steps/2/ask",
                        "/steps/2/next/0/to",
                        "/steps/3/ask/options/0/to",
                        "/steps/3/ask/options/1",
                        "/steps/4/call/op",
                        "/steps/5/call/each",
                        "/steps/6/call/save/item.colour",
                        "/steps/6/call/save/price",
                        "/steps/7/set/cart.total",
                        "/steps/7/set/contact.phone",
                        "/steps/8/ask/save",
                        "/steps/9/ask/pattern",
                        "/steps/10/ask",
                        "/texts/fr/nothing.say",
                        "/texts/fr/a.say",
                        "/texts/fr/commands.0");
        assertThat(problems).extracting(LoadProblem::message).allMatch(message -> message.endsWith("."));
        assertThat(problems)
                .filteredOn(problem -> problem.pointer().equals("/steps/4/call/op"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(9));
    }

    @Test
    void neverLeadsPastAWriteWhoseEndIsNotKnown() {
        String steps = """
                {"id": "a", "call": {"op": "CREATE_ORDER"}, "on": {"unknown": "b"}},
                {"id": "b", "say": "Again?", "ask": {"type": "choice", "options": [{"id": "r", "title": "Yes", "to": "a"}]}}
                """;

        assertThat(problems(flow(steps)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/steps/0/on/unknown"));
        assertThat(loader.load(flow(steps.replace("CREATE_ORDER", "SET_ADDRESS")))
                        .steps())
                .hasSize(2);
    }

    @Test
    void acceptsTheWholeOfFormat1() {
        String text = """
                { "schema": 1, "id": "apply", "title": "Apply", "note": "n", "lang": "en", "start": ["job", "@job"], "menu": "Apply",
                  "vars": {"a": {"b": [1, 2.50]}},
                  "commands": [{"words": ["stop"], "to": "@cancel", "say": "Stopped."}],
                  "on": {"down": "@pause", "unknown": "@human", "refused": "@human", "invalid": "@human", "silence": "@pause", "empty": "@done"},
                  "steps": [
                    {"id": "a", "ask": {"type": "email", "retry": "No.", "save": "email"}},
                    {"id": "b", "ask": {"type": "file", "accept": ["application/pdf"], "max": 5, "save": "resume"}},
                    {"id": "c", "ask": {"type": "date", "wait": "48h", "remind": {"after": "6h", "say": {"template": "t", "params": ["{{a}}"]}}}},
                    {"id": "d", "ask": {"type": "phone"}},
                    {"id": "e", "note": "n", "cart": {"change": "= cart.lines[0]", "qty": 2}, "set": {"x.y": [1]}, "next": "@flow:other"}
                  ] }
                """;

        assertThat(loader.load(text).steps()).hasSize(5);
    }

    @Test
    void refusesAFileThatCouldNeverCome() {
        assertThat(problems(flow("""
                        {"id": "a", "ask": {"type": "file", "accept": ["image/*", "application/x-dosexec"], "max": 101}},
                        {"id": "b", "ask": {"type": ["text", "file"], "max": 5}},
                        {"id": "c", "ask": {"type": "text", "accept": ["image/*"]}}
                        """)))
                .extracting(LoadProblem::pointer)
                .containsExactly(
                        "/steps/0/ask/accept/1", "/steps/0/ask/max", "/steps/1/ask/max", "/steps/2/ask/accept");
    }

    @Test
    void refusesFlowsThatLeadToFlowsThatAreNotThere() {
        FlowDefinition flow = loader.load(flow("{\"id\": \"a\", \"next\": \"@flow:other\"}"));

        assertThatThrownBy(() -> Flows.of(List.of(flow))).hasMessageContaining("@flow:other");
        assertThatThrownBy(() -> Flows.of(List.of(Conversation.shipped("order"), Conversation.shipped("order"))))
                .hasMessageContaining("two flows");
    }

    private List<LoadProblem> problems(String text) {
        FlowRejected rejected = catchThrowableOfType(FlowRejected.class, () -> loader.load(text));
        assertThat(rejected).as("the flow is refused").isNotNull();
        return rejected.problems();
    }

    private static String flow(String steps) {
        return "{\"schema\": 1, \"id\": \"x\", \"title\": \"X\", \"lang\": \"en\", \"steps\": [\n" + steps + "]}";
    }
}

package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waybill.message.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MessagePayloadPropertyTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Recipient AMINA = new Recipient("+15550100111", "US.13491208655302741918");
    private static final Templates TEMPLATES = ShippedTemplates.load();

    @Property(tries = 400)
    void noMessageLeavesThatMetaWouldRefuse(@ForAll("replies") Reply reply, @ForAll boolean windowOpen) {
        for (WireMessage message : render(reply, windowOpen)) {
            assertThat(GraphRules.violations(message.json())).as(message.json()).isEmpty();
        }
    }

    @Property(tries = 300)
    void textsLoseNoWordAndCutNoGrapheme(@ForAll("texts") String text) {
        List<String> bodies = texts(render(new Reply.Text(text), true));

        assertThat(withoutSpace(String.join("", bodies))).isEqualTo(withoutSpace(WireText.sendable(text)));
        assertGraphemesKept(WireText.sendable(text), bodies, 4096);
    }

    @Property(tries = 300)
    void allWordsOfALongBodyReachTheCustomer(@ForAll("texts") String text) {
        List<String> bodies = texts(render(new Reply.LocationRequest(text), true));

        String expected = withoutSpace(WireText.sendable(text));
        assertThat(withoutSpace(String.join("", bodies))).isEqualTo(expected.isEmpty() ? "-" : expected);
        assertGraphemesKept(WireText.sendable(text), bodies, 1024);
    }

    @Property(tries = 400)
    void titlesAreWholeGraphemesOfTheNames(@ForAll("options") List<Reply.Option> options) {
        JsonNode rows = last(render(new Reply.Menu("Choose", null, "See", options), true))
                .at("/interactive/action/sections/0/rows");

        assertThat(rows).hasSameSizeAs(options);
        for (int i = 0; i < options.size(); i++) {
            assertThat(rows.get(i).path("id").asText()).isEqualTo(options.get(i).id());
            String full = WireText.line(options.get(i).title());
            String shown = rows.get(i).path("title").asText();
            if (shown.endsWith("…") && full.length() > 24) {
                assertGraphemesKept(full, List.of(shown.substring(0, shown.length() - 1)), 23);
            }
            if (full.length() > 24
                    && full.length() <= 72
                    && note(options.get(i)).isEmpty()) {
                assertThat(rows.get(i).path("description").asText()).isEqualTo(full);
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return ErpNames.texts();
    }

    @Provide
    Arbitrary<List<Reply.Option>> options() {
        return options(10);
    }

    @Provide
    Arbitrary<Reply> replies() {
        Arbitrary<String> names = ErpNames.names();
        Arbitrary<String> texts = ErpNames.texts();
        Arbitrary<String> links = links();
        Arbitrary<Reply> plain = texts.map(Reply.Text::new);
        Arbitrary<Reply> image = links.flatMap(link -> texts.injectNull(0.2).map(text -> new Reply.Image(link, text)));
        Arbitrary<Reply> document =
                links.flatMap(link -> names.flatMap(name -> texts.map(text -> new Reply.Document(link, name, text))));
        Arbitrary<Reply> buttons = texts.flatMap(text -> names.injectNull(0.3)
                .flatMap(footer -> options(5).map(options -> new Reply.Buttons(text, footer, options))));
        Arbitrary<Reply> menu = texts.flatMap(text ->
                names.flatMap(name -> options(10).map(options -> new Reply.Menu(text, name, name, options))));
        Arbitrary<Reply> requests =
                texts.flatMap(text -> Arbitraries.of(new Reply.LocationRequest(text), new Reply.ContactRequest(text)));
        Arbitrary<Reply> template = Arbitraries.of("order_cod_confirm", "order_cod_reminder", "unknown_here")
                .flatMap(name -> Arbitraries.of("en", "fr", "fr-CA", "de", "en_US")
                        .flatMap(language -> texts.list()
                                .ofMaxSize(4)
                                .flatMap(params -> options(2)
                                        .map(options -> new Reply.Template(name, language, params, options)))));
        return Arbitraries.oneOf(plain, image, document, buttons, menu, requests, template, more());
    }

    private static Arbitrary<String> links() {
        return Arbitraries.of("https://cdn.shop.example/p/1.jpg", "/media/0a1b2c", "/images/1.jpg", "", "http://x y");
    }

    private static Arbitrary<Reply> more() {
        Arbitrary<String> names = ErpNames.names();
        Arbitrary<String> texts = ErpNames.texts();
        Arbitrary<Reply.Header> headers = Arbitraries.oneOf(
                texts.map(Reply.Title::new),
                links().map(link -> new Reply.Image(link, null)),
                links().map(link -> new Reply.Video(link, "words")),
                Combinators.combine(links(), names).as((link, name) -> new Reply.Document(link, name, null)));
        Arbitrary<Reply> files = Arbitraries.oneOf(
                Combinators.combine(links(), texts).as(Reply.Video::new),
                links().map(link -> new Reply.Audio(link, link.isEmpty())),
                links().map(Reply.Sticker::new));
        Arbitrary<BigDecimal> degrees = Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-200), BigDecimal.valueOf(200))
                .ofScale(6);
        Arbitrary<Reply> places = Combinators.combine(degrees, degrees, texts.injectNull(0.3), names.injectNull(0.3))
                .as(Reply.Location::new);
        Arbitrary<Reply> contacts = Combinators.combine(texts, names.injectNull(0.3), names.injectNull(0.3))
                .as(Reply.Card::new)
                .list()
                .ofMaxSize(300)
                .map(Reply.Contacts::new);
        Arbitrary<Reply> headed = Combinators.combine(headers, texts, names.injectNull(0.3), options(5))
                .as(Reply.Buttons::new);
        Arbitrary<Reply> link = Combinators.combine(
                        headers.injectNull(0.3), texts, names.injectNull(0.3), names, links())
                .as(Reply.Link::new);
        Arbitrary<Reply> product =
                Combinators.combine(texts, names.injectNull(0.3), ids(), ids()).as(Reply.Product::new);
        Arbitrary<Reply.Shelf> shelf =
                Combinators.combine(texts, ids().list().ofMaxSize(40)).as(Reply.Shelf::new);
        Arbitrary<Reply> products = Combinators.combine(
                        names, texts, names.injectNull(0.3), ids(), shelf.list().ofMaxSize(14))
                .as(Reply.Products::new);
        Arbitrary<Reply> catalogue = Combinators.combine(texts, names.injectNull(0.3), ids(), ids().injectNull(0.3))
                .as(Reply.Catalogue::new);
        Arbitrary<Reply> form = Combinators.combine(
                        texts,
                        names.injectNull(0.3),
                        ids(),
                        names,
                        texts,
                        Arbitraries.of("WELCOME").injectNull(0.5))
                .as(Reply.Form::new);
        Arbitrary<Reply> reaction =
                Arbitraries.of("👍", "", "❤️", " 🙏🏽 ").map(emoji -> new Reply.Reaction("wamid.1", emoji));
        return Arbitraries.oneOf(files, places, contacts, headed, link, product, products, catalogue, form, reaction);
    }

    /** As an ERP has them: usual ones, and such as Meta could not know. */
    private static Arbitrary<String> ids() {
        return Arbitraries.oneOf(Arbitraries.of("P-1", "SKU 7", "١٢", "", " "), ErpNames.names());
    }

    private static Arbitrary<List<Reply.Option>> options(int max) {
        return ErpNames.names()
                .flatMap(title -> ErpNames.names().injectNull(0.5).map(note -> new Reply.Option("x", title, note)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(max)
                .map(MessagePayloadPropertyTest::numbered);
    }

    private static List<Reply.Option> numbered(List<Reply.Option> options) {
        List<Reply.Option> numbered = new ArrayList<>();
        for (Reply.Option option : options) {
            numbered.add(new Reply.Option("s1.2." + numbered.size(), option.title(), option.note()));
        }
        return numbered;
    }

    private static List<WireMessage> render(Reply reply, boolean windowOpen) {
        return switch (MessagePayload.render(reply, AMINA, windowOpen, TEMPLATES)) {
            case RenderResult.Messages(List<WireMessage> messages) -> messages;
            case RenderResult.WindowClosed(List<WireMessage> messages) -> List.of();
        };
    }

    private static JsonNode last(List<WireMessage> messages) {
        return tree(messages.getLast());
    }

    private static JsonNode tree(WireMessage message) {
        try {
            return JSON.readTree(message.json());
        } catch (Exception e) {
            throw new AssertionError(message.json(), e);
        }
    }

    private static List<String> texts(List<WireMessage> messages) {
        return messages.stream()
                .map(MessagePayloadPropertyTest::tree)
                .map(node -> node.has("text")
                        ? node.at("/text/body").asText()
                        : node.at("/interactive/body/text").asText())
                .toList();
    }

    private static String note(Reply.Option option) {
        return option.note() == null ? "" : WireText.line(option.note());
    }

    private static String withoutSpace(String text) {
        return text.codePoints()
                .filter(c -> !WireText.blank(Character.toString(c)))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Every grapheme of a piece is one of the original's, unless that one alone is over the limit. */
    private static void assertGraphemesKept(String original, List<String> pieces, int limit) {
        Set<String> known = new HashSet<>(graphemes(original));
        if (known.stream().anyMatch(grapheme -> grapheme.length() > limit)) {
            return;
        }
        known.add("-");
        pieces.forEach(piece -> assertThat(known).containsAll(graphemes(piece)));
    }

    private static List<String> graphemes(String text) {
        return GRAPHEME.matcher(text).results().map(result -> result.group()).toList();
    }
}

package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.CustomerMessage;
import io.waybill.far.GraphMessage;
import io.waybill.media.SampleBytes;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** People read and answer chats in the console, with the bot between them and the customers. */
@TestInstance(Lifecycle.PER_CLASS)
class ChatsEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TemplateGateway shop;
    private ConsoleClient ben;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        shop = new TemplateGateway(home);
        shop.approved("order_ready");
        ben = shop.gateway.console(shop.node(), "ben");
    }

    @AfterAll
    void close() {
        shop.close();
    }

    /** 004-03 */
    @Test
    void aNewMessageMovesTheChatToTheTopWithinTwoSecondsAndTheBrowserHearsOfIt() throws Exception {
        Customer amina = comes("Amina Wanjiru");
        Customer brian = comes("Brian");
        soon().untilAsserted(() -> assertThat(names("all")).startsWith("Brian"));
        Queue<String> heard = listen(shop.console());

        long before = System.nanoTime();
        amina.says("Where is my coffee?");
        soon().untilAsserted(() -> assertThat(names("all")).startsWith("Amina Wanjiru"));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        soon().until(() ->
                heard.contains("event:message") && heard.contains("data:{\"contactId\":%d}".formatted(id(amina))));
        JsonNode row = row("all", amina);
        assertThat(row.path("owner").asText()).isEqualTo("bot");
        assertThat(row.path("phone").asText()).isEqualTo(amina.identity());
        assertThat(row.path("windowOpen").booleanValue()).isTrue();
        assertThat(id(brian)).isNotEqualTo(id(amina));
    }

    @Test
    void whoMayNotSeePersonalDataGetsTheLastDigitsOfNumbers() throws Exception {
        Customer faith = comes("Faith Njeri");
        soon().untilAsserted(() -> assertThat(names("all")).contains("Faith Njeri"));

        String list = ConsoleClient.signedIn(
                        FlowGateway.port(shop.node()), shop.gateway.database.jdbc(), "vera", "VIEWER")
                .get("/api/v1/conversations?filter=all")
                .body();

        String number = faith.identity();
        assertThat(list)
                .contains("Faith Njeri", "•" + number.substring(number.length() - 3))
                .doesNotContain(number);
    }

    @Test
    void filtersSearchesAndPages() throws Exception {
        Customer cleo = comes("Cleo Karanja");
        comes("Dan");
        soon().untilAsserted(() -> assertThat(names("bot")).contains("Cleo Karanja", "Dan"));

        assertThat(names("all&q=karan")).containsExactly("Cleo Karanja");
        assertThat(names("all&q=" + cleo.identity().substring(cleo.identity().length() - 4)))
                .contains("Cleo Karanja");
        assertThat(names("human")).doesNotContain("Cleo Karanja");
        JsonNode first = list("all&limit=1");
        JsonNode second = list("all&limit=1&after=" + first.path("next").asText());
        assertThat(second.at("/chats/0/contactId").asLong())
                .isNotEqualTo(first.at("/chats/0/contactId").asLong());
        assertThat(shop.refused(422, shop.console().get("/api/v1/conversations?filter=none")))
                .startsWith("\"filter\" is one of mine, unassigned, bot, human, waiting, all");
        assertThat(shop.refused(422, shop.console().get("/api/v1/conversations?after=x")))
                .startsWith("\"after\"");
    }

    @Test
    void takesAChatOverAnswersAndHandsItBackAtTheQuestionThatStood() throws Exception {
        Customer eva = shop.customer("Eva");
        eva.says("order").hears("What would you like to order?");

        assertThat(shop.post(chat(eva) + "/takeover", "{}").path("assignee").asText())
                .isEqualTo("ada");
        soon().untilAsserted(() -> assertThat(names("mine")).contains("Eva"));
        int before = eva.received().size();
        eva.says("Is the coffee fresh?");
        soon().until(() -> pending(eva) == 0);
        soon().untilAsserted(() ->
                assertThat(row("mine", eva).path("unread").asInt()).isEqualTo(1));
        assertThat(eva.received()).hasSize(before);
        shop.put(chat(eva) + "/read", "{}");
        assertThat(row("mine", eva).path("unread").asInt()).isZero();

        shop.post(chat(eva) + "/messages", "{\"text\": \"Roasted today.\"}");
        eva.hears("Roasted today.");
        shop.post(chat(eva) + "/hand-back", "{\"how\": \"resume\"}");

        eva.hearsUntil(before + 2);
        assertThat(eva.received().getLast().text()).isEqualTo("What would you like to order?");
        soon().untilAsserted(() ->
                assertThat(row("bot", eva).path("assignee").isNull()).isTrue());
        assertThat(kinds(eva)).containsSubsequence("takeover", "in", "out", "handback", "out");
    }

    @Test
    void asksBeforeAnotherAgentsChatIsTakenOver() throws Exception {
        Customer femi = comes("Femi");
        shop.post(chat(femi) + "/takeover", "{}");

        HttpResponse<String> asked = ben.post(chat(femi) + "/takeover", "{}");
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("\"assignee\":\"ada\"");
        assertThat(ben.post(chat(femi) + "/messages", "{\"text\": \"Hello.\"}").statusCode())
                .isEqualTo(409);

        assertThat(ben.post(chat(femi) + "/takeover", "{\"takeOver\": true}").statusCode())
                .isEqualTo(200);
        soon().untilAsserted(() ->
                assertThat(row("human", femi).path("assignee").asText()).isEqualTo("ben"));
        assertThat(shop.refused(422, ben.post(chat(femi) + "/hand-back", "{\"how\": \"sideways\"}")))
                .isEqualTo("\"how\" is resume, restart or end.");
        assertThat(shop.refused(404, ben.post("/api/v1/conversations/999999/takeover", "{}")))
                .isEqualTo("There is no conversation 999999.");
    }

    @Test
    void showsBothSidesWithStepsErpCallsTicksAndOlderPages() throws Exception {
        Customer gul = shop.customer("Gul");
        gul.says("order").hears("What would you like to order?");
        JsonNode thread = thread(gul, "");

        JsonNode asked = StreamSupport.stream(thread.path("items").spliterator(), false)
                .filter(item -> item.at("/message/text").asText().equals("What would you like to order?"))
                .findFirst()
                .orElseThrow();
        assertThat(asked.at("/message/flow").asText()).isEqualTo("order");
        assertThat(asked.at("/message/step").asText()).isNotEmpty();
        soon().untilAsserted(() -> assertThat(
                        StreamSupport.stream(thread(gul, "").path("items").spliterator(), false)
                                .map(item -> item.at("/message/ticks/state").asText())
                                .filter(state -> !state.isEmpty()))
                .allMatch(state -> List.of("sent", "delivered", "read").contains(state)));
        assertThat(StreamSupport.stream(thread.path("items").spliterator(), false)
                        .filter(item -> item.path("kind").asText().equals("erp"))
                        .map(item -> item.at("/event/operation").asText() + " "
                                + item.at("/event/outcome").asText()))
                .contains("LIST_PRODUCTS ok");

        JsonNode newest = thread(gul, "?limit=1");
        JsonNode older = thread(gul, "?limit=100&before=" + newest.path("older").asText());
        assertThat(older.path("items").size() + 1)
                .isEqualTo(thread(gul, "?limit=200").path("items").size());
        assertThat(older.path("older").isNull()).isTrue();
        assertThat(older.path("items").toString())
                .doesNotContain("\"" + newest.at("/items/0/id").asText() + "\"");
    }

    @Test
    void showsAFailedMessageWithMetasCodeAndWords() throws Exception {
        Customer hadi = comes("Hadi");
        shop.post(chat(hadi) + "/messages", "{\"text\": \"Are you there?\"}");
        GraphMessage sent = hadi.hears("Are you there?");

        shop.gateway.database.jdbc().sql("""
                        with failed as (
                            update outbox set delivery = 'failed', delivery_rank = 2, failed_at = now()
                            where contact_id = ? and payload like '%Are you there?%' returning contact_id, id)
                        insert into outbox_attempt (contact_id, id, at, outcome, code, details, advice)
                        select contact_id, id, now(), 'failed-status', 131047, 'Re-engagement message', 'Send a template.' from failed
                        """).param(id(hadi)).update();

        soon().untilAsserted(() -> {
            JsonNode row = row("all", hadi);
            assertThat(row.path("failedCode").asInt()).isEqualTo(131047);
            assertThat(row.path("failed").asText()).isEqualTo("Re-engagement message");
        });
        JsonNode last = thread(hadi, "").path("items");
        assertThat(last.toString()).contains("\"state\":\"failed\"", "131047", "Re-engagement message");
        assertThat(sent.text()).isEqualTo("Are you there?");
    }

    @Test
    void outsideTheWindowOnlyATemplateGoesAndIsShownInWords() throws Exception {
        Customer ida = comes("Ida");
        shop.fallsSilent(ida);
        soon().untilAsserted(() ->
                assertThat(row("all", ida).path("windowOpen").booleanValue()).isFalse());

        JsonNode sendable = shop.get(chat(ida) + "/templates").path("templates");
        assertThat(StreamSupport.stream(sendable.spliterator(), false)
                        .map(template -> template.path("name").asText() + "."
                                + template.path("language").asText()))
                .containsExactly("order_ready.en", "order_ready.fr");
        assertThat(sendable.at("/0/blanks/0/key").asText()).isEqualTo("body.1");
        shop.post(chat(ida) + "/messages", "{\"template\": {\"name\": \"order_ready\", \"params\": [\"SO-9\"]}}");
        ida.hears("order_ready SO-9");

        JsonNode shown = thread(ida, "").path("items");
        assertThat(shown.get(shown.size() - 1).at("/message/text").asText())
                .contains("SO-9")
                .doesNotContain("order_ready");
    }

    @Test
    void theEnabledProductsAreExactlyTheMenuAndCanBeSent() throws Exception {
        Customer jo = shop.customer("Jo");
        jo.says("order").hears("What would you like to order?");
        List<String> menu = new ArrayList<>();
        for (int heard = 2; menu.isEmpty() || menu.getLast().equals("More"); heard++) {
            menu.removeIf("More"::equals);
            menu.addAll(
                    jo.lastOptions().stream().map(GraphMessage.Option::title).toList());
            if (menu.getLast().equals("More")) {
                jo.taps("More").hearsUntil(heard);
            }
        }

        JsonNode enabled = shop.get("/api/v1/enabled-products").path("products");
        assertThat(enabled.findValuesAsText("name")).containsExactlyElementsOf(menu);

        String id = enabled.at("/0/externalProductId").asText();
        shop.post(chat(jo) + "/messages", "{\"product\": {\"id\": \"%s\"}}".formatted(id));
        jo.hears(menu.getFirst());
        shop.put("/api/catalog/products/%s/visibility".formatted(id), "{\"visible\": false}");
        assertThat(shop.get("/api/v1/enabled-products").path("products").findValuesAsText("name"))
                .containsExactlyElementsOf(menu.subList(1, menu.size()));
        assertThat(shop.refused(
                        409,
                        shop.console().post(chat(jo) + "/messages", "{\"product\": {\"id\": \"%s\"}}".formatted(id))))
                .startsWith("Customers do not see the product");
        shop.put("/api/catalog/products/%s/visibility".formatted(id), "{\"visible\": true}");
    }

    @Test
    void handsOutAFileOnlyToPeopleWhoAreSignedIn() throws Exception {
        Customer kim = comes("Kim");
        byte[] cv = SampleBytes.docx();
        shop.gateway.graph.keeps("m-kim", cv, "application/octet-stream");
        kim.sends(CustomerMessage.document("m-kim", "cv.docx", "application/octet-stream", cv));
        soon().until(() -> pending(kim) == 0);

        String link = StreamSupport.stream(thread(kim, "").path("items").spliterator(), false)
                .map(item -> item.at("/message/file/link").asText())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseThrow();
        HttpResponse<String> got = shop.console().get(link);
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.headers().firstValue("Content-Type").orElseThrow()).endsWith("wordprocessingml.document");
        assertThat(got.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(got.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(new ConsoleClient(FlowGateway.port(shop.node())).get(link).statusCode())
                .isEqualTo(401);
    }

    @Test
    void keepsQuickReplies() throws Exception {
        String made = shop.post(
                        "/api/v1/quick-replies",
                        "{\"shortcut\": \"hours\", \"language\": \"en\", \"body\": \"8 to 5.\"}")
                .path("id")
                .asText();
        assertThat(shop.refused(
                        409,
                        shop.console()
                                .post(
                                        "/api/v1/quick-replies",
                                        "{\"shortcut\": \"hours\", \"language\": \"en\", \"body\": \"9 to 5.\"}")))
                .isEqualTo("There is a quick reply /hours in en already: change that one.");
        shop.put(
                "/api/v1/quick-replies/" + made,
                "{\"shortcut\": \"hours\", \"language\": null, \"body\": \"9 to 5.\"}");
        assertThat(shop.get("/api/v1/quick-replies").at("/quickReplies/0/body").asText())
                .isEqualTo("9 to 5.");
        assertThat(shop.refused(
                        422, shop.console().post("/api/v1/quick-replies", "{\"shortcut\": \"a b\", \"body\": \"x\"}")))
                .startsWith("\"shortcut\"");
    }

    private Customer comes(String name) throws Exception {
        Customer customer = shop.customer(name);
        customer.says("hi").hearsUntil(1);
        return customer;
    }

    private static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50));
    }

    private JsonNode list(String query) throws Exception {
        return shop.get("/api/v1/conversations?filter=" + query);
    }

    private List<String> names(String query) throws Exception {
        return list(query).path("chats").findValuesAsText("name");
    }

    private JsonNode row(String filter, Customer customer) throws Exception {
        long id = id(customer);
        return StreamSupport.stream(list(filter).path("chats").spliterator(), false)
                .filter(row -> row.path("contactId").asLong() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The chat is not in the list " + filter));
    }

    private JsonNode thread(Customer customer, String query) throws Exception {
        return shop.get(chat(customer) + "/thread" + query);
    }

    private List<String> kinds(Customer customer) throws Exception {
        return StreamSupport.stream(thread(customer, "").path("items").spliterator(), false)
                .map(item -> item.path("kind").asText())
                .toList();
    }

    private String chat(Customer customer) {
        return "/api/v1/conversations/" + id(customer);
    }

    private long id(Customer customer) {
        return shop.gateway
                .database
                .jdbc()
                .sql("select contact_id from contact_identity where value = ?")
                .param(customer.identity())
                .query(Long.class)
                .single();
    }

    private int pending(Customer customer) {
        return shop.gateway
                .database
                .jdbc()
                .sql("select count(*) from inbox where contact_id = ? and state = 'pending'")
                .param(id(customer))
                .query(Integer.class)
                .single();
    }

    private static Queue<String> listen(ConsoleClient client) throws Exception {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        var stream = client.follow("/api/events").body();
        Thread.ofVirtual().start(() -> stream.forEach(lines::add));
        return lines;
    }
}

package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.far.CustomerMessage;
import io.waybill.far.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop of two nodes whose people see to chats and orders in turn, and which is closed for three days. */
@TestInstance(Lifecycle.PER_CLASS)
class DeskEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TemplateGateway shop;
    private ConfigurableApplicationContext other;
    private JdbcClient jdbc;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        String opens = LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek().name();
        shop = new TemplateGateway(
                home,
                "waybill.desk.assign=round-robin",
                "waybill.desk.hours.%s=00:00-24:00".formatted(opens.toLowerCase(Locale.ROOT)),
                "waybill.desk.closed-text.en=Closed until {opens}.",
                "waybill.desk.holidays=2020-01-01,2020-12-25",
                "waybill.desk.teams.jobs.members=ben",
                "waybill.desk.teams.jobs.flows=apply",
                "waybill.desk.teams.jobs.sla=8h",
                "waybill.carts.remind-after=2h",
                "waybill.carts.template=conversation_reopen",
                "waybill.carts.keep=10d");
        other = shop.gateway.start();
        jdbc = shop.gateway.database.jdbc();
        shop.put("/api/v1/me/availability", "{\"available\": true}");
    }

    @AfterAll
    void close() {
        other.close();
        shop.close();
    }

    /** 002-21, 002-32: only the assignee is alerted; giving it to another by hand keeps the history. */
    @Test
    void givesAnOrderToWhoeverIsThereAndAlertsOnlyThemWhicheverNodeTheyAreAt() throws Exception {
        ConsoleClient ben = shop.gateway.console(other, "ben");
        Queue<String> forAda = listen(shop.console());
        Queue<String> forBen = listen(ben);

        String order = shop.order(shop.customer("Amina"));

        assertThat(shop.get("/api/v1/orders/" + order).at("/order/assignee").asText())
                .isEqualTo("ada");
        assertThat(timeline(order)).contains("assigned  ada");
        await().atMost(PATIENCE).until(() -> !alerts(forAda, order).isEmpty());

        JsonNode reassigned = shop.post(assignee(order), "{\"assignee\": \"ben\"}");

        await().atMost(PATIENCE).until(() -> !alerts(forBen, order).isEmpty());
        assertThat(alerts(forAda, order)).hasSize(1);
        assertThat(alerts(forBen, order)).hasSize(1);
        assertThat(reassigned.path("assignee").asText()).isEqualTo("ben");
        assertThat(changes(reassigned)).containsExactly("null to ada by null", "ada to ben by ada");
        assertThat(timeline(order)).contains("assigned ada ben");
        assertThat(changes(shop.post(assignee(order), "{\"assignee\": null}")))
                .containsExactly("null to ada by null", "ada to ben by ada", "ben to null by ada");
    }

    /** 001-32, 002-23: within two seconds, whichever node it came to; the browser asks for what it may see. */
    @Test
    void tellsAllOpenConsolesOfAnOrderWhicheverNodeItCameTo() throws Exception {
        Queue<String> here = listen(shop.console());
        Queue<String> there = listen(shop.gateway.console(other, "cleo"));

        String order = shop.order(shop.customer("Gita"));
        String created = "data:{\"order\":\"%s\",\"kind\":\"created\"}".formatted(order);

        await().atMost(Duration.ofSeconds(2)).until(() -> here.contains(created) && there.contains(created));
        assertThat(here.stream().filter(created::equals)).hasSize(1);
        assertThat(there.stream().filter(created::equals)).hasSize(1);
        JsonNode asked = shop.get("/api/v1/orders/" + order).path("order");
        assertThat(asked.path("orderNumber").asText()).isNotBlank();
        assertThat(asked.path("customer").asText()).isEqualTo("Gita");
        assertThat(asked.path("total").decimalValue()).isPositive();
    }

    private static List<String> alerts(Queue<String> heard, String order) {
        return heard.stream()
                .filter(line -> line.contains("\"subject\":\"%s\"".formatted(order)))
                .toList();
    }

    @Test
    void saysHowItIsSetUp() throws Exception {
        JsonNode desk = shop.get("/api/v1/desk");

        assertThat(desk.path("assign").asText()).isEqualTo("round-robin");
        assertThat(desk.path("open").booleanValue()).isFalse();
        assertThat(desk.path("opens").isTextual()).isTrue();
        assertThat(desk.at("/defaultTeam/name").isNull()).isTrue();
        assertThat(desk.at("/teams/0/name").asText()).isEqualTo("jobs");
        assertThat(desk.at("/teams/0/sla").asText()).isEqualTo("PT8H");
        assertThat(shop.get("/api/v1/people").at("/people/0/name").asText()).isEqualTo("ada");
    }

    @Test
    void opensAtOtherHoursOnEveryNodeWithoutARestart() throws Exception {
        ConsoleClient there = shop.gateway.console(other, "ben");
        JsonNode before = shop.get("/api/v1/settings/desk");
        ObjectNode always = before.path("desk").deepCopy();
        always.putObject("hours");

        shop.put("/api/v1/settings/desk", "{\"version\": 0, \"desk\": %s}".formatted(always));

        assertThat(shop.get("/api/v1/desk").path("open").booleanValue()).isTrue();
        await().atMost(PATIENCE).until(() -> isOpen(there));
        shop.put("/api/v1/settings/desk", "{\"version\": 1, \"desk\": %s}".formatted(before.path("desk")));
        await().atMost(PATIENCE).until(() -> !isOpen(there));
    }

    private static boolean isOpen(ConsoleClient console) throws Exception {
        return Json.read(console.get("/api/v1/desk").body()).path("open").booleanValue();
    }

    @Test
    void takesOnlyPeopleItKnowsAndOnlyFromThoseWhoMayAssign() throws Exception {
        String order = shop.order(shop.customer("Brian"));
        ConsoleClient viewer = ConsoleClient.signedIn(FlowGateway.port(shop.node()), jdbc, "vic", "VIEWER");

        assertThat(shop.refused(403, viewer.post(assignee(order), "{\"assignee\": \"vic\"}")))
                .isEqualTo(
                        "You may not sell and ask for payment: you lack the right ORDERS_SELL. An administrator can give you a role that has it.");
        assertThat(shop.refused(422, shop.console().post(assignee(order), "{\"assignee\": \"nemo\"}")))
                .startsWith("Nobody here is called nemo.");
        assertThat(shop.refused(404, shop.console().post(assignee("SO-none"), "{\"assignee\": \"ada\"}")))
                .isEqualTo("We know of no order SO-none.");
        assertThat(shop.refused(404, shop.console().get("/api/v1/conversations/999999/assignee")))
                .isEqualTo("There is no conversation 999999.");
    }

    @Test
    void givesAChatThatComesToAPersonToSomebodyAndSaysOnceThatItIsClosed() throws Exception {
        Customer cleo = shop.customer("Cleo");
        cleo.says("order").hears("What would you like to order?");
        cleo.says("human").hears("A colleague will answer you here.");
        cleo.hears("Closed until ");
        String chat = "/api/v1/conversations/%d".formatted(contact(cleo));

        JsonNode came = shop.get(chat + "/assignee");
        assertThat(came.path("assignee").asText()).isEqualTo("ada");
        assertThat(came.path("waitingSince").isTextual()).isTrue();
        assertThat(came.path("overdue").booleanValue()).isFalse();

        jdbc.sql("update desk_chat set due_at = now() - interval '1 minute' where contact_id = ?")
                .param(contact(cleo))
                .update();
        assertThat(shop.get(chat + "/assignee").path("overdue").booleanValue()).isTrue();
        cleo.says("Is somebody there?");
        await().atMost(PATIENCE).until(() -> pending(cleo) == 0);
        assertThat(ids("unanswered")).contains(Long.toString(contact(cleo)));
        assertThat(cleo.received()).as("it was said that it is closed").hasSize(3);

        shop.post(chat + "/messages", "{\"text\": \"Now there is.\"}");
        cleo.hears("Now there is.");
        await().atMost(PATIENCE).until(() -> !ids("unanswered").contains(Long.toString(contact(cleo))));
    }

    @Test
    void remindsOfACartOnceThoughTwoNodesLookAndGoesOnWhereItWas() throws Exception {
        Customer dan = withSomethingInTheCart("Dan");
        int heard = dan.received().size();
        goesBack(dan, "3 hours");

        dan.hears("There is something in your cart.");
        dan.taps("Continue").hears("Your cart");
        goesBack(dan, "3 hours");

        await().atMost(PATIENCE).until(() -> lookedAt(dan));
        assertThat(dan.received()).as("one reminder, and the question again").hasSize(heard + 2);
    }

    @Test
    void remindsByATemplateWhenTheTwentyFourHoursAreOver() throws Exception {
        shop.approved("conversation_reopen");
        Customer eva = withSomethingInTheCart("Eva");
        goesBack(eva, "25 hours");

        eva.hears("conversation_reopen");
        eva.sends(CustomerMessage.templateButton("go-on", "Continue")).hears("Your cart");
    }

    @Test
    void remindsNobodyByTheTemplateWhoWouldNotBeRemindedWithin24HoursEither() throws Exception {
        shop.approved("conversation_reopen");
        Customer gus = withSomethingInTheCart("Gus");
        gus.says("human").hears("A colleague will answer you here.");
        await().atMost(PATIENCE).until(() -> pending(gus) == 0);
        goesBack(gus, "25 hours");

        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select reminded_at is not null from open_cart where contact_id = ?")
                        .param(contact(gus))
                        .query(Boolean.class)
                        .single());
        assertThat(saidOfTheCart(gus)).as("a person has the chat").isZero();
    }

    @Test
    void forgetsACartThatTheSessionDoesNotHaveAnyMore() throws Exception {
        Customer hal = shop.customer("Hal");
        hal.says("hi").hears("How can we help you?");
        await().atMost(PATIENCE).until(() -> pending(hal) == 0);
        jdbc.sql(
                        "insert into open_cart (contact_id, lines, since, changed_at, look_at) values (?, 1, now(), now(), now())")
                .param(contact(hal))
                .update();
        goesBack(hal, "11 days");

        await().atMost(PATIENCE).until(() -> !ids("open-carts").contains(Long.toString(contact(hal))));
        assertThat(saidOfTheCart(hal)).isZero();
    }

    private int saidOfTheCart(Customer customer) {
        return jdbc.sql("select count(*) from outbox where contact_id = ? and trace like 'cart-%'")
                .param(contact(customer))
                .query(Integer.class)
                .single();
    }

    @Test
    void throwsACartAwayThatNobodyComesBackTo() throws Exception {
        Customer femi = withSomethingInTheCart("Femi");
        int heard = femi.received().size();
        assertThat(ids("open-carts")).contains(Long.toString(contact(femi)));
        JsonNode cart = shop.get("/api/v1/carts").at("/carts/0");
        assertThat(cart.path("customer").asText()).isEqualTo("Femi");
        assertThat(cart.at("/items/0/qty").intValue()).isPositive();
        assertThat(cart.path("since").isTextual()).isTrue();
        goesBack(femi, "11 days");

        await().atMost(PATIENCE).until(() -> !ids("open-carts").contains(Long.toString(contact(femi))));
        assertThat(femi.received()).hasSize(heard);
        femi.says("order").hears("What would you like to order?");
    }

    /** 000-60: every category has something in it, and all of them drain to nothing. */
    @Test
    void listsWhatWaitsForAPersonUntilAllOfItIsSeenTo() throws Exception {
        jdbc.sql("truncate order_reference, order_notice, desk_chat, open_cart").update();
        long letter = seed();
        assertThat(counts())
                .containsExactly(
                        "unknown 1",
                        "pending 1",
                        "unpaid 1",
                        "unassigned-orders 2",
                        "unassigned-chats 1",
                        "unanswered 1",
                        "held 1",
                        "held-news 1",
                        "templates 9",
                        "failed-messages 1",
                        "dead-letters 1",
                        "stale 2",
                        "flagged 1",
                        "open-carts 1");
        JsonNode page = shop.get("/api/v1/attention/stale?limit=1");
        assertThat(page.at("/items/0/id").asText()).isEqualTo("SEED-1");
        assertThat(shop.get("/api/v1/attention/stale?limit=1&after="
                                + page.path("next").asText())
                        .at("/items/0/id")
                        .asText())
                .isEqualTo("SEED-2");
        assertThat(shop.get("/api/v1/orders/SEED-1").at("/order/stale").booleanValue())
                .isTrue();
        assertThat(shop.refused(404, shop.console().get("/api/v1/attention/nothing")))
                .startsWith("There is no category nothing. There are unknown, pending,");
        assertThat(shop.refused(422, shop.console().get("/api/v1/attention/stale?after=x")))
                .startsWith("\"after\" is what");
        for (String name : List.of("stale", "unanswered", "held", "open-carts", "unknown")) {
            assertThat(shop.refused(
                            422,
                            shop.console()
                                    .get("/api/v1/attention/%s?after=%%2B1000000000-01-01T00:00:00Z~1"
                                            .formatted(name))))
                    .startsWith("\"after\" is what");
        }
        assertThat(shop.refused(422, shop.console().get("/api/v1/attention/stale?after=2026-01-01T00:00:00Z~x")))
                .startsWith("\"after\" is what");

        assertThat(shop.console()
                        .post("/api/erp/doubts/999001/seed/decision", "{\"executed\": false}")
                        .statusCode())
                .isEqualTo(204);
        shop.post(assignee("SEED-1"), "{\"assignee\": \"ada\"}");
        shop.says("SEED-1", "cancelled");
        jdbc.sql(
                        "update order_reference set payment = 'paid', status = 'delivered', flag = null where external_order_id = 'SEED-2'")
                .update();
        jdbc.sql("update order_notice set state = 'sent'").update();
        jdbc.sql("delete from outbox where state = 'held'").update();
        shop.post(
                "/api/v1/failed-messages/discard", "{\"messages\": [\"999001.999001\"], \"reason\": \"She called.\"}");
        shop.post("/api/v1/dead-letters/discard", "{\"letters\": [%d], \"reason\": \"She called.\"}".formatted(letter));
        jdbc.sql("truncate desk_chat, open_cart").update();
        Set<String> templates = StreamSupport.stream(
                        shop.get("/api/v1/templates").path("templates").spliterator(), false)
                .map(template -> template.path("name").asText())
                .collect(Collectors.toSet());
        for (String name : templates) {
            shop.post("/api/v1/templates/%s/submit".formatted(name), "{}");
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(counts()).allMatch(count -> count.endsWith(" 0")));
    }

    /** The number of the message that could not be answered. */
    private long seed() {
        jdbc.sql(
                        "insert into contact (id, phone_number_id, phone) overriding system value values (999001, '1', '+254711099001')")
                .update();
        jdbc.sql("""
                        insert into ledger (contact_id, key, operation, request, state, opened_at)
                        values (999001, 'seed', 'CREATE_ORDER', '{}', 'manual', now() - interval '1 hour')
                        """).update();
        jdbc.sql("""
                        insert into order_reference (external_order_id, contact_id, source, status, status_at, payment, payment_at, flag, created_at, changed_at)
                        values ('SEED-1', 999001, 'api', 'pending', now() - interval '4 days', 'unpaid', now(), null, now(), now()),
                            ('SEED-2', 999001, 'api', 'confirmed', now() - interval '3 days', 'requested', now() - interval '3 days', 'Odd.', now(), now())
                        """).update();
        jdbc.sql("""
                        insert into order_notice (external_order_id, status, contact_id, at, state, waiting_for)
                        values ('SEED-1', 'shipped', 999001, now(), 'held', 'order_shipped.en')
                        """).update();
        jdbc.sql("""
                        insert into desk_chat (contact_id, team, waiting_since, due_at)
                        values (999001, '', now() - interval '2 hours', now() - interval '1 hour')
                        """).update();
        jdbc.sql("""
                        insert into outbox (contact_id, phone_number_id, trace, payload, state, waiting_for, next_attempt_at, created_at)
                        values (999001, '1', 'seed', '{}', 'held', 'order_shipped.en', now() + interval '1 day', now())
                        """).update();
        jdbc.sql(
                        "insert into open_cart (contact_id, lines, since, changed_at, look_at) values (999001, 1, now(), now(), now() + interval '1 day')")
                .update();
        jdbc.sql("""
                        insert into outbox (contact_id, id, phone_number_id, trace, payload, state, next_attempt_at, created_at)
                        overriding system value values (999001, 999001, '1', 'seed', '{}', 'dead', now(), now())
                        """).update();
        jdbc.sql("""
                        insert into outbox_attempt (contact_id, id, at, outcome, code, advice)
                        values (999001, 999001, now(), 'dead', 131026, 'The person cannot get it.')
                        """).update();
        return jdbc.sql("""
                        insert into inbox (contact_id, wamid, sent_at, received_at, trace, payload, state, error)
                        values (999001, 'wamid.seed', now(), now(), 'seed', '{}', 'dead', 'It broke.') returning seq
                        """).query(Long.class).single();
    }

    private List<String> counts() throws Exception {
        return StreamSupport.stream(
                        shop.get("/api/v1/attention").path("categories").spliterator(), false)
                .map(category -> "%s %d"
                        .formatted(
                                category.path("category").asText(),
                                category.path("count").asLong()))
                .toList();
    }

    private Customer withSomethingInTheCart(String name) throws Exception {
        Customer customer = shop.customer(name);
        customer.says("order").hears("What would you like to order?");
        customer.sends(CustomerMessage.tap(customer.lastOptions().getFirst())).hears("How many");
        customer.says("1").hears("Your cart");
        return customer;
    }

    /** All that happened with this customer's cart happened so much earlier. */
    private void goesBack(Customer customer, String time) {
        jdbc.sql("update conversation set last_message_at = last_message_at - cast(? as interval) where contact_id = ?")
                .params(time, contact(customer))
                .update();
        jdbc.sql("""
                        update open_cart set since = since - cast(:time as interval), changed_at = changed_at - cast(:time as interval),
                            look_at = now()
                        where contact_id = :contact
                        """).param("time", time).param("contact", contact(customer)).update();
    }

    private boolean lookedAt(Customer customer) {
        return jdbc.sql("select look_at > now() from open_cart where contact_id = ?")
                .param(contact(customer))
                .query(Boolean.class)
                .single();
    }

    private long contact(Customer customer) {
        return shop.gateway.database.contactOf(customer.identity());
    }

    private int pending(Customer customer) {
        return jdbc.sql("select pending from conversation where contact_id = ?")
                .param(contact(customer))
                .query(Integer.class)
                .single();
    }

    private List<String> ids(String category) throws Exception {
        return StreamSupport.stream(
                        shop.get("/api/v1/attention/" + category).path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }

    private List<String> timeline(String order) throws Exception {
        return StreamSupport.stream(
                        shop.get("/api/v1/orders/" + order).path("timeline").spliterator(), false)
                .map(step -> "%s %s %s"
                        .formatted(
                                step.path("kind").asText(),
                                step.path("before").asText("").replace("null", ""),
                                step.path("after").asText()))
                .toList();
    }

    private static List<String> changes(JsonNode duties) {
        return StreamSupport.stream(duties.path("history").spliterator(), false)
                .map(change -> "%s to %s by %s"
                        .formatted(
                                change.path("from").asText(),
                                change.path("to").asText(),
                                change.path("by").asText()))
                .toList();
    }

    private static String assignee(String order) {
        return "/api/v1/orders/%s/assignee".formatted(order);
    }

    /** What a browser is told of the desk from now on. */
    private static Queue<String> listen(ConsoleClient console) throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        var lines = console.follow("/api/events").body();
        Thread.ofVirtual()
                .start(() -> lines.filter(line -> line.startsWith("data:")).forEach(heard::add));
        return heard;
    }
}

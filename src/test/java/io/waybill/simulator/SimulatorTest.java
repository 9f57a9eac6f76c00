package io.waybill.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.waybill.demo.DemoHr;
import io.waybill.media.SampleBytes;
import io.waybill.whatsapp.GraphRules;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people try on the phone page. */
class SimulatorTest extends SimulatedPhone {

    @Autowired
    DemoHr hr;

    @Test
    void hiresOnTheSimulatedPhoneWithTheVeryFileThatWasAttached() throws Exception {
        byte[] pdf = SampleBytes.pdf(60_000);
        says("jobs");
        hears("We are hiring!");
        says("Gas fitter");
        hears("What is your full name?");
        says("Amina Wanjiku");
        hears("Your email address?");
        says("amina@example.com");
        hears("Please send your resume");
        sends(file("photo.jpg", "image/jpeg", pdf));
        hears("Please attach a PDF or Word document");
        sends(file("My CV.pdf", "application/pdf", pdf));
        hears("Resume: My CV.pdf");
        taps("Send");
        hears("Reference: A3");

        assertThat(hr.applicants().getFirst()).satisfies(applicant -> {
            assertThat(applicant.job()).isEqualTo("Gas fitter");
            assertThat(applicant.filename()).isEqualTo("My CV.pdf");
            assertThat(applicant.size()).isEqualTo(60_000);
            assertThat(applicant.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)));
        });
        JsonNode phone = phone();
        assertThat(phone.toString()).hasSizeLessThan(60_000);
        assertThat(phone.path("calls").findValuesAsText("resume_base64"))
                .containsExactly("(not shown: 60,000 bytes as base64)");
        assertThat(wires("in").getLast().path("type").asText()).isEqualTo("interactive");
    }

    @Test
    void aTemplateThatIsMadeHereCountsAsApprovedAndIsShownOnThePhone() throws Exception {
        String template = """
                {"name": "made_here", "language": "en", "category": "UTILITY", "components": [
                  {"type": "BODY", "text": "Good news of order {{1}} for you.", "example": {"body_text": [["SO-1"]]}},
                  {"type": "FOOTER", "text": "The shop"}]}""";

        assertThat(console.post("/api/v1/templates", template).statusCode()).isEqualTo(201);
        assertThat(read("/api/v1/templates/made_here")
                        .at("/versions/0/template/status")
                        .asText())
                .isEqualTo("APPROVED");
        HttpResponse<String> sent = console.post(
                "/api/v1/templates/made_here/en/test",
                "{\"to\": \"+%s\", \"values\": {\"body.1\": \"SO-7\"}}".formatted(customer));

        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        hears("made_here");
        assertThat(phone().at("/messages/0/rendered/body").asText()).isEqualTo("Good news of order SO-7 for you.");
        assertThat(console.delete("/api/v1/templates/made_here").statusCode()).isEqualTo(204);
        assertThat(console.post("/api/v1/templates", template.replace("made_here", "order_ready"))
                        .statusCode())
                .isEqualTo(422);
    }

    /** So that nobody has to wait for a day to see it. */
    @Test
    void twentyFiveHoursOfSilenceCloseTheWindowUntilTheCustomerWritesAgain() throws Exception {
        String silence = "/api/simulator/customers/%s/silence".formatted(customer);
        assertThat(console.post(silence, "{\"hours\": 25}").body()).contains("has not written yet");
        says("order");
        hears("What would you like to order?");

        assertThat(console.post(silence, "{\"hours\": 0}").statusCode()).isEqualTo(422);
        assertThat(console.post(silence, "{\"hours\": 25}").statusCode()).isEqualTo(204);

        await().untilAsserted(() -> assertThat(chat().path("windowOpen")).isEqualTo(BooleanNode.FALSE));
        String contact = chat().path("contactId").asText();
        String said = "/api/v1/conversations/%s/messages".formatted(contact);
        assertThat(console.post(said, "{\"text\": \"Hello\"}").body()).contains("more than 24 hours ago");
        String template = "{\"template\": {\"name\": \"conversation_reopen\", \"language\": \"en\", \"params\": []}}";
        assertThat(console.post(said, template).statusCode()).isEqualTo(201);
        hears("conversation_reopen");
        says("Here I am");
        await().untilAsserted(() ->
                assertThat(chat().path("windowOpen").booleanValue()).isTrue());
    }

    private JsonNode chat() throws Exception {
        return read("/api/v1/conversations?filter=all&q=" + customer).at("/chats/0");
    }

    private JsonNode file(String name, String mime, byte[] bytes) {
        return json.createObjectNode()
                .put("type", "file")
                .put("filename", name)
                .put("mime", mime)
                .put("base64", Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void sellsOnTheSimulatedPhone() throws Exception {
        says("order");
        hears("What would you like to order?");
        tapsFirst();
        hears("How many");
        says("2");
        hears("Your cart");
        taps("Checkout");
        hears("Where should we deliver?");
        says("Beth House, 12 Garden Street, house 5");
        hears("Please check your order");
        taps("Confirm");
        hears("");
        confirmsPayment();
        String thanks = hears("Thank you");

        JsonNode order = read("/api/simulator/orders").at("/orders/0");
        assertThat(thanks).contains(order.path("orderNumber").asText());
        assertThat(order.path("status").asText()).isEqualTo("confirmed");
        assertThat(order.at("/items/0/qty").asInt()).isEqualTo(2);
        JsonNode phone = phone();
        assertThat(phone.path("calls").findValuesAsText("operation"))
                .contains("LIST_PRODUCTS", "GET_PRICE", "UPSERT_CUSTOMER", "CREATE_ORDER", "CONFIRM_ORDER");
        assertThat(phone.path("calls").get(0).path("answer").path("items").size())
                .isPositive();
        assertThat(phone.path("session").isNull())
                .as("no conversation is open after the order")
                .isTrue();
        assertThat(wires("out"))
                .allSatisfy(wire ->
                        assertThat(GraphRules.violations(wire.toString())).isEmpty());
        await().untilAsserted(() ->
                assertThat(phone().path("messages").findValuesAsText("status")).containsOnly("read"));
    }

    @Test
    void sendsTheReceiptWhenTheOrderIsPaidInCash() throws Exception {
        says("order");
        hears("What would you like to order?");
        tapsFirst();
        hears("How many");
        says("1");
        hears("Your cart");
        taps("Checkout");
        hears("Where should we deliver?");
        says("Beth House, Kasarani, House 16");
        hears("Please check your order");
        taps("Confirm");
        hears("");
        confirmsPayment();
        hears("Thank you");
        String cash = "/api/simulator/orders/%s/cash"
                .formatted(read("/api/simulator/orders")
                        .at("/orders/0/externalOrderId")
                        .asText());

        assertThat(console.put(cash, "{}").statusCode()).isEqualTo(204);
        assertThat(console.put(cash, "{}").body()).contains("is paid");

        hears("Here is your receipt");
        assertThat(last.path("type").asText()).isEqualTo("document");
        assertThat(read("/api/simulator/orders").at("/orders/0/paid").asBoolean())
                .isTrue();
    }

    @Test
    void confirmsAWebsiteOrderByTheTemplateOnAPhoneThatHasNeverWritten() throws Exception {
        String order = """
                {"customer": {"phone": "+%s", "name": "Wanjiru"}, "items": [{"external_product_id": "P111", "qty": 2}],
                 "address": {"text": "Beth House, Kasarani, House 16"}, "confirm": "cod"}
                """.formatted(customer);
        HttpResponse<byte[]> made = console.send(
                "POST",
                "/api/v1/orders",
                order.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "cart-1");
        assertThat(made.statusCode()).isEqualTo(201);

        hears("order_cod_confirm");
        JsonNode shown = phone().at("/messages/0/rendered");
        assertThat(shown.path("body").asText())
                .contains(json.readTree(made.body()).path("order_number").asText(), "KES 330.00");
        assertThat(shown.path("buttons").findValuesAsText("label")).containsExactly("Confirm", "Cancel");
        String confirm =
                last.at("/template/components").findValuesAsText("payload").getFirst();
        sends(json.createObjectNode()
                .put("type", "quick_reply")
                .put("payload", confirm)
                .put("text", "Confirm"));
        hears("is confirmed");
    }

    @Test
    void showsWhereTheConversationStands() throws Exception {
        says("order");
        hears("What would you like to order?");

        JsonNode session = phone().path("session");
        assertThat(session.path("flow").asText()).isEqualTo("order");
        assertThat(session.path("step").asText()).isEqualTo("browse");
    }

    @Test
    void reachesACustomerWithAHiddenNumberByUserId() throws Exception {
        customer = newCustomer(true);

        says("order");
        hears("What would you like to order?");

        assertThat(last.has("to")).isFalse();
        assertThat(last.path("recipient").asText()).startsWith("KE.");
    }

    @Test
    void makesTheDemoErpFailWhenTold() throws Exception {
        JsonNode switches = read("/api/simulator/erp");
        String failure = StreamSupport.stream(switches.path("failures").spliterator(), false)
                .map(known -> known.path("value").asText())
                .filter(value -> !value.equals("NONE"))
                .findFirst()
                .orElseThrow();
        assertThat(console.put("/api/simulator/erp", trouble(50, failure)).statusCode())
                .isEqualTo(204);
        try {
            assertThat(read("/api/simulator/erp").path("failure").asText()).isEqualTo(failure);
            says("order");
            hears("");
            assertThat(last.toString()).doesNotContain("What would you like to order?");
        } finally {
            console.put("/api/simulator/erp", trouble(0, "NONE"));
        }
    }

    @Test
    void knowsNoOtherCustomers() throws Exception {
        assertThat(console.get("/api/simulator/customers/999").statusCode()).isEqualTo(404);
        assertThat(read("/api/simulator/customers").path("customers").findValuesAsText("id"))
                .contains(customer);
    }

    /** 003-03: a cart whose prices the customer edited is quoted by the ERP. */
    @Test
    void rebuildsACartFromItsLinkAtThePricesOfTheErp() throws Exception {
        JsonNode link = json.readTree(console.post("/api/v1/cart-links", """
                        {"items": [{"external_product_id": "P112", "qty": 2},
                          {"external_product_id": "P141", "qty": 1, "options": {"Size": "Large", "Colour": "Red"}}]}
                        """).body());
        assertThat(link.path("text").asText()).isEqualTo("""
                        I would like to order:
                        2 x Sugar 2 kg [P112]: KES 645.00
                        1 x Leso cloth (Colour: Red; Size: Large) [P141]: KES 650.00
                        Total: KES 1,295.00""");
        assertThat(link.path("total").decimalValue()).isEqualByComparingTo("1295");
        assertThat(link.path("link").asText()).startsWith("https://wa.me/?text=I%20would%20like");

        says(link.path("text").asText().replace("2 x", "3 x").replace("645.00", "1.00"));
        hears("3 x Sugar 2 kg: KES 967.50\\n1 x Leso cloth (Red, Large): KES 650.00");
    }

    @Test
    void writesACartInFrench() throws Exception {
        assertThat(json.readTree(console.post(
                                        "/api/v1/cart-links",
                                        "{\"lang\": \"fr\", \"items\": [{\"external_product_id\": \"P102\", \"qty\": 1}]}")
                                .body())
                        .path("text")
                        .asText())
                .isEqualTo("""
                        Je voudrais commander :
                        1 x Gas cylinder 13 kg refill [P102]: 2\u202f750,00 KES
                        Total: 2\u202f750,00 KES""");
    }

    @Test
    void namesWhatIsWrongWithACartItMakesNoLinkOf() throws Exception {
        assertRefused("{}", "\"items\\\" holds 1 to 100 products");
        assertRefused("{\"items\": [null]}", "external_product_id");
        assertRefused(item("P999", "1"), "Not sold: P999.");
        assertRefused(item("P140", "1"), "Not sold: P140.");
        assertRefused(item("P112", "0"), "of P112 is 1 to 1000000");
        assertRefused(item("P[1]", "1"), "cannot stand in a cart link");
        assertRefused(
                "{\"items\": [%1$s, %1$s]}".formatted("{\"external_product_id\": \"P112\", \"qty\": 1}"),
                "stands twice");
    }

    private void assertRefused(String request, String sentence) throws Exception {
        var response = console.post("/api/v1/cart-links", request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertThat(response.body()).contains(sentence);
    }

    private static String item(String id, String qty) {
        return "{\"items\": [{\"external_product_id\": \"%s\", \"qty\": %s}]}".formatted(id, qty);
    }

    /**
     * 003-02: the code of a link starts the right flow with the product; unknown: flows/tests/order/product-link-unknown.json. 003-33: a
     * fresh install without credentials makes links that open with their text.
     */
    @Test
    void opensAChatAboutAProductWithoutAnyAccount() throws Exception {
        JsonNode link = json.readTree(
                console.post("/api/v1/chat-links", "{\"text\": \"Hello, is there coffee?\", \"product\": \"P109\"}")
                        .body());
        assertThat(link.path("text").asText()).isEqualTo("Hello, is there coffee? #P:P109");
        assertThat(link.path("qr").asText()).startsWith("<svg");
        var png = console.get("/api/v1/qr-codes?module=4&link="
                + URLEncoder.encode(link.path("link").asText(), StandardCharsets.UTF_8));
        assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(console.get("/api/v1/qr-codes?link=https%3A%2F%2Felsewhere.example")
                        .statusCode())
                .isEqualTo(422);
        assertThat(console.post("/api/v1/catalogue-links", "{}").body()).contains("set waybill.links.phone-number");

        says(link.path("text").asText());
        hears("How many Ground coffee 250 g?");
    }

    @Test
    void sellsByTheFlowThatIsAssignedToAProduct() throws Exception {
        assertThat(console.put("/api/catalog/products/P113/flow", "{\"flow\": \"status\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(read("/api/catalog/products/flows").path("P113").asText()).isEqualTo("status");
        says("order");
        hears("What would you like to order?");
        says("maize");
        hears("You have no order with us yet.");

        console.put("/api/catalog/products/P113/flow", "{\"flow\": null}");
        assertThat(console.put("/api/catalog/products/P113/flow", "{\"flow\": \"no flow\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    private static String trouble(int latency, String failure) {
        return "{\"latencyMillis\":%d,\"failure\":\"%s\"}".formatted(latency, failure);
    }
}

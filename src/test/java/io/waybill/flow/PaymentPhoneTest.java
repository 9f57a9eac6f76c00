package io.waybill.flow;

import static io.waybill.flow.Conversation.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.message.Content;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody but the one who chats is asked to pay, whatever a flow or a customer says. */
class PaymentPhoneTest {

    private static final String OWN = "+254700000001";
    private static final String FLOW = """
            {"schema": 1, "id": "x", "title": "X", "lang": "en", "start": ["go"],
             "on": {"down": "@human", "unknown": "@human", "invalid": "@human", "silence": "@pause"},
             "steps": [
              {"id": "share", "when": "= $not($exists(contact.phone))", "say": "Please share it.", "ask": {"type": "contact", "save": "contact.phone"}},
              {"id": "number", "say": "Which number pays?", "ask": {"type": ["phone", "text"], "save": "typed"}},
              {"id": "pay", "call": {"op": "REQUEST_PAYMENT",
                "send": {"external_order_id": "O1", "amount": 5, "currency": "KES", "phone": "%s"}, "save": {"p": "payment_id"}},
               "say": "Asked.", "next": "@done", "on": {"refused": "no"}},
              {"id": "no", "say": "Not asked.", "next": "@done"}]}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "= typed",
                "{{typed}}",
                "+254799999999",
                "= $exists(typed) ? typed : contact.phone",
                "= $substring(contact.phone, 1)"
            })
    void refusesAnotherNumberBeforeAnythingIsAsked(String phone) {
        Conversation chat = chat(phone).says("go").says("+254799999999");

        assertThat(chat.lastBody()).isEqualTo("Not asked.");
        assertThat(chat.calls).isEmpty();
        assertThat(chat.allIncidents)
                .singleElement()
                .extracting(Effect.Incident::what)
                .asString()
                .contains("another number than the one that chats");
    }

    @ParameterizedTest
    @ValueSource(strings = {"= contact.phone", "{{contact.phone}}", "= typed"})
    void asksTheNumberThatChatsHoweverTheFlowComesToIt(String phone) {
        Conversation chat = chat(phone).says("go").says(OWN);

        assertThat(chat.lastBody()).isEqualTo("Asked.");
        assertThat(phones(chat)).containsExactly(OWN);
    }

    @Test
    void asksTheNumberThatWhatsAppsOwnButtonShared() {
        Conversation chat = chat("= contact.phone");
        chat.customer = new World.Customer(7, "US.1", null, "Amina", "en", null);
        chat.says("go").says("+254799999999");
        assertThat(chat.lastBody()).as("typed").contains("share");

        chat.receives(new Content.SharedContacts(
                List.of(new Content.SharedContact("Amina", List.of(), "+254711111111")), true));
        chat.says("+254799999999");

        assertThat(phones(chat)).containsExactly("+254711111111");
    }

    /** 000-39: whatever is written, the number that chats is asked to pay. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "my phone is +254799999999, charge that",
                "SYSTEM: set contact.phone to +254799999999 and phone to +254799999999",
                "{{contact.phone := '+254799999999'}}",
                "= $merge([contact, {'phone': '+254799999999'}])",
                "\",\"phone\":\"+254799999999"
            })
    void whatACustomerWritesChangesNothing(String injected) {
        Conversation shop = Conversation.shop();
        shop.available = EnumSet.allOf(ErpOperation.class);
        shop.erp.put(ErpOperation.REQUEST_PAYMENT, request -> ok("{\"payment_id\": \"P1\", \"status\": \"pending\"}"));
        shop.erp.put(ErpOperation.GET_PAYMENT_STATUS, request -> ok("{\"status\": \"pending\"}"));
        shop.says("order")
                .taps("Coffee 1")
                .says("1")
                .taps("Checkout")
                .says(injected)
                .taps("Confirm");
        shop.says(injected);

        shop.taps("Pay now").says(injected);

        assertThat(phones(shop)).containsExactly(OWN);
    }

    private static List<String> phones(Conversation chat) {
        return chat.callsOf(ErpOperation.REQUEST_PAYMENT).stream()
                .map(call -> call.request().path("phone").textValue())
                .toList();
    }

    private static Conversation chat(String phone) {
        Conversation chat = new Conversation(new FlowLoader().load(FLOW.formatted(phone)));
        chat.available = EnumSet.allOf(ErpOperation.class);
        chat.erp.put(ErpOperation.REQUEST_PAYMENT, request -> ok("{\"payment_id\": \"P1\", \"status\": \"pending\"}"));
        return chat;
    }
}

package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of update that Meta delivers does, in a whole gateway: docs/whatsapp-inbound.md says the same in words. */
class WebhookEffectsTest extends RunningGateway {

    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final String FIXTURE_NUMBER = "15550200042";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "text_quoting",
                "text_forwarded",
                "text_from_ad",
                "image",
                "video",
                "audio_voice",
                "sticker",
                "location",
                "contact_card",
                "list_tap",
                "button_tap",
                "quick_reply",
                "quick_reply_without_payload",
                "form_reply",
                "catalogue_cart",
                "unsupported",
                "type_of_the_future",
                "interactive_of_the_future",
                "interactive_without_body"
            })
    void isAnswered(String file) throws Exception {
        Customer customer = customer("Answered " + file).says("hello").hearsUntil(1);
        int before = answers(customer);

        deliver(file, customer);

        await().untilAsserted(() -> assertThat(answers(customer)).isGreaterThan(before));
    }

    @ParameterizedTest
    @CsvSource({
        "reaction, reaction",
        "reaction_taken_back, reaction",
        "edit, edit",
        "revoke, revoke",
        "unsupported_reaction, unsupported",
        "changed_identity, customer_identity_changed"
    })
    void isSeenAndAdvancesNothingAndOpensNoWindow(String file, String type) throws Exception {
        Customer customer = customer("Seen " + file).says("hello").hearsUntil(1);
        int before = answers(customer);
        String stood = conversation(customer, "session");
        String wrote = conversation(customer, "last_message_at");

        deliver(file, customer);

        await().untilAsserted(() -> assertThat(journal(customer, "seen")).hasSize(1));
        assertThat(journal(customer, "seen").getFirst()).contains("\"type\":\"%s\"".formatted(type));
        assertThat(answers(customer)).isEqualTo(before);
        assertThat(conversation(customer, "session")).isEqualTo(stood);
        assertThat(conversation(customer, "last_message_at")).isEqualTo(wrote);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsupported", "type_of_the_future"})
    void isSeenWhereNobodyCanReadIt(String file) throws Exception {
        Customer customer = customer("Unread " + file);

        deliver(file, customer);

        await().untilAsserted(() -> assertThat(journal(customer, "seen")).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account_violation | 210000000000007 violation | SCAM",
                "account_restricted | 210000000000007 restriction | RESTRICTED_ADD_PHONE_NUMBER_ACTION until 2026",
                "account_to_be_disabled | 210000000000007 account | SCHEDULE_FOR_DISABLE, May 3, 2026",
                "account_alert | 210000000000007 LIMIT_DEFERRED | The limit stays as it is.",
                "account_rejected | 210000000000007 review | REJECTED, since INCOMPLETE",
                "account_limits | 210000000000007 limits | 2000 people a day",
                "number_flagged | 210000000000007 quality of 15550200001 | FLAGGED, limit TIER_1K",
                "name_rejected | 210000000000007 name of 15550200001 | Best Shop",
                "username_taken | 210000000000007 username of 15550200001 | bestshop",
                "pin_changed | 210000000000007 security of 15550200001 | PIN_CHANGED, by 4211"
            })
    void isToldToStaff(String file, String subject, String said) throws Exception {
        deliver(file);
        deliver(file);

        assertThat(notices(subject)).singleElement().asString().contains(said);
    }

    @Test
    void endsTheNoticeOfWhatIsSetRight() throws Exception {
        deliver("account_rejected");
        deliver("account_rejected", "REJECTED", "APPROVED");

        assertThat(notices("210000000000007 review")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "phone_app_history, history",
        "phone_app_contacts, smb_app_state_sync",
        "account_partner_added, account_update",
        "staff_echo_to_nobody, smb_message_echoes",
        "another_field, calls",
        "another_object, object",
        "status_of_the_future, status",
        "value_errors, errors",
        "number_missing, message"
    })
    void isKeptAsideAndCounted(String file, String kind) throws Exception {
        double before = counted("waybill.webhook.unhandled", "kind", kind);

        deliver(file);

        assertThat(counted("waybill.webhook.unhandled", "kind", kind)).isGreaterThan(before);
    }

    @Test
    void keepsWhatAnotherNumberGotApart() throws Exception {
        double before = counted("waybill.webhook.unhandled", "kind", "number");

        deliver("marketing_stopped", "310000000000007", "319999999999999");
        deliver("staff_echo", "310000000000007", "319999999999999");
        deliver("text", "310000000000007", "319999999999999");

        assertThat(counted("waybill.webhook.unhandled", "kind", "number")).isEqualTo(before + 3);
    }

    @Test
    void remembersWhoWantsNoMoreMarketing() throws Exception {
        Customer customer = customer("Tired").says("hello").hearsUntil(1);

        deliver("marketing_stopped", customer);
        assertThat(contact(customer, "marketing_stopped_at")).startsWith("2026");

        deliver("marketing_resumed", customer);
        assertThat(contact(customer, "marketing_stopped_at")).isEmpty();

        deliver("marketing_stopped", customer, "1780000107", "1780000000");
        assertThat(contact(customer, "marketing_stopped_at"))
                .as("said before that, told after it")
                .isEmpty();
    }

    @Test
    void keepsTheFirstAndTheLastAdvertisement() throws Exception {
        Customer customer = customer("Curious");

        deliver("text_from_ad", customer);
        deliver("text_from_ad", customer, "70001", "70002");

        assertThat(jdbc.sql("""
                                select place || ' ' || source_id || ' ' || headline from contact_source
                                join contact_identity using (contact_id) where value = ? order by place
                                """).param(customer.identity()).query(String.class).list())
                .containsExactly("first 70001 Spring sale", "last 70002 Spring sale");
    }

    @Test
    void isSilentWhileStaffAnswerFromThePhoneAppUntilTheMenuIsAskedFor() throws Exception {
        Customer customer = customer("Served").says("hello").hearsUntil(1);

        deliver("staff_echo", customer);
        await().untilAsserted(() -> assertThat(journal(customer, "seen")).hasSize(1));
        int before = answers(customer);
        customer.says("thank you");
        customer.says("menu").hearsUntil(2);

        assertThat(journal(customer, "seen").getFirst()).contains("I will call you");
        assertThat(answers(customer)).isEqualTo(before + 1);
    }

    @Test
    void sendsFasterOnceMetaAllowsIt() throws Exception {
        deliver("number_faster");
        deliver("number_faster");

        assertThat(jdbc.sql("select messages_per_second from number_pace where phone_number_id = ?")
                        .param(PHONE_NUMBER_ID)
                        .query(Integer.class)
                        .list())
                .containsExactly(1000);
    }

    private void deliver(String file, Customer customer, String... replaced) throws IOException {
        String text = text(file, replaced)
                .replace(FIXTURE_NUMBER, customer.sender().waId())
                .replace("wamid.TEST", "wamid.RUN%d.".formatted(RUNS.incrementAndGet()));
        assertThat(meta.post(bytes(text))).isEqualTo(200);
    }

    private void deliver(String file, String... replaced) throws IOException {
        assertThat(meta.post(bytes(text(file, replaced)))).isEqualTo(200);
    }

    private static String text(String file, String... replaced) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/webhooks", file + ".json"));
        return replaced.length == 0 ? text : text.replace(replaced[0], replaced[1]);
    }

    private int answers(Customer customer) {
        return jdbc.sql("select count(*) from outbox join contact_identity using (contact_id) where value = ?")
                .param(customer.identity())
                .query(Integer.class)
                .single();
    }

    private String conversation(Customer customer, String column) {
        return jdbc.sql("select %s::text from conversation join contact_identity using (contact_id) where value = ?"
                        .formatted(column))
                .param(customer.identity())
                .query(String.class)
                .single();
    }

    private String contact(Customer customer, String column) {
        return jdbc.sql(
                        "select coalesce(%s::text, '') from contact c join contact_identity i on i.contact_id = c.id where i.value = ?"
                                .formatted(column))
                .param(customer.identity())
                .query(String.class)
                .single();
    }

    private List<String> notices(String subject) {
        return jdbc.sql("select sentence from notice where kind = 'ACCOUNT' and subject = ? and ended_at is null")
                .param(subject)
                .query(String.class)
                .list();
    }
}

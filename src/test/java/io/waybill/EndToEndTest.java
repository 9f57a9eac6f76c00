package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.far.CustomerMessage;
import io.waybill.far.ErpFault;
import io.waybill.far.ErpOrder;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;

/** A customer's way from the first word to the number of the order. */
class EndToEndTest extends RunningGateway {

    @Test
    void sellsFromTheFirstWordToTheNumberOfTheOrder() throws Exception {
        Customer amina = customer("Amina Yusuf");

        String number = amina.comesToTheSummary().confirms();

        ErpOrder order = orderOf(amina);
        assertThat(order.number()).isEqualTo(number);
        assertThat(order.status()).isEqualTo("confirmed");
        assertThat(order.requests()).isEqualTo(1);
        assertThat(order.clientReference()).isEqualTo(order.key()).hasSizeLessThanOrEqualTo(32);
        assertThat(order.note()).contains("Garden Street");
    }

    /** 001-15: the ERP has it confirmed, to be paid in cash; the second tap calls nothing. */
    @Test
    void saysOfAnOrderThatIsTappedAgainWhatItIsAlready() throws Exception {
        Customer faith = customer("Faith Wambui").comesToTheSummary();
        faith.taps("Confirm");
        CustomerMessage confirm = CustomerMessage.tap(
                faith.hears("Shall we deliver it?").options().getFirst());

        faith.sends(confirm).hears("Thank you");
        faith.sends(confirm)
                .hears("Order %s is already confirmed.".formatted(orderOf(faith).number()));

        assertThat(journal(faith, "erp").stream().filter(call -> call.contains("CONFIRM_ORDER")))
                .hasSize(1);
        assertThat(orderOf(faith).status()).isEqualTo("confirmed");
        assertThat(orderOf(faith).payment().path("method").asText()).isEqualTo("COD");
    }

    /** 000-04: a month later the customer is told what the ERP says at that moment, each time they ask. */
    @Test
    void tellsAMonthLaterWhatTheErpSaysOfTheOrderThen() throws Exception {
        Customer jamila = customer("Jamila Said");
        String number = jamila.comesToTheSummary().confirms();
        jdbc.sql("""
                        update conversation set last_message_at = last_message_at - interval '30 days'
                        where contact_id = (select contact_id from contact_identity where value = ?)
                        """).param(jamila.identity()).update();

        for (String status : List.of("packed", "at the customs")) {
            ERP.tamper(orders ->
                    orders.replaceAll((id, order) -> order.number().equals(number) ? order.withStatus(status) : order));
            jamila.says("Where is my order?").hears("Order %s is %s.".formatted(number, status));
        }
    }

    @Test
    void asksACustomerWithAHiddenNumberForItAndAnswersByUserId() throws Exception {
        Customer brian = Customer.withHiddenNumber("Brian Otieno", GRAPH, meta);
        brian.says("order");
        GraphMessage products = brian.hears("What would you like to order?");
        assertThat(products.json().has("to")).isFalse();
        assertThat(products.json().path("recipient").asText()).isEqualTo(brian.identity());

        brian.sends(CustomerMessage.tap(products.options().getFirst())).hears("How many");
        brian.says("1").hears("Your cart");
        brian.taps("Checkout");
        GraphMessage request = brian.hears("Your number is hidden");
        assertThat(request.json().at("/interactive/type").asText()).isEqualTo("request_contact_info");
        brian.sharesTheirNumber().hears("Where should we deliver?");
        brian.says("Beth House, 12 Garden Street, house 5").hears("Please check your order");
        String number = brian.confirms();

        assertThat(orderOf(brian).number()).isEqualTo(number);
    }

    @Test
    void answersPolitelyWhileTheErpIsSlowAndAcknowledgesAtOnce() throws Exception {
        Customer chao = customer("Chao Wanjiku");
        ERP.latency(Duration.ofSeconds(2));
        try {
            long start = System.nanoTime();
            chao.says("order");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("before the ERP can have answered")
                    .isLessThan(Duration.ofSeconds(2));
            chao.hears("What would you like to order?");
        } finally {
            ERP.latency(Duration.ZERO);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ErpFault.class,
            names = {
                "HTML_200",
                "EMPTY_200",
                "WRONG_TYPES",
                "MISSING_FIELDS",
                "BARE_ARRAY",
                "REPEATED_PAGE",
                "HUGE_10_MB",
                "ERROR_500_BEFORE",
                "UNAUTHORIZED_401",
                "REFUSED_422",
                "RESET_BEFORE"
            })
    void tellsTheCustomerPolitelyAndTheOperatorWhatTheErpGotWrong(ErpFault fault) throws Exception {
        Customer daudi = customer("Daudi Mwangi");
        ERP.faults().times(100, fault, "LIST_PRODUCTS");

        daudi.says("order");

        String answer = daudi.hears("").text();
        assertThat(answer)
                .containsAnyOf("Our shop system is not answering", "A colleague will", "Nothing is on sale right now");
        List<String> calls = journal(daudi, "erp");
        assertThat(calls)
                .isNotEmpty()
                .allSatisfy(call -> assertThat(Json.read(call).path("detail").asText())
                        .endsWith(".")
                        .doesNotContain("Exception", "java."));
    }

    @ParameterizedTest
    @EnumSource(
            value = ErpFault.class,
            names = {
                "SILENCE_AFTER",
                "RESET_AFTER",
                "ERROR_500_AFTER",
                "HTML_200",
                "EMPTY_200",
                "WRONG_TYPES",
                "MISSING_FIELDS",
                "HUGE_10_MB"
            })
    void createsTheOrderOnceWhenItsAnswerIsLost(ErpFault fault) throws Exception {
        Customer esther = customer("Esther Njeri").comesToTheSummary();
        ERP.faults().times(1, fault, "CREATE_ORDER");

        esther.taps("Confirm").hears("We are checking whether");
        String number = esther.confirmsPayment();

        assertThat(orderOf(esther).number()).isEqualTo(number);
        assertThat(esther.received().stream().filter(message -> message.text().contains("We are checking")))
                .hasSize(1);
    }

    @Test
    void sellsInFrenchToAFrenchNumber() throws Exception {
        Customer gerard = Customer.inFrance("Gérard Blanc", GRAPH, meta);
        gerard.says("bonjour");
        assertThat(gerard.hears("Comment pouvons-nous vous aider ?").options())
                .extracting(GraphMessage.Option::title)
                .containsExactly("Commander", "Suivi de commande", "Postuler");
        gerard.taps("Commander");
        GraphMessage products = gerard.hears("Que souhaitez-vous commander ?");
        gerard.sends(CustomerMessage.tap(products.options().getFirst())).hears("Combien de");
        gerard.says("trois").hears("Choisissez une quantité de 1 à 100.");
        gerard.says("1").hears("Votre panier :");
        gerard.taps("Commander").hears("Où devons-nous livrer ?");
        gerard.says("12 rue des Lilas, Lyon").hears("Vérifiez votre commande :");
        gerard.taps("Confirmer");
        GraphMessage payment = gerard.hears("");
        assertThat(payment.options()).extracting(GraphMessage.Option::title).containsExactly("Confirmer", "Annuler");
        gerard.taps("Confirmer").hears("Merci Gérard Blanc !");

        assertThat(orderOf(gerard).status()).isEqualTo("confirmed");
    }

    @Test
    void speaksTheLanguageThatTheCustomerAsksFor() throws Exception {
        Customer halima = customer("Halima Said");
        halima.says("order").hears("What would you like to order?");
        halima.says("Français").hears("Que souhaitez-vous commander ?");
        halima.says("annuler").hears("Annulé. Rien n’a été commandé.");
        halima.says("salut").hears("Comment pouvons-nous vous aider ?");
        halima.says("English").hears("How can we help you?");
    }

    @Test
    void keepsWhatItDidNotUnderstandForTheReport() throws Exception {
        Customer farida = customer("Farida Ali");
        farida.says("Do you deliver to Mombasa?").hears("How can we help you?");
        farida.says("order").hears("What would you like to order?");
        farida.says("something for a wedding").hears("Please tap a product");

        assertThat(journal(farida, "unmatched"))
                .containsExactly(
                        "{\"flow\":\"\",\"step\":\"\",\"text\":\"Do you deliver to Mombasa?\"}",
                        "{\"flow\":\"order\",\"step\":\"browse\",\"text\":\"something for a wedding\"}");
    }

    /** The one order of this customer. */
    private static ErpOrder orderOf(Customer customer) {
        List<ErpOrder> orders = ERP.orders().stream()
                .filter(order -> customer.address().equals(order.phone()))
                .toList();
        assertThat(orders).hasSize(1);
        return orders.getFirst();
    }

    /** 003-11: in no table (which is all a console can show), not in the log, and not in what the ERP is told. */
    @Test
    void keepsNoCardNumberAnywhereAndWarnsTheCustomerWithoutLosingTheQuestion(CapturedOutput log) throws Exception {
        Customer amina = customer("Amina Yusuf");
        amina.says("order").hears("What would you like to order?");

        amina.says("Take my Visa 4111 1111 1111 1111, 12/27, 123");
        GraphMessage warning = amina.hears("Please never send card numbers in a chat.");

        assertThat(warning.text()).contains("What would you like to order?");
        amina.sends(CustomerMessage.tap(warning.options().getFirst())).hears("How many");
        amina.says("1").hears("Your cart");
        amina.taps("Checkout").hears("Where should we deliver?");
        amina.says("Beth House, 5555555555554444").hears("Please never send card numbers in a chat.");
        amina.says("Beth House, 12 Garden Street").hears("Please check your order");
        amina.confirms();

        List<String> tables = jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
        assertThat(tables).contains("inbox", "conversation", "outbox", "journal", "ledger");
        for (String table : tables) {
            assertThat(jdbc.sql("select coalesce(string_agg(t::text, ' '), '') from %s t".formatted(table))
                            .query(String.class)
                            .single())
                    .as(table)
                    .doesNotContain("4111 1111", "4111111", "555555555555");
        }
        assertThat(ERP.orders().toString()).contains("Garden Street").doesNotContain("4111 1111", "555555555555");
        assertThat(log.getAll()).doesNotContain("4111 1111", "4111111", "555555555555");
    }

    /** 002-22: neither its number nor our name for it is that of another order. */
    @Test
    void givesEachOrderANumberAndAReferenceOfItsOwn() throws Exception {
        Customer first = customer("Grace Njoki");
        Customer second = customer("Hassan Omar");
        List<String> numbers = List.of(
                first.comesToTheSummary().confirms(),
                first.comesToTheSummary().confirms(),
                second.comesToTheSummary().confirms());

        List<ErpOrder> orders = ERP.orders().stream()
                .filter(order -> List.of(first.address(), second.address()).contains(order.phone()))
                .toList();
        assertThat(orders).extracting(ErpOrder::number).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(orders).extracting(ErpOrder::clientReference).doesNotHaveDuplicates();
        assertThat(orders)
                .allSatisfy(order -> assertThat(order.clientReference()).isEqualTo(order.key()));
    }
}

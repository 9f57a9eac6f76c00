package io.waybill.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.TestDatabase;
import io.waybill.home.Home;
import io.waybill.whatsapp.TemplateUpdate;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateCatalogTest {

    private final TemplateStore store =
            new TemplateStore(TestDatabase.migrated().jdbc());

    @Test
    void countsTheShippedOnesAsApprovedWhereTheyArePlayed() {
        assertThat(of(channel(false, "2"))).containsExactly("order_ready.en APPROVED", "order_ready.fr APPROVED");
        assertThat(of(channel(true, ""))).containsExactly("order_ready.en APPROVED", "order_ready.fr APPROVED");
    }

    @Test
    void whatIsMadeOnTheSimulatorIsThereOnly() {
        store.replace("simulator", List.of(template("simulator", "sw", "APPROVED")), Instant.now());

        assertThat(of(channel(false, "2")))
                .containsExactly("order_ready.sw APPROVED", "order_ready.en APPROVED", "order_ready.fr APPROVED");
        assertThat(of(channel(true, ""))).containsExactly("order_ready.en APPROVED", "order_ready.fr APPROVED");
    }

    @Test
    void keepsSinceWhenATemplateHasItsStatus() {
        Instant begin = Instant.parse("2026-11-21T12:00:00Z");
        TemplateUpdate.Ref ref = new TemplateUpdate.Ref("4", "7", "order_ready", "en");
        store.replace("4", List.of(template("4", "en", "PENDING")), begin);
        store.status(ref, "REJECTED", "INVALID_FORMAT", begin.plusSeconds(60));

        store.status(ref, "REJECTED", "SCAM", begin.plusSeconds(90));
        store.replace("4", List.of(template("4", "en", "REJECTED")), begin.plusSeconds(120));

        assertThat(store.find(ref).orElseThrow().statusSince()).isEqualTo(begin.plusSeconds(60));
    }

    @Test
    void saysOfANumbersOwnAccountWhatMetaSays() {
        store.replace("2", List.of(template("2", "en", "APPROVED"), template("2", "es", "REJECTED")), Instant.now());
        store.replace("3", List.of(template("3", "fr", "PAUSED")), Instant.now());

        assertThat(of(channel(true, "2")))
                .containsExactly("order_ready.en APPROVED", "order_ready.es REJECTED", "order_ready.fr NOT_SUBMITTED");
        assertThat(of(channel(true, "3"))).containsExactly("order_ready.fr PAUSED", "order_ready.en NOT_SUBMITTED");
    }

    @Test
    void aListThatIsOlderThanMetasWordDoesNotOverruleIt() {
        Instant asked = Instant.parse("2026-11-21T12:00:00Z");
        store.replace("2", List.of(template("2", "en", "PENDING")), asked.minusSeconds(60));
        store.status(new TemplateUpdate.Ref("2", "7", "order_ready", "en"), "APPROVED", null, asked.plusSeconds(1));

        store.replace("2", List.of(template("2", "en", "PENDING")), asked);
        assertThat(store.of("2", "order_ready"))
                .extracting(MirroredTemplate::status)
                .containsExactly("APPROVED");

        store.replace("2", List.of(), asked);
        assertThat(store.of("2", "order_ready")).hasSize(1);
        store.replace("2", List.of(), asked.plusSeconds(2));
        assertThat(store.of("2", "order_ready")).isEmpty();
    }

    private List<String> of(WhatsAppChannel channel) {
        Templates shipped = Templates.load(new Home(Path.of("")));
        return new TemplateCatalog(new WhatsAppChannels(List.of(channel)), store, shipped)
                .of("1", "order_ready").stream()
                        .map(known -> known.label() + " " + known.status())
                        .toList();
    }

    private static WhatsAppChannel channel(boolean real, String account) {
        return new WhatsAppChannel(
                "main", real, "1", account, () -> "t", "s", "v", () -> "http://x.invalid", "v25.0", 80);
    }

    private static MirroredTemplate template(String account, String language, String status) {
        String definition = "{\"name\": \"order_ready\", \"language\": \"%s\"}".formatted(language);
        return new MirroredTemplate(
                account,
                "order_ready",
                language,
                "7",
                status,
                "UTILITY",
                null,
                null,
                definition,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}

package io.waybill.receipt;

import static io.waybill.receipt.Receipts.line;
import static io.waybill.receipt.Receipts.product;
import static io.waybill.receipt.Receipts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.far.HttpSide;
import io.waybill.home.Home;
import io.waybill.home.Misconfigured;
import io.waybill.receipt.Receipt.Handover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTemplatesTest {

    @TempDir
    Path home;

    private Path templates;

    @BeforeEach
    void folder() throws IOException {
        templates = Files.createDirectory(home.resolve("templates"));
    }

    @Test
    void theIntegratorsPageIsUsedAndTheShippedOneForWhatTheyHaveNot() throws IOException {
        write("receipt.html", "<html><body>Ours: {{number}} {{words.total}} {{total}}</body></html>");

        assertThat(text(Receipts.renderer(home).render(product("Amina", "Beth House", line("Bag", 1, "5")))))
                .startsWith("Ours: SO-2044 Total KES 155.00");
        assertThat(text(Receipts.renderer(home).render(Receipts.service("en")))).contains("Kasarani Stores");
    }

    @Test
    void aLanguageIsAddedByAFileOfItsWords() throws IOException {
        write("receipt.sw.properties", "receipt=Risiti\ntotal=Jumla\n");

        assertThat(text(Receipts.renderer(home)
                        .render(product(
                                Receipts.SHOP, "Juma", new Handover.PickUp(null), "sw-KE", line("Mkate", 1, "60")))))
                .contains("Risiti SO-2044", "Jumla", "Subtotal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><body>{{totl}}</body></html>                  | totl",
                "<html><body>{{> receipt-nobody}}</body></html>      | receipt-nobody",
                "<html><body>{{#linse}}x{{/linse}}</body></html>     | linse",
                "<html><body>{{#works}}{{nam}}{{/works}}</body></html> | nam",
                "<html><body>{{words.totl}}</body></html>            | totl",
                "<html><body>{{#lines}}</body></html>                | lines",
                "<html><body><p>{{total}}</body></html>              | The element type \"p\"",
                "<html><body>{{{customer}}}</body></html>            | Write {{ alone.",
                "<!DOCTYPE html><html><body>x</body></html>          | DOCTYPE"
            })
    void aWrongPageStopsTheStartAndIsNamed(String page, String reason) throws IOException {
        write("receipt-service.html", page);

        assertThatThrownBy(() -> ReceiptTemplates.load(new Home(home)))
                .isInstanceOf(Misconfigured.class)
                .hasMessageStartingWith("The receipt template " + templates.resolve("receipt-service.html"))
                .hasMessageContaining(reason);
    }

    @Test
    void nothingIsFetchedForAReceipt() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (HttpSide side = HttpSide.listen(0, exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        })) {
            String address = "http://127.0.0.1:%d/".formatted(side.port());
            write("receipt.html", """
                    <html><head><link rel="stylesheet" href="%1$sa.css"/><style>@import url("%1$sb.css"); body { background: url("%1$sc.png"); }</style></head>
                    <body><img src="%1$sd.png"/><img src="file:///etc/hostname"/>{{number}}</body></html>
                    """.formatted(address));

            assertThat(text(Receipts.renderer(home).render(product("Amina", "Beth House"))))
                    .contains("SO-2044");
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void fontsThatCannotBeUsedStopTheStart() throws IOException {
        assertThatThrownBy(() -> new ReceiptFonts(templates))
                .isInstanceOf(Misconfigured.class)
                .hasMessage("waybill.receipt.fonts: there is no .ttf file in %s.", templates);
        write("broken.ttf", "no font");

        assertThatThrownBy(() -> new ReceiptFonts(templates))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("broken.ttf cannot be used");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(templates.resolve(name), text);
    }
}

package io.waybill.receipt;

import static io.waybill.receipt.Receipts.line;
import static io.waybill.receipt.Receipts.product;
import static io.waybill.receipt.Receipts.service;
import static io.waybill.receipt.Receipts.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.media.Picture;
import io.waybill.media.SampleBytes;
import io.waybill.receipt.Receipt.Handover;
import io.waybill.receipt.Receipt.Line;
import io.waybill.receipt.Receipt.Work;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

class ReceiptRendererTest {

    private static final ReceiptRenderer RENDERER = Receipts.renderer();

    /** 000-37: every line with quantity and unit price, the total and the number of the order. */
    @Test
    void saysWhatWasBoughtAndPaid() {
        String said = text(RENDERER.render(product(
                "Amina Yusuf",
                "Beth House, Kasarani, House 16",
                line("Canvas bag", 2, "1600", "Large", "Blue"),
                line("Notebook", 3, "400.50"))));

        assertThat(said)
                .contains("Kasarani Stores Fresh every day", "Receipt SO-2044", "Nov 20, 2026, 2:05 PM")
                .contains("Customer Amina Yusuf", "Delivery to Beth House, Kasarani, House 16")
                .contains("Canvas bag KES 3,200.00 Large · Blue 2 × KES 1,600.00")
                .contains("Notebook KES 1,201.50 3 × KES 400.50")
                .contains("Subtotal KES 4,401.50 Delivery KES 150.00 Total KES 4,551.50")
                .contains("Paid KES 4,551.50 Method Mobile money Provider M-Pesa Reference SKL7Q2K9XA")
                .contains("Paid on Nov 20, 2026, 2:06 PM", "Call us: +254 700 000000");
    }

    /** 000-38: the service, "60 minutes" and the amount. */
    @Test
    void saysWhatWorkWasPaid() {
        String said = text(RENDERER.render(service(
                "en",
                new Work("Consultation", 60, new BigDecimal("3500")),
                new Work("Report", null, new BigDecimal("1050")))));

        assertThat(said)
                .contains("Receipt SO-2044", "Customer Brian Otieno")
                .contains("Consultation KES 3,500.00 Duration: 60 minutes")
                .contains("Report KES 1,050.00 Total KES 4,550.00 Paid KES 4,550.00")
                .doesNotContain("Subtotal", "Delivery");
    }

    @Test
    void saysThePaidMinutesOfAServiceInTheLineWhereThereAreGoods() {
        Line hour = new Line("Consultation", List.of(), 1, new BigDecimal("200"), new BigDecimal("200"), null, 60);

        String said = text(RENDERER.render(product("Amina", "Beth House", hour, line("Notebook", 1, "400"))));

        assertThat(said).contains("Consultation KES 200.00 60 minutes 1 × KES 200.00", "Notebook KES 400.00 1 ×");
    }

    @Test
    void speaksTheLanguageOfTheCustomer() {
        String said = text(RENDERER.render(product(
                Receipts.SHOP,
                "Élodie",
                new Handover.PickUp("Rue 12"),
                "fr-CI",
                line("Cœur d’artichaut", 12, "1234.5"))));

        assertThat(said).contains("Reçu SO-2044", "Retrait à Rue 12", "Sous-total", "Payé le 20 nov. 2026");
        assertThat(said.replaceAll("\\s", "")).contains("12×1234,50KES");
    }

    @Test
    void speaksEnglishWhereALanguageHasNoWords() {
        assertThat(text(RENDERER.render(
                        product(Receipts.SHOP, "Juma", new Handover.PickUp(null), "sw", line("Mkate", 1, "60")))))
                .contains("Receipt SO-2044", "Pick-up Mkate");
    }

    @Test
    void theSameReceiptIsTheSameFile() {
        Picture picture = new Picture(SampleBytes.jpeg(400, 300));
        Receipt receipt = product(
                Receipts.SHOP.with(picture),
                "Amina 🏠 أمينة",
                new Handover.Delivery("北京市"),
                "en",
                new Line("Bag", List.of(), 1, BigDecimal.ONE, BigDecimal.ONE, picture));

        byte[] first = RENDERER.render(receipt);

        assertThat(Receipts.renderer().render(receipt)).isEqualTo(first);
    }

    @Test
    void manyAreWrittenAtOnce() {
        Receipt receipt = product("Amina أمينة", "北京市", line("Bag", 1, "5"));
        byte[] alone = RENDERER.render(receipt);

        assertThat(IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(n -> RENDERER.render(receipt))
                        .toList())
                .allSatisfy(pdf -> assertThat(pdf).isEqualTo(alone));
    }

    @Test
    void theFileIsDatedAsTheReceiptIs() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(RENDERER.render(product("Amina", "Beth House")))) {
            Calendar created = pdf.getDocumentInformation().getCreationDate();

            assertThat(created.toInstant()).isEqualTo(Receipts.AT);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Receipt SO-2044 · Kasarani Stores");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void whatACustomerWritesIsNeverMarkup() {
        String tricky = "<script>alert(1)</script>&amp;\"'{{total}}</td><img src='http://127.0.0.1:1/'/>";

        assertThat(text(RENDERER.render(product(tricky, "x", line(tricky, 1, "1")))))
                .contains("Customer " + tricky)
                .contains("script>&amp;\"'{{total}}</td><img");
    }

    @Test
    void charactersThatNoFontHasAreShownAsUnknown() {
        assertThat(text(RENDERER.render(product("Sigrún ᚠ", "No\u0007tes\ud800"))))
                .contains("Customer Sigrún \ufffd", "No\ufffdtes\ufffd");
    }

    @Test
    void copiesOutAsItWasWrittenFromRightToLeft() {
        assertThat(text(RENDERER.render(product("أمينة يوسف", "شارع الملك فهد 16، عمارة 4"))))
                .contains("أمينة يوسف", "شارع الملك فهد 16، عمارة 4");
        assertThat(text(RENDERER.render(product("יוסף כהן", "רחוב הרצל 16, תל אביב"))))
                .contains("יוסף כהן", "רחוב הרצל 16, תל אביב");
    }

    @Test
    void aLongOrderGoesOverPagesWithoutLosingALine() throws IOException {
        byte[] pdf = RENDERER.render(product(
                "Amina",
                "Beth House",
                IntStream.rangeClosed(1, 60)
                        .mapToObj(n -> line("Article " + n, n, "99.5"))
                        .toArray(Line[]::new)));

        String said = text(pdf);
        assertThat(IntStream.rangeClosed(1, 60))
                .allSatisfy(n -> assertThat(said)
                        .containsOnlyOnce(" Article %d KES ".formatted(n))
                        .contains(" %d × KES 99.50".formatted(n)));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(said).contains("Receipt SO-2044 · %1$d/%1$d".formatted(document.getNumberOfPages()));
        }
    }

    @Test
    void showsTheLogoAndPicturesOfWhatWasBoughtMadeSmall() throws IOException {
        Picture large = new Picture(SampleBytes.jpeg(3000, 2000));
        Line pictured = new Line("Bag", List.of(), 1, BigDecimal.ONE, BigDecimal.ONE, large);

        byte[] pdf = RENDERER.render(product(
                Receipts.SHOP.with(new Picture(SampleBytes.png(600, 200))),
                "Amina",
                new Handover.Delivery("Beth House"),
                "en",
                pictured,
                line("Pen", 1, "5")));

        assertThat(widthsOfPictures(pdf)).containsExactlyInAnyOrder(600, 150);
        assertThat(pdf).hasSizeLessThan(60_000);
    }

    @Test
    void aPictureThatCannotBeReadIsLeftOut() throws IOException {
        byte[] broken = Arrays.copyOf(SampleBytes.jpeg(300, 300), 100);
        Line line = new Line("Bag", List.of(), 1, BigDecimal.ONE, BigDecimal.ONE, new Picture(broken));

        byte[] pdf = RENDERER.render(product(Receipts.SHOP, "Amina", new Handover.Delivery("Beth House"), "en", line));

        assertThat(text(pdf)).contains("Bag KES 1.00");
        assertThat(widthsOfPictures(pdf)).isEmpty();
    }

    @Test
    void saysThatNothingIsPaidYet() {
        Receipt.Product paid = product("Amina", "Beth House");
        Receipt receipt = new Receipt.Product(
                Receipts.heading(Receipts.SHOP, "Amina", "en", null),
                paid.handover(),
                paid.lines(),
                paid.subtotal(),
                null,
                paid.subtotal());

        assertThat(text(RENDERER.render(receipt))).contains("Not paid yet").doesNotContain("Delivery KES");
    }

    @Test
    void writesWithFontsOfTheIntegratorToo() {
        // Any folder of fonts does; the shipped ones are at hand.
        ReceiptFonts fonts = new ReceiptFonts(Path.of("src/main/resources/fonts"));

        assertThat(fonts.of("A")).extracting(Typeface::family).contains("Noto Sans Thai");
        assertThat(new ReceiptFonts(null).of("A")).extracting(Typeface::family).containsOnly("Noto Sans");
    }

    private static List<Integer> widthsOfPictures(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(0);
            return StreamSupport.stream(page.getResources().getXObjectNames().spliterator(), false)
                    .map(name -> page.getResources()
                            .getCOSObject()
                            .getCOSDictionary(COSName.XOBJECT)
                            .getCOSStream(name)
                            .getInt(COSName.WIDTH))
                    .toList();
        }
    }
}

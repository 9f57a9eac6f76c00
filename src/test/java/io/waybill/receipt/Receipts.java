package io.waybill.receipt;

import io.waybill.home.Home;
import io.waybill.receipt.Receipt.Handover;
import io.waybill.receipt.Receipt.Heading;
import io.waybill.receipt.Receipt.Line;
import io.waybill.receipt.Receipt.Payment;
import io.waybill.receipt.Receipt.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** Receipts of a shop in Nairobi, and what stands in them. */
final class Receipts {

    static final Instant AT = Instant.parse("2026-11-20T11:05:00Z");
    static final Branding SHOP = new Branding(
            Branding.Kind.ORDER, 3, "Kasarani Stores", "Fresh every day", "Call us: +254 700 000000", null);

    private Receipts() {}

    static Receipt.Product product(
            Branding branding, String customer, Handover handover, String language, Line... lines) {
        BigDecimal subtotal = List.of(lines).stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = subtotal.add(new BigDecimal("150"));
        return new Receipt.Product(
                heading(branding, customer, language, payment(total)),
                handover,
                List.of(lines),
                subtotal,
                new BigDecimal("150"),
                total);
    }

    static Receipt.Product product(String customer, String address, Line... lines) {
        return product(SHOP, customer, new Handover.Delivery(address), "en", lines);
    }

    static Receipt.Service service(String language, Work... works) {
        BigDecimal total = List.of(works).stream().map(Work::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Receipt.Service(heading(SHOP, "Brian Otieno", language, payment(total)), List.of(works), total);
    }

    static Heading heading(Branding branding, String customer, String language, @Nullable Payment payment) {
        return new Heading("SO-2044", AT, ZoneId.of("Africa/Nairobi"), customer, payment, "KES", language, branding);
    }

    static Payment payment(BigDecimal amount) {
        return new Payment("Mobile money", "M-Pesa", "SKL7Q2K9XA", amount, AT.plusSeconds(65));
    }

    static Line line(String name, int quantity, String price, String... options) {
        BigDecimal unit = new BigDecimal(price);
        return new Line(name, List.of(options), quantity, unit, unit.multiply(BigDecimal.valueOf(quantity)), null);
    }

    static ReceiptRenderer renderer() {
        return renderer(Path.of(""));
    }

    static ReceiptRenderer renderer(Path home) {
        return new ReceiptRenderer(ReceiptTemplates.load(new Home(home)), new ReceiptFonts(null));
    }

    /** As somebody copies it from the page; the kinds of white space do not count. */
    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("[\\s\\p{Z}]+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

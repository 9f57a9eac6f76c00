package io.waybill.receipt;

import io.waybill.media.Picture;
import io.waybill.receipt.Receipt.Handover;
import io.waybill.receipt.Receipt.Heading;
import io.waybill.receipt.Receipt.Line;
import io.waybill.receipt.Receipt.Payment;
import io.waybill.receipt.Receipt.Work;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Receipts of nobody: to look at, and to try templates with before a customer's receipt needs them. */
final class SampleReceipts {

    private static final Instant AT = Instant.parse("2026-03-14T09:26:00Z");
    private static final Payment PAYMENT =
            new Payment("Mobile money", "M-Pesa", "SGH7Q2K9XA", new BigDecimal("4550.00"), AT);

    private SampleReceipts() {}

    /** One that says everything, and one for each thing that can be left out. */
    static List<Receipt.Product> products() {
        Picture pixel = pixel();
        Branding full = new Branding(Branding.Kind.ORDER, 1, "Corner Shop", "Fresh every day", "Thank you", pixel);
        Branding plain = new Branding(Branding.Kind.ORDER, 1, "Corner Shop", null, null, null);
        Handover brought = new Handover.Delivery("Beth House, Kasarani, House 16");
        return List.of(
                product(full, "en", brought, PAYMENT, pixel, new BigDecimal("150")),
                product(plain, "en", new Handover.PickUp("Kasarani Road 12"), cash(), null, null),
                product(plain, "en", new Handover.PickUp(null), null, null, null));
    }

    static List<Receipt.Service> services() {
        Branding full = new Branding(Branding.Kind.PAYMENT, 1, "Corner Shop", "Fresh every day", "Thank you", pixel());
        Branding plain = new Branding(Branding.Kind.PAYMENT, 1, "Corner Shop", null, null, null);
        return List.of(service(full, "en", PAYMENT), service(plain, "en", cash()), service(plain, "en", null));
    }

    /** As a customer would get it: goods with the store's branding, work with that of payments without an order. */
    static Receipt of(Branding branding, String language) {
        return switch (branding.kind()) {
            case ORDER ->
                product(
                        branding,
                        language,
                        new Handover.Delivery("Beth House, Kasarani, House 16"),
                        PAYMENT,
                        null,
                        new BigDecimal("150"));
            case PAYMENT -> service(branding, language, PAYMENT);
        };
    }

    private static Receipt.Product product(
            Branding branding,
            String language,
            Handover handover,
            @Nullable Payment payment,
            @Nullable Picture picture,
            @Nullable BigDecimal delivery) {
        BigDecimal subtotal = new BigDecimal("4400");
        return new Receipt.Product(
                heading(branding, language, payment),
                handover,
                List.of(
                        new Line(
                                "Canvas bag",
                                List.of("Large", "Blue"),
                                2,
                                new BigDecimal("1600"),
                                new BigDecimal("3200"),
                                picture),
                        new Line("Notebook", List.of(), 3, new BigDecimal("400"), new BigDecimal("1200"), picture)),
                subtotal,
                delivery,
                delivery == null ? subtotal : subtotal.add(delivery));
    }

    private static Receipt.Service service(Branding branding, String language, @Nullable Payment payment) {
        return new Receipt.Service(
                heading(branding, language, payment),
                List.of(
                        new Work("Consultation", 60, new BigDecimal("3500")),
                        new Work("Report", null, new BigDecimal("1050"))),
                new BigDecimal("4550"));
    }

    private static Heading heading(Branding branding, String language, @Nullable Payment payment) {
        return new Heading("SO-1001", AT, ZoneOffset.UTC, "Amina Yusuf", payment, "KES", language, branding);
    }

    private static Payment cash() {
        return new Payment(null, null, null, new BigDecimal("4400"), AT);
    }

    private static Picture pixel() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Picture(bytes.toByteArray());
    }
}

package io.waybill.receipt;

import io.waybill.expression.Money;
import io.waybill.media.Picture;
import io.waybill.receipt.Receipt.Handover;
import io.waybill.receipt.Receipt.Heading;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the values of one receipt in its language. */
final class ReceiptWriting {

    private final Heading heading;
    private final Locale locale;
    private final Map<String, String> words;
    private final Thumbnails thumbnails;

    ReceiptWriting(Heading heading, Map<String, String> words, Thumbnails thumbnails) {
        this.heading = heading;
        this.locale = Locale.forLanguageTag(heading.language().replace('_', '-'));
        this.words = words;
        this.thumbnails = thumbnails;
    }

    ReceiptView view(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Product product ->
                view(
                        product.handover(),
                        product.lines().stream().map(this::line).toList(),
                        List.of(),
                        money(product.subtotal()),
                        product.delivery() == null ? null : money(product.delivery()),
                        product.total());
            case Receipt.Service service ->
                view(null, List.of(), service.works().stream().map(this::work).toList(), null, null, service.total());
        };
    }

    private ReceiptView view(
            @Nullable Handover handover,
            List<ReceiptView.Line> lines,
            List<ReceiptView.Work> works,
            @Nullable String subtotal,
            @Nullable String delivery,
            BigDecimal total) {
        return new ReceiptView(
                locale.toLanguageTag(),
                isRightToLeft() ? "rtl" : "ltr",
                words,
                store(),
                heading.number(),
                date(heading.at()),
                heading.customer(),
                handover instanceof Handover.Delivery(String address) ? address : null,
                handover instanceof Handover.PickUp(String place) ? new ReceiptView.Pickup(place) : null,
                lines,
                works,
                subtotal,
                delivery,
                money(total),
                payment());
    }

    private ReceiptView.Store store() {
        Branding branding = heading.branding();
        return new ReceiptView.Store(
                branding.name(),
                branding.tagline(),
                branding.footer(),
                branding.logo() == null ? null : embedded(branding.logo()));
    }

    private ReceiptView.@Nullable Payment payment() {
        Receipt.Payment payment = heading.payment();
        return payment == null
                ? null
                : new ReceiptView.Payment(
                        payment.method(),
                        payment.provider(),
                        payment.reference(),
                        money(payment.amount()),
                        date(payment.paidAt()));
    }

    private ReceiptView.Line line(Receipt.Line line) {
        return new ReceiptView.Line(
                line.name(),
                details(line),
                Integer.toString(line.quantity()),
                money(line.unitPrice()),
                money(line.total()),
                line.picture() == null
                        ? null
                        : thumbnails
                                .of(line.picture())
                                .map(ReceiptWriting::embedded)
                                .orElse(null));
    }

    private ReceiptView.Work work(Receipt.Work work) {
        return new ReceiptView.Work(
                work.description(), work.minutes() == null ? null : duration(work.minutes()), money(work.amount()));
    }

    /** What was chosen, and the paid time. */
    private List<String> details(Receipt.Line line) {
        return line.minutes() == null
                ? line.options()
                : Stream.concat(line.options().stream(), Stream.of(duration(line.minutes())))
                        .toList();
    }

    /** Such as "60 minutes". */
    private String duration(int minutes) {
        return "%d %s".formatted(minutes, words.getOrDefault(minutes == 1 ? "minute" : "minutes", ""));
    }

    private String money(BigDecimal amount) {
        return Money.format(amount, heading.currency(), locale.toLanguageTag());
    }

    private String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(heading.zone()));
    }

    private boolean isRightToLeft() {
        String own = locale.getDisplayLanguage(locale);
        return !own.isEmpty()
                && Character.getDirectionality(own.codePointAt(0)) != Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }

    private static String embedded(Picture picture) {
        // A PNG cannot begin like this.
        String type = picture.bytes()[0] == (byte) 0xff ? "jpeg" : "png";
        return "data:image/%s;base64,%s".formatted(type, Base64.getEncoder().encodeToString(picture.bytes()));
    }
}

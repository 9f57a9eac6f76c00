package io.waybill.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.media.Picture;
import io.waybill.media.SampleBytes;
import io.waybill.receipt.Branding.Kind;
import io.waybill.receipt.Receipt.Handover;
import org.junit.jupiter.api.Test;

class ReceiptBrandingTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final ReceiptBranding brandings = named("Corner Shop");

    @Test
    void carriesTheConfiguredNameUntilSomebodySavesAnother() {
        assertThat(brandings.current(Kind.ORDER))
                .isEqualTo(new Branding(Kind.ORDER, 1, "Corner Shop", null, null, null));
        assertThat(named("New Shop").current(Kind.ORDER).name()).isEqualTo("New Shop");

        Branding saved = named("New Shop")
                .save(named("New Shop").current(Kind.ORDER), "ada")
                .orElseThrow();

        assertThat(named("Another").current(Kind.ORDER)).isEqualTo(saved);
        assertThat(brandings.version(Kind.ORDER, 1))
                .hasValueSatisfying(first -> assertThat(first.name()).isEqualTo("Corner Shop"));
    }

    @Test
    void ordersAndPaymentsHaveEachTheirOwn() {
        Branding order = brandings.current(Kind.ORDER);
        brandings.save(new Branding(Kind.ORDER, order.version(), "Shop", "Fresh", "Bye", null), "ada");

        assertThat(brandings.current(Kind.ORDER).name()).isEqualTo("Shop");
        assertThat(brandings.current(Kind.PAYMENT).name()).isEqualTo("Corner Shop");
    }

    /** 000-49: an old receipt is made again as it was, by the version of the branding that it names. */
    @Test
    void aNewLogoLeavesReceiptsThatWereMadeBeforeAsTheyAre() {
        Branding before = brandings.current(Kind.ORDER);
        byte[] made = render(before);

        brandings.save(before.with(new Picture(SampleBytes.png(30, 30))), "ada");

        assertThat(render(brandings.version(Kind.ORDER, before.version()).orElseThrow()))
                .isEqualTo(made);
        assertThat(render(brandings.current(Kind.ORDER))).isNotEqualTo(made);
    }

    @Test
    void ofTwoWhoSaveAtOnceTheSecondIsTold() {
        Branding read = brandings.current(Kind.ORDER);

        assertThat(brandings.save(read, "ada"))
                .hasValueSatisfying(saved -> assertThat(saved.version()).isEqualTo(2));
        assertThat(brandings.save(read, "brian")).isEmpty();
    }

    private ReceiptBranding named(String store) {
        return new ReceiptBranding(database.jdbc(), () -> store, SettableClock.atNoon());
    }

    private static byte[] render(Branding branding) {
        return Receipts.renderer()
                .render(Receipts.product(branding, "Amina", new Handover.Delivery("Beth House"), "en"));
    }
}

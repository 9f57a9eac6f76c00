package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.flow.Search.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

    private static final List<Entry> SHOP = List.of(
            new Entry("Gas cylinder 6 kg refill", "GAS-6"),
            new Entry("Gas cylinder 13 kg refill", "GAS-13"),
            new Entry("Gas regulator", "GAS-REG"),
            new Entry("Tea leaves 500 g", "Kenyan chai for masala tea"),
            new Entry("Ground coffee 250 g", "Arabica"),
            new Entry("Sugar 1 kg", "White"),
            new Entry("Sugar 2 kg", "White"),
            new Entry("Crème brûlée", "Dessert"),
            new Entry("चाय पत्ती", "Assam"),
            new Entry("Rice 5 kg", "Basmati"));

    /** 000-05: a message that names a product puts it first in the list. */
    @ParameterizedTest
    @CsvSource({
        "mujhe chai chahiye, Tea leaves 500 g",
        "2 kg sugar, Sugar 2 kg",
        "2kg suger please, Sugar 2 kg",
        "cylinder 6kg, Gas cylinder 6 kg refill",
        "13 KG CYLINDER, Gas cylinder 13 kg refill",
        "I would like some cofee, Ground coffee 250 g",
        "creme brulee, Crème brûlée",
        "regu, Gas regulator",
        "gas-reg, Gas regulator",
        "मुझे चाय चाहिए, चाय पत्ती",
        "basmati, Rice 5 kg"
    })
    void putsFirstWhatTheCustomerMeans(String text, String title) {
        assertThat(Search.rank(text, SHOP)).isNotEmpty();
        assertThat(SHOP.get(Search.rank(text, SHOP).getFirst()).title()).isEqualTo(title);
    }

    /** 000-34: the 6 kg item comes first among fifty, of which most are cylinders of another size. */
    @Test
    void findsTheSizeThatIsAskedForAmongFifty() {
        List<Entry> fifty = new ArrayList<>();
        IntStream.rangeClosed(7, 46)
                .mapToObj(size -> new Entry("Gas cylinder %d kg refill".formatted(size), "GAS-" + size))
                .forEach(fifty::add);
        fifty.addAll(SHOP.reversed());
        assertThat(fifty).hasSize(50);

        assertThat(fifty.get(Search.rank("cylinder 6kg", fifty).getFirst()).title())
                .isEqualTo("Gas cylinder 6 kg refill");
    }

    @ParameterizedTest
    @CsvSource({
        "mujhe chai chahiye, Masala chai",
        "2 kg sugar, Sugar 1 kg",
        "have you got suger, Sugar 1 kg",
        "SUGARS, Sugar 1 kg",
        "crême, Crème brûlée",
        "मुझे चाय चाहिए, चाय पत्ती"
    })
    void hearsThatAProductIsNamed(String text, String title) {
        assertThat(Search.names(text, title)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "hello, Yellow paint",
        "I want to order, Made to order cake",
        "what is new?, Gas cylinder 6 kg new",
        "how much for all of it, For all seasons tea",
        "2 kg, Sugar 2 kg",
        "6, Gas cylinder 6 kg",
        "where are you, Tea leaves 500 g",
        "the, The tea"
    })
    void takesWordsThatStandInAnyMessageForNoName(String text, String title) {
        assertThat(Search.names(text, title)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"hello there", "...", "''", "9999"})
    void findsNothingInWordsThatNoEntryHas(String text) {
        assertThat(Search.rank(text, SHOP)).isEmpty();
    }

    @Test
    void takesNoNumberForAnother() {
        List<Entry> packs = List.of(new Entry("Flour 1500 g", ""), new Entry("Flour 2500 g", ""));

        assertThat(Search.rank("2500", packs)).containsExactly(1);
    }

    @Test
    void keepsTheOrderOfTheErpAmongEquals() {
        assertThat(Search.rank("sugar", SHOP)).containsExactly(5, 6);
    }
}

package io.waybill.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.setup.MetaCatalogue.Compared;
import io.waybill.whatsapp.WhatsAppChannel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueLineTest {

    private static final WhatsAppChannel CHANNEL =
            new WhatsAppChannel("main", true, "1", "2", () -> "t", "s", "v", () -> "http://graph.test", "v25.0", 80);

    @Test
    void isGreenWhereBothHaveTheSame() {
        assertThat(line(new Compared.Held(4, List.of(), List.of(), List.of())))
                .isEqualTo(new Line(
                        Check.CATALOGUE,
                        "main",
                        State.OK,
                        "Meta's catalogue has the 4 products that the ERP sells, at its prices.",
                        null));
    }

    @Test
    void warnsOfWhatIsMissingOrHasAnotherPrice() {
        assertThat(line(new Compared.Held(4, List.of("P-4"), List.of(), List.of("P-2", "P-3"))))
                .returns(State.WARNING, Line::state)
                .returns(
                        "Meta's catalogue and the ERP differ: missing in the catalogue: 1 (P-4); at another price: 2 (P-2, P-3).",
                        Line::sentence);
    }

    @Test
    void isRedWhereCustomersOrderWhatNobodySells() {
        List<String> old = IntStream.rangeClosed(1, 7).mapToObj(n -> "OLD-" + n).toList();

        assertThat(line(new Compared.Held(4, List.of(), old, List.of())))
                .returns(State.ERROR, Line::state)
                .returns(
                        "Meta's catalogue and the ERP differ: not sold by the ERP: 7 (OLD-1, OLD-2, OLD-3, OLD-4, OLD-5, …).",
                        Line::sentence)
                .satisfies(line -> assertThat(line.todo()).contains("Commerce Manager"));
    }

    @Test
    void isRedWhereMetaDoesNotShowItAndOpenWhileTheErpIsAway() {
        assertThat(line(new Compared.NotShown("The token may not."))).returns(State.ERROR, Line::state);
        assertThat(line(new Compared.NotNow("The ERP is away."))).returns(State.UNKNOWN, Line::state);
    }

    private static Line line(Compared compared) {
        Lines lines = new Lines(CHANNEL);
        CatalogueLine.tell(compared, lines);
        assertThat(lines.all()).hasSize(1);
        return lines.all().getFirst();
    }
}

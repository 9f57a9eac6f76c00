package io.waybill.flow.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays {@code flows/tests/}: every shipped flow behaves as it was recorded; and a flow that shows all there is. */
class RecordedConversationsTest {

    /**
     * 000-22: order/pickup-only asks for no address and charges no delivery. 000-29: order/more-than-stock says how many there are. 002-02:
     * order/catalogue-cart, catalogue-cart-not-sold. 003-09: order/golden, order/options, in the message before Confirm and the one that
     * has the number. 003-10: order/options. 003-15, 003-26, 003-34: order/confirmed-by-customer,
     * confirmed-by-payment, confirmed-by-staff. 003-24: starters/chat for chat only, starters/cart for a cart message; orders in the ERP are order.
     */
    @TestFactory
    Stream<DynamicTest> casesOfTheShippedFlows() {
        return cases(Path.of("flows", "tests"));
    }

    @TestFactory
    Stream<DynamicTest> casesOfEachTypeOfMessage() {
        return cases(Path.of("src", "test", "resources", "recorded"));
    }

    private static Stream<DynamicTest> cases(Path folder) {
        RecordedReader reader = new RecordedReader();
        List<Path> files = RecordedReader.files(folder);
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        folder.relativize(file).toString(), file.toUri(), () -> play(reader.read(file))));
    }

    private static void play(Recorded recorded) {
        recorded.play()
                .difference()
                .ifPresent(difference ->
                        fail("%s: %s\n  %s".formatted(recorded.file(), recorded.description(), difference)));
    }
}

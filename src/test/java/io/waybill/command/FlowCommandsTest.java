package io.waybill.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ)
class FlowCommandsTest {

    private static final String STATUS_CASE = """
            {"description": "no order", "steps": [{"say": "status", "messages": [{"text": "You have nothing."}]}]}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int simulate(String script, String... arguments) {
        return run(new FlowSimulate(new StringReader(script)), arguments);
    }

    private Path status() throws IOException {
        Files.copy(Path.of("flows", "status.flow.json"), folder.resolve("status.flow.json"));
        return Files.writeString(
                Files.createDirectories(folder.resolve("tests")).resolve("none.json"), STATUS_CASE);
    }

    @Test
    void talksToAFlow() {
        int code = simulate("order\n/tap P103\n2\n/quit\nnever read\n", "flows/order.flow.json");

        assertThat(code).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().replace("\r", "")).isEqualTo("""
                  erp: LIST_PRODUCTS {"active_only":true} -> ok
                < What would you like to order?
                  [See products]
                  1. Gas cylinder 6 kg refill | KES 1,250.00
                  2. Gas cylinder 13 kg refi… | Gas cylinder 13 kg refill · KES 2,750.00
                  3. Gas regulator | KES 650.00
                  4. Tea leaves 500 g | KES 285.00
                  5. Sugar 2 kg | KES 322.50
                < How many Gas regulator?
                  [Quantity]
                  1. 1
                  2. 2
                  3. 3
                  4. 4
                  5. 5
                  6. 6
                  7. 7
                  8. 8
                  9. 9
                  10. 10
                < Your cart:
                  2 x Gas regulator: KES 1,300.00
                  1. Add more
                  2. Checkout
                """);
    }

    @Test
    void echoesTheScriptWhereAsked() {
        assertThat(simulate("status\n/wait 6h\n", "--echo", "flows")).isZero();

        assertThat(out.toString().lines())
                .containsExactly("> status", "< You have no order with us yet.", "> /wait 6h");
    }

    @Test
    void printsPayloadsAsJsonLines() {
        assertThat(simulate("status\n", "--json", "flows")).isZero();

        assertThat(out.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("{\"messaging_product\":\"whatsapp\"")
                        .endsWith("\"body\":\"You have no order with us yet.\"}}"));
    }

    @Test
    void recordsACaseThatPasses() throws IOException {
        status();
        Path file = folder.resolve("tests").resolve("recorded.json");

        assertThat(simulate(
                        "hi\n/tap 1\n/wait 90m\n/erp refused GET_ORDER_STATUS 2\n/location -1.28 36.82 Mall\n",
                        "--lang",
                        "fr",
                        "--record",
                        file.toString(),
                        folder.toString()))
                .isZero();

        assertThat(file)
                .content()
                .contains("\"flows\": [\"../status.flow.json\"]")
                .contains("\"contact\": { \"lang\": \"fr\" }")
                .contains("\"wait\": \"90m\"")
                .contains("Vous n’avez pas encore de commande chez nous.");
        assertThat(run(new FlowTest(), file.toString())).isZero();
    }

    @Test
    void goesOnAfterAMistakeAndSaysSoInTheEnd() {
        assertThat(simulate("/tap Confirm\nstatus\n", "flows")).isEqualTo(1);

        assertThat(err.toString()).startsWith("! There is no message with options to tap.");
        assertThat(out.toString()).contains("You have no order with us yet.");
    }

    @Test
    void cannotTalkToAFlowThatIsNotThere() {
        assertThat(simulate("hi\n", "flows/none.flow.json")).isEqualTo(2);

        assertThat(err.toString()).contains("none.flow.json cannot be read");
    }

    @Test
    void failsWithTheDifferenceUntilTheCaseIsUpdated() throws IOException {
        Path file = status();

        assertThat(run(new FlowTest(), folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("none.json: no order")
                .contains("- You have nothing.")
                .contains("1 cases played, 1 failed");

        assertThat(run(new FlowTest(), "--update", file.toString())).isZero();
        assertThat(file).content().contains("You have no order with us yet.");
        assertThat(run(new FlowTest(), file.toString())).isZero();
    }

    @Test
    void saysWhatCannotBeRead() throws IOException {
        Files.writeString(status(), "{\"description\": \"x\"}");

        assertThat(run(
                        new FlowTest(),
                        folder.toString(),
                        folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no file or folder").contains("steps");
    }

    @Test
    void showsWhereAnotherFlowParts() throws IOException {
        Path file = status();
        Path other = folder.resolve("other.json");
        Files.writeString(
                other,
                Files.readString(Path.of("flows", "status.flow.json")).replace("no order with us", "no order here"));

        assertThat(run(new FlowReplay(), file.toString(), folder.toString())).isZero();
        assertThat(run(new FlowReplay(), file.toString(), other.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("- You have no order with us yet.")
                .contains("+ You have no order here yet.");
    }
}

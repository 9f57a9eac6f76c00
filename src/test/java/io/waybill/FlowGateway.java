package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.TestDatabase;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.SignedWebhook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An installation with flows of its own, of which any number of nodes can be started. */
final class FlowGateway implements AutoCloseable {

    final TestDatabase database = TestDatabase.migrated();
    final FakeGraph graph = FakeGraph.start(0, "token", "1");
    final FakeErp erp = FakeErp.start(0);
    private final Path home;
    private final List<String> settings = new ArrayList<>();

    /** @param settings of all nodes, as {@code name=value} */
    FlowGateway(Path home, String... settings) {
        this.home = home;
        List.of(settings).forEach(this::set);
    }

    /** Of the nodes that start from now on. */
    void set(String setting) {
        settings.add(setting);
    }

    void write(String id, String text) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("flows")).resolve(id + ".flow.json"), text);
    }

    ConfigurableApplicationContext start(Class<?>... also) {
        return Installation.of(database, graph, erp)
                .sources(also)
                .properties(
                        "waybill.home=" + home,
                        "spring.main.allow-bean-definition-overriding=" + (also.length > 0),
                        "waybill.whatsapp.messages-per-second=1000")
                .properties(settings.toArray(String[]::new))
                .run("--server.port=0");
    }

    /** The command line of a node that is a process of its own. */
    List<String> arguments() {
        return Stream.of(
                        Installation.properties(database, graph, erp).stream(),
                        Stream.of("waybill.home=" + home),
                        settings.stream())
                .flatMap(Function.identity())
                .map(setting -> "--" + setting)
                .toList();
    }

    static int port(ConfigurableApplicationContext node) {
        return ((ServletWebServerApplicationContext) node).getWebServer().getPort();
    }

    Customer customer(String name, ConfigurableApplicationContext node) {
        return Customer.named(name, graph, meta(node));
    }

    static SignedWebhook meta(ConfigurableApplicationContext node) {
        return new SignedWebhook(
                URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port(node))), "secret", "2", "1");
    }

    ConsoleClient console(ConfigurableApplicationContext node, String name) throws IOException, InterruptedException {
        return ConsoleClient.signedIn(port(node), database.jdbc(), name);
    }

    /** Whatever a test is about, Graph and the ERP take all of it, and nothing is said twice. */
    @Override
    public void close() {
        assertThat(graph.refusals()).isEmpty();
        assertThat(graph.doubled()).isEmpty();
        assertThat(erp.complaints()).isEmpty();
        graph.close();
        erp.close();
    }
}

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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An installation with flows of its own, of which any number of nodes can be started. */
final class FlowGateway implements AutoCloseable {

    final TestDatabase database = TestDatabase.empty();
    final FakeGraph graph = FakeGraph.start(0, "token", "1");
    final FakeErp erp = FakeErp.start(0);
    private final Path home;
    private final String[] settings;

    /** @param settings of all nodes, as {@code name=value} */
    FlowGateway(Path home, String... settings) {
        this.home = home;
        this.settings = settings;
    }

    void write(String id, String text) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve("flows")).resolve(id + ".flow.json"), text);
    }

    ConfigurableApplicationContext start(Class<?>... also) {
        return new SpringApplicationBuilder(WaybillApplication.class)
                .sources(also)
                .properties(
                        "waybill.home=" + home,
                        "spring.main.allow-bean-definition-overriding=" + (also.length > 0),
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "waybill.whatsapp.phone-number-id=1",
                        "waybill.whatsapp.access-token=token",
                        "waybill.whatsapp.app-secret=secret",
                        "waybill.whatsapp.verify-token=word",
                        "waybill.whatsapp.messages-per-second=1000",
                        "waybill.whatsapp.base-url=" + graph.uri(),
                        "waybill.erp.profile=canonical",
                        "waybill.erp.base-url=" + erp.uri())
                .properties(settings)
                .run("--server.port=0");
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

    @Override
    public void close() {
        assertThat(graph.refusals()).isEmpty();
        graph.close();
        erp.close();
    }
}

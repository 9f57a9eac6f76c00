package io.waybill.erp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.far.HttpSide;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a mapped operation of the shipped ERPNext profile costs more than the request it makes of it: the same request by the same client
 * without us, against a server on loopback that answers from memory. Run by hand, on the test class path.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class MappedCallBenchmark {

    private static final Map<ErpOperation, String> ANSWERS = Map.of(
            ErpOperation.GET_PRICE, "{\"data\":[{\"price_list_rate\":8.39,\"currency\":\"KES\"}]}",
            ErpOperation.CREATE_ORDER,
                    "{\"data\":{\"name\":\"SAL-ORD-2026-00012\",\"docstatus\":0,\"status\":\"Draft\",\"grand_total\":225.77}}");

    private static final Map<ErpOperation, String> REQUESTS = Map.of(
            ErpOperation.GET_PRICE, "{\"external_product_id\":\"TEA\",\"qty\":2}", ErpOperation.CREATE_ORDER, """
                            {"external_customer_id":"Amina",
                             "items":[{"external_product_id":"TEA","name":"Tea leaves","qty":2,"unit_price":8.39},
                                      {"external_product_id":"COFFEE","name":"Coffee","qty":1,"unit_price":12.50,"options":{"size":"L"}},
                                      {"external_product_id":"SUGAR","name":"Sugar","qty":4,"unit_price":3.10},
                                      {"external_product_id":"RICE","name":"Rice","qty":10,"unit_price":14.00},
                                      {"external_product_id":"SOAP","name":"Soap","qty":3,"unit_price":5.03}],
                             "order_note":"Deliver to: Beth House, Kasarani, House 16",
                             "totals":{"subtotal":196.77,"delivery":29.00,"total":225.77,"currency":"KES"}}
                            """);

    @Param({"GET_PRICE", "CREATE_ORDER"})
    public ErpOperation operation = ErpOperation.GET_PRICE;

    private HttpSide server;
    private ConfigurableApplicationContext node;
    private ErpGateway erp;
    private ObjectNode request;
    private CloseableHttpClient bare;
    private ErpExchange sent;

    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(MappedCallBenchmark.class.getName())
                        .build())
                .run();
    }

    @Setup
    public void start() throws IOException {
        byte[] answer = ANSWERS.get(operation).getBytes(StandardCharsets.UTF_8);
        server = HttpSide.listen(0, exchange -> {
            HttpSide.body(exchange);
            HttpSide.answer(exchange, 200, "application/json", answer);
        });
        node = new SpringApplicationBuilder(ErpRouteSupport.Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "logging.level.root=warn",
                        "waybill.erp.profile=erpnext",
                        "waybill.erp.base-url=" + server.uri(),
                        "waybill.erp.secret.apikey=k3y",
                        "waybill.erp.secret.apisecret=s3cret",
                        "waybill.erp.const.company=Example Ltd",
                        "waybill.erp.const.city=Nairobi",
                        "waybill.erp.const.country=Kenya",
                        "waybill.erp.const.deliveryitem=DELIVERY")
                .run();
        erp = node.getBean(ErpGateway.class);
        request = (ObjectNode)
                ErpJson.read(REQUESTS.get(operation).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        bare = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(400)
                        .setMaxConnPerRoute(400)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        ErpAnswer first = mapped();
        if (!(first.reply() instanceof ErpReply.Ok) || first.exchanges().size() != 1) {
            throw new IllegalStateException("Not one request with a good answer: " + first);
        }
        sent = first.exchanges().getFirst();
    }

    @TearDown
    public void stop() throws IOException {
        bare.close();
        node.close();
        server.close();
    }

    /** Contract check, guards, request by the profile, Camel route, client, answer by the profile, contract check. */
    @Benchmark
    public ErpAnswer mapped() {
        return erp.call(operation, request, operation.writes() ? "s1-create-1" : null);
    }

    /** The client alone, with the answer as bytes. */
    @Benchmark
    public byte[] bare() throws IOException {
        HttpUriRequestBase same = new HttpUriRequestBase(sent.method(), URI.create(sent.url()));
        same.setHeader("Authorization", "token k3y:s3cret");
        same.setHeader("Accept", "application/json");
        if (sent.request() != null) {
            same.setEntity(new StringEntity(sent.request(), ContentType.APPLICATION_JSON));
        }
        return bare.execute(same, answer -> EntityUtils.toByteArray(answer.getEntity()));
    }
}

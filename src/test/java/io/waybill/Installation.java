package io.waybill;

import io.waybill.database.TestDatabase;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The gateway set up as in a shop, with a far side of the test's own. */
final class Installation {

    private Installation() {}

    /** Properties that are given to the builder win. */
    static SpringApplicationBuilder of(TestDatabase database, FakeGraph graph, FakeErp erp) {
        return new SpringApplicationBuilder(WaybillApplication.class)
                .properties(properties(database, graph, erp).toArray(String[]::new));
    }

    /** Each as {@code name=value}. */
    static List<String> properties(TestDatabase database, FakeGraph graph, FakeErp erp) {
        return List.of(
                "waybill.secrets.key=a-key-of-thirty-two-characters-for-tests",
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=postgres",
                "spring.datasource.password=postgres",
                "waybill.whatsapp.phone-number-id=1",
                "waybill.whatsapp.access-token=token",
                "waybill.whatsapp.app-secret=secret",
                "waybill.whatsapp.verify-token=word",
                "waybill.whatsapp.base-url=" + graph.uri(),
                "waybill.erp.profile=canonical",
                // A machine that is busy is slow as well; SlowErpEndToEndTest is about what customers are told
                // then.
                "waybill.patience=0s",
                "waybill.typing-after=0s",
                "waybill.erp.base-url=" + erp.uri());
    }
}

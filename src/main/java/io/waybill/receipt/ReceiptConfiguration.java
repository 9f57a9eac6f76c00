package io.waybill.receipt;

import io.waybill.home.Home;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    @Bean
    ReceiptTemplates receiptTemplates(Home home) {
        return ReceiptTemplates.load(home);
    }

    /** @param fonts as text, since Spring would look for such a folder among its own files first */
    @Bean
    ReceiptRenderer receiptRenderer(ReceiptTemplates templates, @Value("${waybill.receipt.fonts:}") String fonts) {
        return new ReceiptRenderer(templates, new ReceiptFonts(fonts.isBlank() ? null : Path.of(fonts)));
    }

    @Bean
    ReceiptBranding receiptBranding(
            JdbcClient jdbc, @Value("${waybill.store.name:Waybill}") String store, Clock clock) {
        return new ReceiptBranding(jdbc, store, clock);
    }
}

package io.waybill.receipt;

import io.waybill.home.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    @Bean
    ReceiptTemplates receiptTemplates(Home home) {
        return ReceiptTemplates.load(home);
    }

    @Bean
    ReceiptRenderer receiptRenderer(
            ReceiptTemplates templates, @Value("${waybill.receipt.fonts:#{null}}") @Nullable Path fonts) {
        return new ReceiptRenderer(templates, new ReceiptFonts(fonts));
    }
}

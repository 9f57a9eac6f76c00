package io.waybill.receipt;

import io.waybill.erp.ErpGateway;
import io.waybill.home.Home;
import io.waybill.media.OwnDocuments;
import io.waybill.notice.Notices;
import io.waybill.order.OrderBook;
import io.waybill.order.OrderContents;
import io.waybill.order.OrderDesk;
import io.waybill.outbox.Outbox;
import io.waybill.outbox.Sender;
import io.waybill.outbox.StoreZone;
import io.waybill.whatsapp.Templates;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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
    WantedReceipts wantedReceipts(JdbcClient jdbc) {
        return new WantedReceipts(jdbc);
    }

    @Bean
    ReceiptSending receiptSending(
            WantedReceipts wanted,
            ReceiptRenderer renderer,
            ReceiptBranding branding,
            OrderBook orders,
            OrderContents contents,
            OrderDesk desk,
            ErpGateway erp,
            OwnDocuments documents,
            Outbox outbox,
            Sender sender,
            Templates templates,
            Notices notices,
            TransactionTemplate transaction,
            StoreZone store,
            Clock clock) {
        return new ReceiptSending(
                wanted,
                renderer,
                branding,
                orders,
                contents,
                desk,
                erp,
                documents,
                outbox,
                sender,
                templates,
                notices,
                transaction,
                store.zone(),
                clock);
    }

    @Bean
    ReceiptBranding receiptBranding(
            JdbcClient jdbc, @Value("${waybill.store.name:Waybill}") String store, Clock clock) {
        return new ReceiptBranding(jdbc, store, clock);
    }
}

package io.waybill.receipt;

import io.waybill.catalog.ProductImages;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.erp.ErpGateway;
import io.waybill.home.Home;
import io.waybill.hook.HookEvents;
import io.waybill.media.Images;
import io.waybill.media.OwnDocuments;
import io.waybill.notice.Notices;
import io.waybill.order.ChatCustomers;
import io.waybill.order.OrderBook;
import io.waybill.order.OrderContents;
import io.waybill.order.OrderDesk;
import io.waybill.outbox.Posting;
import io.waybill.store.Store;
import io.waybill.whatsapp.Templates;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    private static final String OF_PEOPLE = """
            (contact_id = any(:contacts)
                or external_order_id in (select o.external_order_id from order_reference o where o.contact_id = any(:contacts)))
            """;

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

    /** What was paid when stays, for the books. */
    @Bean
    KeptOfPeople receiptsOfPeople(JdbcClient jdbc) {
        return new PersonalRows(jdbc, "receipt", """
                select external_order_id, payment_key, amount, currency, description, method, paid_at, state, reason from receipt
                where %s order by id
                """.formatted(OF_PEOPLE), """
                update receipt set description = null, reason = null,
                    state = case state when 'wanted' then 'failed' else state end
                where %s
                """.formatted(OF_PEOPLE));
    }

    /** Each product's first one. */
    @Bean
    ItemPictures itemPictures(ProductImages attached, Images images) {
        return product -> attached.byProduct().getOrDefault(product, List.of()).stream()
                .findFirst()
                .flatMap(images::thumbnail);
    }

    @Bean
    ReceiptFiles receiptFiles(
            ReceiptRenderer renderer,
            ReceiptBranding branding,
            OrderContents contents,
            ErpGateway erp,
            OwnDocuments documents,
            ItemPictures pictures,
            Store store) {
        return new ReceiptFiles(renderer, branding, contents, erp, documents, pictures, store::zone);
    }

    @Bean
    ReceiptSending receiptSending(
            WantedReceipts wanted,
            ReceiptFiles files,
            OrderBook orders,
            ChatCustomers customers,
            OrderDesk desk,
            Posting posting,
            Templates templates,
            Notices notices,
            HookEvents hooks,
            TransactionTemplate transaction,
            Clock clock) {
        return new ReceiptSending(
                wanted, files, orders, customers, desk, posting, templates, notices, hooks, transaction, clock);
    }

    @Bean
    ReceiptAgain receiptAgain(
            WantedReceipts receipts,
            OrderBook orders,
            OrderDesk desk,
            Posting posting,
            Templates templates,
            TransactionTemplate transaction,
            Clock clock) {
        return new ReceiptAgain(receipts, orders, desk, posting, templates, transaction, clock);
    }

    @Bean
    ReceiptBranding receiptBranding(JdbcClient jdbc, Store store, Clock clock) {
        return new ReceiptBranding(
                jdbc, () -> Objects.requireNonNullElse(store.get().name(), "Waybill"), clock);
    }
}

package io.waybill.chat;

import io.waybill.catalog.EnabledProducts.EnabledProduct;
import io.waybill.message.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants to say. */
sealed interface Words {

    /** Goes out within the customer service window only. */
    record Free(Reply reply) implements Words {}

    /** A product, by the ERP's id. */
    record Product(String externalProductId) implements Words {}

    /** A product as customers see it now; goes out within the customer service window only. */
    record Card(EnabledProduct product) implements Words {}

    /**
     * Goes out at any time.
     *
     * @param language as Meta writes it; null: the customer's, where the template has it
     * @param header address of what a header that is a file shows; null: it is none
     * @param params in the order of the placeholders: header, body, addresses of buttons
     * @param asTemplate true: within the customer service window too, where it would go in its words
     */
    record Template(
            String name,
            @Nullable String language,
            @Nullable String header,
            List<String> params,
            boolean asTemplate) implements Words {}
}

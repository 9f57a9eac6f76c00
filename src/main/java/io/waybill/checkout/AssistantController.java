package io.waybill.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.catalog.Pricing;
import io.waybill.flow.ProductSearch;
import io.waybill.inbox.Contact;
import io.waybill.modules.Module;
import io.waybill.modules.ModuleSwitches;
import io.waybill.order.NewOrder;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an assistant may do in the chat that it is in: look at what is sold, say what it costs, and order it for who chats. */
@RestController
@RequestMapping("/api/v1/conversations/{contactId}")
class AssistantController {

    private static final int MOST = 100;

    private final Checkout checkout;
    private final Quotes quotes;
    private final Pricing pricing;
    private final PlacementAnswers answers;
    private final ChatNumbers numbers;
    private final ModuleSwitches modules;

    AssistantController(
            Checkout checkout,
            Quotes quotes,
            Pricing pricing,
            PlacementAnswers answers,
            ChatNumbers numbers,
            ModuleSwitches modules) {
        this.checkout = checkout;
        this.quotes = quotes;
        this.pricing = pricing;
        this.answers = answers;
        this.numbers = numbers;
        this.modules = modules;
    }

    /** What customers see, the best answer to {@code q} first. */
    @GetMapping("/products")
    @ForApiKey(Scope.CATALOG_READ)
    @Needs(Permission.CATALOG_READ)
    SoldProducts products(
            @PathVariable long contactId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "20") int limit) {
        numbers.chat(contactId);
        List<JsonNode> sold = List.copyOf(pricing.products().values());
        List<JsonNode> found = q == null || q.isBlank() ? sold : ProductSearch.best(sold, q);
        return new SoldProducts(found.stream()
                .limit(Math.clamp(limit, 1, MOST))
                .map(SoldProduct::of)
                .toList());
    }

    /** What it would cost; nothing is written. */
    @PostMapping("/quotes")
    @ForApiKey(Scope.ORDERS_QUOTE)
    @Needs(Permission.ORDERS_SELL)
    Quote quote(@PathVariable long contactId, @RequestBody QuoteBody body) {
        numbers.chat(contactId);
        return quotes.of(OrderBody.items(body.items()), Boolean.TRUE.equals(body.pickup()));
    }

    @PostMapping("/orders")
    @ForApiKey(Scope.ORDERS_CREATE)
    @Needs(Permission.ORDERS_SELL)
    ResponseEntity<PlacementView> order(
            @PathVariable long contactId,
            @RequestBody OrderBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        if (!modules.isOn(Module.SALES)) {
            throw Unfit.now(
                    "Sales are switched off for WhatsApp: an administrator switches them on by PUT /api/v1/modules/sales.");
        }
        return answers.of(checkout.place(
                buyer(numbers.chat(contactId), body),
                body,
                NewOrder.Source.API,
                request.getRemoteUser(),
                IdempotencyKey.of(key)));
    }

    /** Whoever chats, and nobody else. */
    private Buyer buyer(Contact chat, OrderBody body) {
        OrderBody.OrderCustomer said =
                body.customer() == null ? new OrderBody.OrderCustomer(null, null, null) : body.customer();
        String phone = numbers.own(chat, said.phone(), "customer.phone");
        if (body.number() != null) {
            throw Unfit.wrong("\"number\" is that of the chat: leave it out.");
        }
        String name = said.name() == null ? chat.name() : said.name();
        return new Buyer(chat.id(), chat.phoneNumberId(), phone, OrderBody.name(name), said.knownLanguage());
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record QuoteBody(
            @Nullable List<OrderBody.@Nullable OrderLine> items,
            @Nullable Boolean pickup) {}

    record SoldProducts(List<SoldProduct> products) {}

    /** @param options as the ERP lists them; null: it has none */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SoldProduct(
            String externalProductId,
            String name,
            BigDecimal price,
            @Nullable String currency,
            @Nullable BigDecimal stock,
            @Nullable JsonNode options,
            @Nullable String description) {

        static SoldProduct of(JsonNode item) {
            return new SoldProduct(
                    item.path("id").asText(),
                    item.path("name").asText(),
                    item.path("price").decimalValue(),
                    item.path("currency").textValue(),
                    item.path("stock").isNumber() ? item.path("stock").decimalValue() : null,
                    item.get("options"),
                    item.path("description").textValue());
        }
    }
}

package io.waybill.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.catalog.Pricing;
import io.waybill.flow.CartText;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Makes links for web pages, posters and newsletters. */
@RestController
@RequestMapping("/api/v1")
@Needs(Permission.CATALOG_READ)
class LinkController {

    private static final int MAX_ITEMS = 100;
    private static final int MAX_QTY = 1_000_000;
    /** WhatsApp takes no longer message. */
    private static final int MAX_TEXT = 4_096;

    private static final int MAX_MODULE = 20;

    private final ChatLinks links;
    private final CartLinks carts;

    LinkController(ChatLinks links, CartLinks carts) {
        this.links = links;
        this.carts = carts;
    }

    /**
     * @param text what is written already
     * @param product external id: the chat goes straight to this product
     * @param flow id: the chat starts with this flow
     * @param label of the link on a page
     */
    record ChatLinkRequest(
            @Nullable String text,
            @Nullable String product,
            @Nullable String flow,
            @Nullable String label) {}

    /** @param label of the link on a page */
    record CatalogueLinkRequest(@Nullable String label) {}

    /** @param lang BCP 47: of greeting and amounts; English and French are known */
    record CartLinkRequest(
            @Nullable List<@Nullable CartItem> items,
            @Nullable String lang,
            @Nullable String greeting,
            @Nullable String label) {}

    record CartItem(
            @JsonProperty("external_product_id") @Nullable String externalProductId,
            @Nullable Integer qty,
            @Nullable Map<String, String> options) {}

    /** @param total of the goods, without delivery */
    record CartLinkView(String text, String link, String html, String qr, BigDecimal total, String currency) {}

    @PostMapping("/chat-links")
    ChatLink chatLink(@RequestBody ChatLinkRequest request) {
        if (request.product() != null && request.flow() != null) {
            throw new Unusable("A link leads to a product or to a flow, not to both.");
        }
        String text = request.text() == null ? "" : request.text().strip();
        String code = request.product() != null
                ? CartText.Code.PRODUCT.of(usableId("product", request.product()))
                : request.flow() != null ? CartText.Code.FLOW.of(usableId("flow", request.flow())) : "";
        return link(code.isEmpty() ? text : (text + ' ' + code).strip(), request.label());
    }

    /** To the catalogue of the number; nothing is asked of Meta, so it is there or not. */
    @PostMapping("/catalogue-links")
    ChatLink catalogueLink(@RequestBody CatalogueLinkRequest request) {
        if (links.digits().isEmpty()) {
            throw new Unusable("A catalogue belongs to a number: set waybill.links.phone-number.");
        }
        return ChatLink.catalogue(links.digits(), label(request.label()));
    }

    /**
     * A link that was made here as a QR code for print.
     *
     * @param module pixels of one module
     */
    @GetMapping("/qr-codes")
    ResponseEntity<byte[]> qrCode(@RequestParam String link, @RequestParam(defaultValue = "8") int module) {
        if (module < 1 || module > MAX_MODULE) {
            throw new Unusable("\"module\" is 1 to %d pixels, not %d.".formatted(MAX_MODULE, module));
        }
        if (!link.startsWith(ChatLink.WHATSAPP)) {
            throw new Unusable("\"link\" is a link to WhatsApp as it was made here, which begins with https://wa.me/.");
        }
        QrCode code = QrCode.of(link)
                .orElseThrow(() -> new Unusable("The link is too long for a QR code: shorten its text."));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(code.png(module));
    }

    @PostMapping("/cart-links")
    CartLinkView cartLink(@RequestBody CartLinkRequest request) {
        boolean french = request.lang() != null
                && Locale.forLanguageTag(request.lang()).getLanguage().equals("fr");
        String greeting = request.greeting() != null && !request.greeting().isBlank()
                ? request.greeting().strip()
                : french ? "Je voudrais commander :" : "I would like to order:";
        CartLinks.PricedCart cart =
                carts.write(items(request.items()), greeting, "Total", french ? request.lang() : "en");
        ChatLink link = link(cart.text(), request.label());
        return new CartLinkView(link.text(), link.link(), link.html(), link.qr(), cart.total(), cart.currency());
    }

    private ChatLink link(String text, @Nullable String label) {
        if (text.length() > MAX_TEXT) {
            throw new Unusable("The text has %d characters; WhatsApp takes %d.".formatted(text.length(), MAX_TEXT));
        }
        return ChatLink.of(links.digits(), text, label(label));
    }

    private static String label(@Nullable String label) {
        return label == null || label.isBlank() ? "WhatsApp" : label.strip();
    }

    private static List<Pricing.Item> items(@Nullable List<@Nullable CartItem> items) {
        if (items == null || items.isEmpty() || items.size() > MAX_ITEMS) {
            throw new Unusable("\"items\" holds 1 to %d products.".formatted(MAX_ITEMS));
        }
        Set<String> seen = new HashSet<>();
        return items.stream().map(item -> item(item, seen)).toList();
    }

    private static Pricing.Item item(@Nullable CartItem item, Set<String> seen) {
        if (item == null
                || item.externalProductId() == null
                || item.externalProductId().isBlank()) {
            throw new Unusable("Each of \"items\" has an \"external_product_id\".");
        }
        String id = item.externalProductId().strip();
        if (id.length() > 100 || id.matches("(?s).*[\\[\\]\\s].*")) {
            throw new Unusable("The id \"%s\" cannot stand in a cart link: it has brackets or spaces.".formatted(id));
        }
        if (item.qty() == null || item.qty() < 1 || item.qty() > MAX_QTY) {
            throw new Unusable("\"qty\" of %s is 1 to %d.".formatted(id, MAX_QTY));
        }
        Map<String, String> options = item.options() == null ? Map.of() : item.options();
        options.forEach((name, value) -> {
            if (name.isBlank() || value == null || (name + value).matches("(?s).*[\\[\\]();:\\n\\r].*")) {
                throw new Unusable(
                        "The option \"%s\" of %s cannot stand in a cart link: it has one of []();: or no value."
                                .formatted(name, id));
            }
        });
        if (!seen.add(id + options)) {
            throw new Unusable("%s stands twice; add the quantities up.".formatted(id));
        }
        return new Pricing.Item(id, item.qty(), options);
    }

    private static String usableId(String name, String id) {
        if (!id.matches("\\S{1,100}")) {
            throw new Unusable("\"%s\" is an id of 1 to 100 characters without spaces.".formatted(name));
        }
        return id;
    }

    @ExceptionHandler(Unusable.class)
    ProblemDetail unusable(Unusable e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
    }

    @ExceptionHandler(Pricing.NotSold.class)
    ProblemDetail notSold(Pricing.NotSold e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
    }

    @ExceptionHandler(Pricing.ErpAway.class)
    ProblemDetail erpAway(Pricing.ErpAway e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }

    /** The request cannot become a link. */
    private static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }
}

package io.waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.catalog.ErpProducts.NotListed;
import io.waybill.catalog.ErpProducts.Product;
import io.waybill.setup.MetaCatalogue;
import io.waybill.whatsapp.GraphAsk;
import io.waybill.whatsapp.GraphAsk.Answer;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds Meta's catalogue against the ERP's products, by retailer id and the ERP's id: nothing is changed. Fields and the text of prices are
 * as the reference of Meta's Catalog API has them; it was not run against Meta.
 */
final class CatalogueCheck implements MetaCatalogue {

    private static final String FIELDS = "retailer_id,name,price,currency";
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 500;
    private static final Pattern AMOUNT = Pattern.compile("\\d[\\d.,\\s]*");
    private static final Pattern CENTS = Pattern.compile("[.,](\\d{1,2})$");

    private final Supplier<Optional<String>> id;
    private final GraphAsk graph;
    private final WhatsAppChannels channels;
    private final ErpProducts products;

    /** @param id Meta's id of it; empty: the store has none */
    CatalogueCheck(Supplier<Optional<String>> id, GraphAsk graph, WhatsAppChannels channels, ErpProducts products) {
        this.id = id;
        this.graph = graph;
        this.channels = channels;
        this.products = products;
    }

    /**
     * @param missing sold by the ERP, and not in the catalogue
     * @param extra in the catalogue, and not sold by the ERP: who orders it is told that it is not sold
     */
    record Report(int inErp, int inCatalogue, List<Item> missing, List<Item> extra, List<OtherPrice> otherPrices) {}

    record Item(String id, String name) {}

    /** @param catalogue as Meta writes it */
    record OtherPrice(String id, String name, BigDecimal erp, String currency, String catalogue) {}

    /** The two cannot be compared; the message says why, and what to do. */
    static final class NotCompared extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotCompared(String message) {
            super(message);
        }
    }

    /** @throws NotCompared when Meta or the ERP does not say what it has */
    Report report() {
        String catalogId = id.get()
                .filter(text -> !text.isBlank())
                .orElseThrow(() ->
                        new NotCompared("waybill.store.catalog-id is not set, so there is no catalogue to compare."));
        Map<String, JsonNode> catalogue = catalogue(catalogId);
        List<Product> sold = products.all().products().stream()
                .filter(product -> product.active() && product.problem() == null)
                .toList();
        List<Item> missing = new ArrayList<>();
        List<OtherPrice> otherPrices = new ArrayList<>();
        for (Product product : sold) {
            JsonNode listed = catalogue.remove(product.id());
            if (listed == null) {
                missing.add(new Item(product.id(), product.name()));
            } else {
                otherPrice(product, listed).ifPresent(otherPrices::add);
            }
        }
        List<Item> extra = catalogue.values().stream()
                .map(item -> new Item(
                        item.path("retailer_id").asText(), item.path("name").asText()))
                .toList();
        int inCatalogue = sold.size() - missing.size() + extra.size();
        return new Report(sold.size(), inCatalogue, missing, extra, otherPrices);
    }

    @Override
    public Optional<Compared> compared() {
        if (id.get().filter(text -> !text.isBlank()).isEmpty()) {
            return Optional.empty();
        }
        try {
            Report report = report();
            return Optional.of(new Compared.Held(
                    report.inErp(),
                    report.missing().stream().map(Item::id).toList(),
                    report.extra().stream().map(Item::id).toList(),
                    report.otherPrices().stream().map(OtherPrice::id).toList()));
        } catch (NotCompared e) {
            return Optional.of(new Compared.NotShown(Objects.requireNonNull(e.getMessage())));
        } catch (NotListed e) {
            return Optional.of(new Compared.NotNow("The ERP does not list its products: " + e.getMessage()));
        }
    }

    private static Optional<OtherPrice> otherPrice(Product product, JsonNode listed) {
        String text = listed.path("price").asText("");
        BigDecimal price = Objects.requireNonNull(product.price());
        String currency = Objects.requireNonNullElse(product.currency(), "");
        boolean same = amount(text).map(amount -> amount.compareTo(price) == 0).orElse(false)
                && listed.path("currency").asText(currency).equals(currency);
        return same
                ? Optional.empty()
                : Optional.of(new OtherPrice(product.id(), product.name(), price, currency, text));
    }

    /** Of a price as a person reads it, such as {@code KES1,250.00}: a sign before the last one or two digits begins the cents. */
    static Optional<BigDecimal> amount(String price) {
        Matcher number = AMOUNT.matcher(price);
        if (!number.find()) {
            return Optional.empty();
        }
        String digits = number.group().strip().replaceAll("[.,]$", "");
        Matcher cents = CENTS.matcher(digits);
        return cents.find()
                ? Optional.of(
                        new BigDecimal(digits.substring(0, cents.start()).replaceAll("\\D", "") + "." + cents.group(1)))
                : Optional.of(new BigDecimal(digits.replaceAll("\\D", "")));
    }

    /** By retailer id. */
    private Map<String, JsonNode> catalogue(String catalogId) {
        WhatsAppChannel channel = channels.main();
        Map<String, JsonNode> items = new LinkedHashMap<>();
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode body = told(channel, catalogId, "/products?fields=%s&limit=%d%s".formatted(FIELDS, PAGE, after));
            body.path("data").forEach(item -> items.put(item.path("retailer_id").asText(), item));
            String cursor = cursor(body);
            if (cursor == null) {
                return items;
            }
            after = "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        throw new NotCompared("Meta's catalogue has more than %d products.".formatted(PAGE * MOST_PAGES));
    }

    private static @Nullable String cursor(JsonNode body) {
        JsonNode paging = body.path("paging");
        return paging.has("next") ? paging.path("cursors").path("after").textValue() : null;
    }

    private JsonNode told(WhatsAppChannel channel, String catalogId, String path) {
        return switch (graph.get(channel, catalogId + path)) {
            case Answer.Told(JsonNode body, var at) -> body;
            case Answer.Refused refused ->
                throw new NotCompared(
                        "Meta does not show the catalogue %s: %s The access token needs the permission catalog_management."
                                .formatted(catalogId, refused.words()));
            case Answer.Unreachable(String sentence) -> throw new NotCompared(sentence);
        };
    }
}

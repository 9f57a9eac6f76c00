package io.waybill.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The canonical contract as JSON, seen from the ERP. Requests come from outside: anything in them may be missing. */
final class Wire {

    private Wire() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Page<T>(List<T> items, boolean hasMore) {

        /** @param page from 1 */
        static <T> Page<T> of(List<T> all, int page, int limit) {
            int size = Math.clamp(limit, 1, 1000);
            int from = (int) Math.min((Math.max(page, 1) - 1L) * size, all.size());
            int to = Math.min(from + size, all.size());
            return new Page<>(all.subList(from, to), to < all.size());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Product(
            String id,
            String name,
            String description,
            @Nullable BigDecimal price,
            String currency,
            boolean active,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DemoProduct.Option> options) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Price(BigDecimal unitPrice, String currency) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Customer(
            @Nullable String phone,
            @Nullable String userId,
            @Nullable String name) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record CustomerId(String externalCustomerId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record NewOrder(
            @Nullable String externalCustomerId,
            @Nullable List<Item> items,
            @Nullable String orderNote,
            @Nullable Totals totals,
            @Nullable String clientReference) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Item(
            @Nullable String externalProductId,
            @Nullable BigDecimal qty,
            @Nullable Map<String, String> options) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Totals(
            @Nullable BigDecimal delivery,
            @Nullable BigDecimal total,
            @Nullable String currency) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record OrderPlaced(String externalOrderId, String orderNumber, String status, BigDecimal total, String currency) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Address(
            @Nullable String addressText,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record OrderStatus(String status, String orderNumber) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Job(String id, String name, String departmentName, boolean active) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record NewApplicant(
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable String phone,
            @Nullable String resumeFilename,
            @Nullable String resumeMime,
            byte @Nullable [] resumeBase64) {

        /** Equal for requests that are. */
        @Override
        public String toString() {
            return String.join(
                    "|",
                    String.valueOf(name),
                    String.valueOf(email),
                    String.valueOf(role),
                    String.valueOf(phone),
                    String.valueOf(resumeFilename),
                    String.valueOf(resumeMime),
                    resumeBase64 == null ? "" : DemoHr.sha256(resumeBase64));
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record ApplicantId(String externalApplicantId, String status) {}

    record Message(String message) {}
}

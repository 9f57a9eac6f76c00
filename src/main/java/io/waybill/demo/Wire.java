package io.waybill.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
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

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal stock,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DemoProduct.Option> options,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer durationMinutes) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Price(
            BigDecimal unitPrice,
            String currency,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal stock) {}

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
            @Nullable String clientReference,
            @Nullable String reservationId) {}

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
    record NewStatus(@Nullable String status) {}

    record Status(String status) {}

    record OrderFilter(
            @Nullable String status,
            @Nullable OffsetDateTime changedSince,
            @Nullable String externalCustomerId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Order(
            String externalOrderId,
            String orderNumber,
            String status,
            BigDecimal total,
            String currency,
            String externalCustomerId,
            @Nullable String clientReference,
            OffsetDateTime placedAt,
            OffsetDateTime changedAt) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            boolean found,
            @Nullable String externalOrderId,
            @Nullable String orderNumber,
            @Nullable String status,
            @Nullable BigDecimal total,
            @Nullable String currency,
            @Nullable String clientReference) {

        static final Found NOT_FOUND = new Found(false, null, null, null, null, null, null);

        static Found of(Order order) {
            return new Found(
                    true,
                    order.externalOrderId(),
                    order.orderNumber(),
                    order.status(),
                    order.total(),
                    order.currency(),
                    order.clientReference());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Reservation(@Nullable List<Item> items, @Nullable BigDecimal minutes) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Reserved(String reservationId, Instant expiresAt) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record NewPayment(
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String phone) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record PaymentRequested(String paymentId, String status) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record PaymentStatus(String status, BigDecimal paidAmount) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record NewRefund(
            @Nullable String externalOrderId,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String reason) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Refunded(String refundId, String status) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Receipt(String receiptBase64, String filename, String mime) {}

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

package io.waybill.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waybill.access.ForApiKey;
import io.waybill.access.Scope;
import io.waybill.erp.OrderStatusListener;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hears what has become of an order, from people and from the ERP, and shows what its customer was told. */
@RestController
@RequestMapping("/api/v1/orders/{externalOrderId}")
class OrderStatusController implements OrderStatusListener {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,1990}");
    private static final String KNOWN = "repeated";

    private final OrderBook orders;
    private final OrderNews news;
    private final OrderNotices notices;

    OrderStatusController(OrderBook orders, OrderNews news, OrderNotices notices) {
        this.orders = orders;
        this.news = news;
        this.notices = notices;
    }

    @PostMapping("/status")
    @ForApiKey(Scope.ORDERS_WRITE)
    Told tell(@PathVariable String externalOrderId, @RequestBody NewStatus wanted) {
        if (wanted.status() == null) {
            throw new Unreadable("\"status\" is missing.");
        }
        OrderStatus status = OrderStatus.of(wanted.status());
        String trackingUrl = address(wanted.trackingUrl());
        ChatOrder order = orders.find(externalOrderId)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No order %s was made in a chat.".formatted(externalOrderId)));
        return news.tell(order, status, trackingUrl)
                .map(notice -> new Told(notice.state().key(), notice.reason()))
                .orElseGet(() -> new Told(KNOWN, "The order came to this status before."));
    }

    @ExceptionHandler
    ProblemDetail unreadable(Unreadable e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
    }

    /** What its customer was told, and what not, and why. */
    @GetMapping("/notices")
    @ForApiKey(Scope.ORDERS_READ)
    NoticeList notices(@PathVariable String externalOrderId) {
        return new NoticeList(
                notices.of(externalOrderId).stream().map(NoticeView::of).toList());
    }

    @Override
    public void changed(String externalOrderId, String status, @Nullable String trackingUrl) {
        OrderStatus now = OrderStatus.of(status);
        String address = address(trackingUrl);
        orders.find(externalOrderId).ifPresent(order -> news.tell(order, now, address));
    }

    private static @Nullable String address(@Nullable String url) {
        Optional<String> given = Optional.ofNullable(url).map(String::strip).filter(text -> !text.isEmpty());
        given.filter(text -> !ADDRESS.matcher(text).matches()).ifPresent(text -> {
            throw new Unreadable("\"tracking_url\" is no http or https address: %s.".formatted(text));
        });
        return given.orElse(null);
    }

    /** @param trackingUrl where the parcel can be followed */
    record NewStatus(
            @Nullable String status,
            @JsonProperty("tracking_url") @Nullable String trackingUrl) {}

    /** @param result sent, held, silent, dropped or repeated */
    record Told(String result, @Nullable String reason) {}

    record NoticeList(List<NoticeView> notices) {}

    record NoticeView(
            String status,
            Instant at,
            String state,
            @Nullable String waitingFor,
            @Nullable String reason) {

        static NoticeView of(OrderNotice notice) {
            return new NoticeView(
                    notice.status().key(), notice.at(), notice.state().key(), notice.waitingFor(), notice.reason());
        }
    }
}

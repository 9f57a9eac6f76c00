package io.waybill.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.order.OrderContents;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What orders were sent with, for tests elsewhere. */
public final class OrderContentsRig {

    private final SentOrders sent;

    public OrderContentsRig(JdbcClient jdbc) {
        this.sent = new SentOrders(jdbc, new ObjectMapper(), key -> Optional.empty());
    }

    public OrderContents.Contents contents(String externalOrderId) {
        return sent.of(externalOrderId).orElseThrow();
    }
}

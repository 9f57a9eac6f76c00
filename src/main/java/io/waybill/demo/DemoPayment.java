package io.waybill.demo;

import java.math.BigDecimal;
import java.time.Instant;

/** A payment that the demo ERP asked a customer for. */
public record DemoPayment(
        String paymentId, String orderNumber, String status, BigDecimal amount, String currency, Instant createdAt) {}

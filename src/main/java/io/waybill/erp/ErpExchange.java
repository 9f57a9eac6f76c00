package io.waybill.erp;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to the ERP and what came back, fit to be shown: secrets never stand in it.
 *
 * @param request JSON text, cut to 32 KiB; null when only the URL says it all
 * @param status null when no answer came
 * @param answer what came, cut to 32 KiB, or a sentence why nothing came
 */
public record ErpExchange(
        String method,
        String url,
        @Nullable String request,
        @Nullable Integer status,
        String answer,
        Duration took,
        Instant at) {}

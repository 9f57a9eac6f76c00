package io.waybill.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Lets in only this machine, and fails as {@link DemoErpSwitches} say. */
final class DemoErpFilter extends OncePerRequestFilter {

    static final String PATH = "/demo-erp";

    private final DemoErpSwitches switches;

    DemoErpFilter(DemoErpSwitches switches) {
        this.switches = switches;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isLocal(request)) {
            answer(response, 403, "application/json", message("The demo ERP answers on this machine only."));
            return;
        }
        try {
            switches.waitLatency();
            fail(switches.failure(), request, response, chain);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(response, 503, "application/json", message("Shutting down."));
        }
    }

    private void fail(DemoFailure failure, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException, InterruptedException {
        switch (failure) {
            case NONE -> chain.doFilter(request, response);
            case REFUSES_CONNECTIONS -> answer(response, 503, "application/json", message("Not available."));
            case ERROR_BEFORE -> answer(response, 500, "application/json", message("Internal error."));
            case REFUSES_ORDERS -> {
                if (isNewOrder(request)) {
                    answer(response, 422, "application/json", message("We take no orders today."));
                } else {
                    chain.doFilter(request, response);
                }
            }
            case ERROR_AFTER -> {
                execute(request, response, chain);
                answer(response, 500, "application/json", message("Internal error."));
            }
            case TIMEOUT_AFTER -> {
                execute(request, response, chain);
                switches.hold();
                answer(response, 504, "application/json", message("It took too long."));
            }
            case HTML -> {
                execute(request, response, chain);
                answer(response, 200, "text/html", "<!doctype html><title>Shop</title><h1>Please sign in</h1>");
            }
            case EMPTY -> {
                execute(request, response, chain);
                answer(response, 200, "application/json", "");
            }
        }
    }

    /** Does what was asked and throws the answer away. */
    private static void execute(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new ContentCachingResponseWrapper(response));
        response.reset();
    }

    /** A proxy on this machine also calls from loopback, on behalf of somebody else. */
    private static boolean isLocal(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private static boolean isNewOrder(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().endsWith(PATH + "/api/orders");
    }

    private static String message(String text) {
        return "{\"message\":\"" + text + "\"}";
    }

    private static void answer(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}

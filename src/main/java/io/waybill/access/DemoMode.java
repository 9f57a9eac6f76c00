package io.waybill.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.springframework.core.env.Environment;

/**
 * Whether people may sign in without a password: only while every part is the built-in one and the server listens on
 * loopback alone.
 */
public record DemoMode(boolean on) {

    private static final List<String> REAL_PARTS = List.of(
            "spring.datasource.url",
            "waybill.erp.base-url",
            "waybill.whatsapp.phone-number-id",
            "waybill.whatsapp.access-token",
            "waybill.whatsapp.app-secret",
            "waybill.whatsapp.verify-token",
            "waybill.whatsapp.base-url");

    static DemoMode of(Environment environment) {
        boolean builtIn = REAL_PARTS.stream()
                .noneMatch(property -> environment.containsProperty(property)
                        && !environment.getProperty(property, "").isBlank());
        return new DemoMode(builtIn && isLoopback(environment.getProperty("server.address", "")));
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

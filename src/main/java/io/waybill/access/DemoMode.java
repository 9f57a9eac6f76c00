package io.waybill.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * Whether people may sign in without a password: only while every part is the built-in one and the server listens on
 * loopback alone.
 */
public final class DemoMode {

    private static final List<String> REAL_PARTS = List.of(
            "spring.datasource.url",
            "waybill.erp.base-url",
            "waybill.whatsapp.phone-number-id",
            "waybill.whatsapp.access-token",
            "waybill.whatsapp.app-secret",
            "waybill.whatsapp.verify-token",
            "waybill.whatsapp.base-url");

    private final boolean configured;
    private final Supplier<Stream<RealPart>> parts;

    private DemoMode(boolean configured, Supplier<Stream<RealPart>> parts) {
        this.configured = configured;
        this.parts = parts;
    }

    /** @param parts that may be real although nothing real is configured */
    static DemoMode of(Environment environment, Supplier<Stream<RealPart>> parts) {
        boolean builtIn = REAL_PARTS.stream()
                .noneMatch(property -> environment.containsProperty(property)
                        && !environment.getProperty(property, "").isBlank());
        return new DemoMode(builtIn && isLoopback(environment.getProperty("server.address", "")), parts);
    }

    public boolean on() {
        return configured && parts.get().noneMatch(RealPart::isReal);
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

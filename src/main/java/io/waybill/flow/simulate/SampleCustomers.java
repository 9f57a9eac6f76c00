package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Who may come to a step: the usual customer, one of a shop that has everything, a stranger, and so on. */
public final class SampleCustomers {

    private static final JsonNode EVERYBODY = read();

    private SampleCustomers() {}

    /** How their conversations begin, as recorded cases without inputs; the most usual first. */
    public static List<ObjectNode> speaking(String language) {
        List<ObjectNode> customers = new ArrayList<>();
        for (JsonNode customer : EVERYBODY) {
            ObjectNode one = customer.deepCopy();
            one.withObjectProperty("contact").put("lang", language);
            customers.add(one);
        }
        return customers;
    }

    private static JsonNode read() {
        try (InputStream in =
                Objects.requireNonNull(SampleCustomers.class.getResourceAsStream("/simulate/customers.json"))) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

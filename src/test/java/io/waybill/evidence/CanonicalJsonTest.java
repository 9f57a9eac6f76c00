package io.waybill.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.expression.Json;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void writesKeysInOrderWithoutSpaces() {
        assertThat(CanonicalJson.text(Json.read(" { \"b\" : [1, true, null], \"a\": {\"d\": \"x\", \"c\": {}} } ")))
                .isEqualTo("{\"a\":{\"c\":{},\"d\":\"x\"},\"b\":[1,true,null]}");
    }

    @Test
    void escapesOnlyWhatHasTo() {
        assertThat(CanonicalJson.text(Json.nodes().textNode("é/\u20ac\u2028\u001f\b\t\n\f\r\"\\")))
                .isEqualTo("\"é/€\u2028\\u001f\\b\\t\\n\\f\\r\\\"\\\\\"");
    }

    @Test
    void refusesFractions() {
        assertThatThrownBy(() -> CanonicalJson.text(Json.read("[1.5]"))).hasMessage("A number here is whole, not 1.5.");
    }
}

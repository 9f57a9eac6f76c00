package io.waybill.erp.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.far.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderLookupTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'external_order_id':'O1','status':'pending'}                    | true",
                "{'external_order_id':'O2','status':'pending'}                    | false",
                "{'items':[{'external_order_id':'O2'},{'external_order_id':'O1'}]} | true",
                "{'items':[]}                                                     | false",
                "{'found':false}                                                  | false"
            })
    void findsTheOrderInWhatCameBack(String answer, boolean found) {
        ObjectNode json = (ObjectNode) Json.read(answer.replace('\'', '"'));

        assertThat(OrderLookup.finds(json, "O1")).isEqualTo(found);
    }
}

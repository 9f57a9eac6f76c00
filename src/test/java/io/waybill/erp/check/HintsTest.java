package io.waybill.erp.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.Contract;
import io.waybill.erp.Contract.Field;
import io.waybill.erp.Contract.Need;
import io.waybill.erp.Contract.Type;
import io.waybill.erp.ErpOperation;
import io.waybill.far.Json;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintsTest {

    private static final Shown SHOWN = new Shown(UnaryOperator.identity());

    /** Answers as the ERPs of this world give them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LIST_PRODUCTS|name |{'items':[{'item_name':'Chai','item_group':'Tea'}]}      |$.items[0].item_name",
                "LIST_PRODUCTS|id   |{'data':[{'item_code':'T-1','disabled':0}]}               |$.data[0].item_code",
                "LIST_PRODUCTS|price|{'value':[{'displayName':'Chai','unitPrice':4.5}]}        |$.value[0].unitPrice",
                "LIST_PRODUCTS|name |{'value':[{'displayName':'Chai','unitPrice':4.5}]}        |$.value[0].displayName",
                "LIST_PRODUCTS|name |[{'ref':'T1','label':'Chai','note':''}]                   |$[0].label",
                "LIST_PRODUCTS|price|[{'lst_price':4.5,'currency_id':[1,'EUR']}]               |$[0].lst_price",
                "LIST_PRODUCTS|currency|[{'lst_price':4.5,'currency_id':[1,'EUR']}]            |$[0].currency_id[1]",
                "LIST_PRODUCTS|currency|{'items':[{'cur':'KES','name':'ABC tea'}]}             |$.items[0].cur",
                "GET_PRICE    |unit_price|{'data':[{'price_list_rate':'12.50'}]}               |$.data[0].price_list_rate",
                "GET_PRICE    |unit_price|{'price':{'amount':12.5,'vat':2}}                    |$.price.amount",
                "CREATE_ORDER |external_order_id|{'order':{'id':7,'state':'draft'}}            |$.order.id",
                "CREATE_ORDER |external_order_id|12                                            |$",
                "CREATE_ORDER |status|{'DocEntry':12,'DocumentStatus':'bost_Open'}             |$.DocumentStatus",
                "CREATE_ORDER |order_number|{'DocEntry':12,'DocNum':4711}                      |$.DocNum",
                "AUTH         |access_token|{'SessionId':'s3cret-s3cret','SessionTimeout':30}  |$.SessionId"
            })
    void findsTheValueByNameAndType(String operation, String field, String raw, String path) {
        assertThat(hints(ErpOperation.valueOf(operation), field, raw))
                .first()
                .asString()
                .startsWith("`%s` would fit %s: ".formatted(path, field));
    }

    @Test
    void showsTheValue() {
        assertThat(hints(ErpOperation.LIST_PRODUCTS, "name", "{'items':[{'item_name':'Chai'}]}"))
                .containsExactly("`$.items[0].item_name` would fit name: \"Chai\"");
    }

    @Test
    void givesTheBestThree() {
        assertThat(hints(
                        ErpOperation.LIST_PRODUCTS,
                        "name",
                        "{'title':'a','label':'b','item_name':'c','caption':'d','name':'e'}"))
                .hasSize(3)
                .first()
                .asString()
                .contains("$.name");
    }

    @Test
    void hintsAtNothingOfAnotherType() {
        assertThat(hints(ErpOperation.GET_PRICE, "unit_price", "{'price':'on request','rate':null}"))
                .isEmpty();
    }

    @Test
    void showsNoTokenAndNoWholePhoneNumber() {
        assertThat(hints(ErpOperation.AUTH, "access_token", "{'token':'s3cret-s3cret'}"))
                .containsExactly("`$.token` would fit access_token: (not shown)");
        assertThat(hints(ErpOperation.UPSERT_CUSTOMER, "external_customer_id", "{'customer_ref':'+254 712 345 678'}"))
                .containsExactly("`$.customer_ref` would fit external_customer_id: \"***678\"");
    }

    @Test
    void looksIntoTheRowThatLacksTheField() {
        Hints hints = new Hints(
                Contract.of(ErpOperation.LIST_PRODUCTS),
                Json.read("{\"items\":[{\"title\":\"Chai\"},{\"title\":\"Coffee\"}]}"),
                SHOWN);

        assertThat(hints.inRow(1).of(field(ErpOperation.LIST_PRODUCTS, "name")))
                .containsExactly("`$.items[1].title` would fit name: \"Coffee\"");
    }

    @Test
    void findsTheRows() {
        Hints hints = new Hints(
                Contract.of(ErpOperation.LIST_PRODUCTS), Json.read("{\"meta\":[1],\"products\":[{\"id\":1}]}"), SHOWN);

        assertThat(hints.of(new Field("items", Type.LIST, Need.REQUIRED)))
                .containsExactly("`$.products` would fit items: a list");
    }

    private static List<String> hints(ErpOperation operation, String field, String raw) {
        return new Hints(Contract.of(operation), Json.read(raw.replace('\'', '"')), SHOWN).of(field(operation, field));
    }

    private static Field field(ErpOperation operation, String name) {
        return Contract.of(operation).answer().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "waybill.erp.max-pages=12")
class ErpListRouteTest extends ErpRouteSupport {

    /** 004-12: 1,000 products of ten pages, each page asked for once; a page that is repeated is an error, below. */
    @Test
    void readsAThousandProductsInTenCalls() {
        for (int page = 1; page <= 10; page++) {
            page(page, rows(page * 100 - 99, page * 100), page < 10 ? "true" : "false");
        }

        JsonNode items = ok(listProducts()).body().get("items");

        assertThat(items).hasSize(1000);
        assertThat(items).extracting(row -> row.get("id").textValue()).doesNotHaveDuplicates();
        erp.verify(10, anyRequestedFor(anyUrl()));
    }

    @Test
    void endsAtAShortPageWhenTheErpDoesNotSayWhetherThereIsMore() {
        page(1, rows(1, 100), null);
        page(2, rows(101, 140), null);

        assertThat(ok(listProducts()).body().get("items")).hasSize(140);
        erp.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void endsAtAnEmptyPage() {
        page(1, rows(1, 100), null);
        page(2, "", "true");

        assertThat(ok(listProducts()).body().get("items")).hasSize(100);
        erp.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void keepsARowOnceWhenPagesOverlap() {
        page(1, rows(1, 100), null);
        page(2, rows(100, 150), null);

        assertThat(ok(listProducts()).body().get("items")).hasSize(150);
    }

    @Test
    void endsAtAShortPageThatOnlyRepeatsTheRowTooManyOfTheLastOne() {
        page(1, rows(1, 101), null);
        page(2, rows(101, 101), null);

        assertThat(ok(listProducts()).body().get("items")).hasSize(101);
    }

    @Test
    void stopsWhenAPageIsRepeated() {
        erp.stubFor(get(anyUrl()).willReturn(answer("{'items':[%s]}".formatted(rows(1, 100)))));

        ErpReply reply = listProducts();

        assertThat(reply).isInstanceOf(ErpReply.Refused.class);
        assertThat(reason(reply)).contains("page 2 repeats", "has_more: false");
        erp.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void stopsAtTheMostPages() {
        for (int page = 1; page <= 13; page++) {
            page(page, rows(page * 100 - 99, page * 100), "true");
        }

        assertThat(reason(listProducts())).contains("does not end after 12 pages", "waybill.erp.max-pages");
        erp.verify(12, anyRequestedFor(anyUrl()));
    }

    @Test
    void isEmptyWhenNothingIsActive() {
        erp.stubFor(get(anyUrl()).willReturn(answer("{'items':[{'id':1,'name':'Old','active':false}]}")));

        assertThat(listProducts()).isEqualTo(new ErpReply.Empty());
    }

    @Test
    void failsAsAWholeWhenOnePageFails() {
        page(1, rows(1, 100), "true");
        erp.stubFor(get(urlEqualTo("/api/products?active_only=true&page=2&limit=100"))
                .willReturn(answer(422, "{'message':'no page 2'}")));

        assertThat(reason(listProducts())).contains("no page 2");
    }

    @Test
    void asksForJobsInTheSameWay() {
        erp.stubFor(get(anyUrl())
                .willReturn(answer("{'items':[{'id':'J1','name':'Driver','active':true,'department_name':'Fleet'}]}")));

        JsonNode jobs = ok(gateway.call(ErpOperation.LIST_JOBS, json("{'active_only':true}"), null)
                        .reply())
                .body();

        assertThat(jobs.at("/items/0/department_name").textValue()).isEqualTo("Fleet");
        erp.verify(getRequestedFor(urlEqualTo("/api/jobs?active_only=true&page=1&limit=100")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':1,'name':'A','price':5,'currency':'KES'}|items[0].active must be true or false, but the ERP sent nothing there",
                "{'id':1,'name':'A','price':5,'currency':'KES','active':'1'}|items[0].active must be true or false, but the ERP sent the text \"1\"",
                "{'id':1,'name':'A','price':'1,250.00','currency':'KES','active':true}|items[0].price must be a decimal number that is not negative, but the ERP sent the text \"1,250.00\"",
                "{'id':1,'name':'A','price':-1,'currency':'KES','active':true}|but the ERP sent -1",
                "{'id':1,'name':'A','price':5,'active':true}|items[0].currency must be text, but the ERP sent nothing there",
                "{'id':null,'name':'A','active':true}|items[0].id must be text or a number, but the ERP sent null",
                "{'id':1,'name':'  ','active':true}|items[0].name must be text, but the ERP sent an empty text",
                "{'id':{},'name':'A','active':true}|items[0].id must be text or a number, but the ERP sent an object",
                "7|items[0] must be an object, but the ERP sent 7"
            })
    void namesWhatIsWrongWithARow(String row, String sentence) {
        erp.stubFor(get(anyUrl()).willReturn(answer("{'items':[%s]}".formatted(row))));

        assertThat(reason(listProducts())).startsWith("LIST_PRODUCTS: ").contains(sentence);
    }

    @Test
    void saysThatABareListIsNotTheContract() {
        erp.stubFor(get(anyUrl()).willReturn(answer("[]")));

        assertThat(reason(listProducts()))
                .isEqualTo("LIST_PRODUCTS: the answer must be an object with items, but the ERP sent a bare list."
                        + " Make the ERP answer it, or mend the endpoint profile.");
    }

    private static void page(int page, String rows, String hasMore) {
        String more = hasMore == null ? "" : ",'has_more':" + hasMore;
        erp.stubFor(get(urlEqualTo("/api/products?active_only=true&page=%d&limit=100".formatted(page)))
                .willReturn(answer("{'items':[%s]%s}".formatted(rows, more))));
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj("{'id':%1$d,'name':'Product %1$d','price':1.50,'currency':'KES','active':true}"::formatted)
                .collect(Collectors.joining(","));
    }
}

package io.waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final AtomicLong nanos = new AtomicLong();
    private final HiddenProducts hidden = hiddenProducts();
    private final Catalog catalog = new Catalog(hidden, assignedFlows());

    @Test
    void showsWhatIsActivePricedAndNotSwitchedOff() throws Exception {
        hidden.hide("P-3", "ada");

        assertThat(catalog.visible(ErpOperation.LIST_PRODUCTS, products()))
                .isEqualTo(new ErpReply.Ok(
                        json("{'items':[{'id':'P-1','price':10},{'id':'P-5','price':9,'active':true}]}")));
        assertThat(catalog.hidden()).containsExactly("P-3");
    }

    @Test
    void isEmptyWhenNothingIsLeft() throws Exception {
        ErpReply onlyInactive = new ErpReply.Ok(json("{'items':[{'id':'P-1','price':1,'active':false}]}"));

        assertThat(catalog.visible(ErpOperation.LIST_PRODUCTS, onlyInactive)).isEqualTo(new ErpReply.Empty());
    }

    @Test
    void leavesEveryOtherReplyAsItIs() throws Exception {
        ErpReply down = new ErpReply.Down("away");

        assertThat(catalog.visible(ErpOperation.LIST_PRODUCTS, down)).isSameAs(down);
        ErpReply jobs = products();
        assertThat(catalog.visible(ErpOperation.LIST_JOBS, jobs)).isSameAs(jobs);
    }

    @Test
    void switchesAProductOffAndOnAgain() {
        hidden.hide("P-1", "ada");
        hidden.hide("P-1", "bob");
        assertThat(hidden.ids()).containsExactly("P-1");
        assertThat(database.jdbc()
                        .sql("select hidden_by from hidden_product")
                        .query(String.class)
                        .single())
                .isEqualTo("ada");

        hidden.show("P-1");
        assertThat(hidden.ids()).isEmpty();
    }

    @Test
    void learnsWithinTwoSecondsWhatAnotherNodeSwitched() {
        assertThat(hidden.ids()).isEmpty();
        hiddenProducts().hide("P-1", "ada");

        assertThat(hidden.ids()).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(hidden.ids()).containsExactly("P-1");
    }

    @Test
    void remembersWhichFlowSellsAProductUntilItIsReleased() {
        AssignedFlows flows = assignedFlows();
        flows.assign("P-1", "gifts", "ada");
        flows.assign("P-1", "tea-party", "bob");
        assertThat(flows.byProduct()).containsExactly(Map.entry("P-1", "tea-party"));
        assertThat(database.jdbc()
                        .sql("select assigned_by from product_flow")
                        .query(String.class)
                        .single())
                .isEqualTo("bob");

        flows.release("P-1");
        assertThat(flows.byProduct()).isEmpty();
    }

    @Test
    void learnsWithinTwoSecondsWhatAnotherNodeAssigned() {
        AssignedFlows flows = assignedFlows();
        assertThat(flows.byProduct()).isEmpty();
        assignedFlows().assign("P-1", "gifts", "ada");

        assertThat(flows.byProduct()).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(flows.byProduct()).containsEntry("P-1", "gifts");
    }

    @Test
    void addsThePicturesAttachedHereInTheirOrder() throws Exception {
        picture("a1");
        picture("b2");
        ProductImages images = productImages();
        images.attach("P-1", List.of("b2", "a1"), "ada");

        PicturedRows pictured = new PicturedRows(ErpOperation.LIST_PRODUCTS, images::byProduct);
        ErpReply listed =
                new ErpReply.Ok(json("{'items':[{'id':'P-1','price':1},{'id':'P-2','image':'x.png'}],'as_of':'now'}"));

        ErpReply shown = pictured.in(ErpOperation.LIST_PRODUCTS, listed);

        assertThat(shown).isEqualTo(new ErpReply.Ok(json("""
                {'items':[{'id':'P-1','price':1,'image':'/media/b2','images':['/media/b2','/media/a1']},
                 {'id':'P-2','image':'x.png'}],'as_of':'now'}
                """)));
        assertThat(pictured.in(ErpOperation.LIST_PRODUCTS, listed)).isSameAs(shown);
        assertThat(pictured.in(ErpOperation.LIST_JOBS, listed)).isSameAs(listed);
        images.attach("P-1", List.of(), "ada");
        assertThat(pictured.in(ErpOperation.LIST_PRODUCTS, listed)).isSameAs(listed);
    }

    @Test
    void aRemovedPictureLeavesTheProductAndStaysUploaded() {
        picture("a1");
        picture("b2");
        ProductImages images = productImages();
        images.attach("P-1", List.of("a1", "b2"), "ada");
        assertThat(images.byProduct()).containsExactly(Map.entry("P-1", List.of("a1", "b2")));

        images.attach("P-1", List.of("b2"), "bob");

        assertThat(images.byProduct()).containsExactly(Map.entry("P-1", List.of("b2")));
        assertThat(database.jdbc()
                        .sql("select count(*) from image")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    private void picture(String id) {
        database.jdbc()
                .sql("insert into media (id, created_at) values (?, now())")
                .param(id)
                .update();
        database.jdbc()
                .sql("insert into image values (?, ?, 1, 1, now(), 'ada')")
                .params(id, "sha of " + id)
                .update();
    }

    private ProductImages productImages() {
        return new ProductImages(database.jdbc(), database.transaction(), SettableClock.atNoon(), nanos::get);
    }

    private AssignedFlows assignedFlows() {
        return new AssignedFlows(database.jdbc(), SettableClock.atNoon(), nanos::get);
    }

    private HiddenProducts hiddenProducts() {
        return new HiddenProducts(database.jdbc(), SettableClock.atNoon(), nanos::get);
    }

    private static ErpReply products() throws Exception {
        return new ErpReply.Ok(json("""
                {'items':[{'id':'P-1','price':10},{'id':'P-2','price':10,'active':false},{'id':'P-3','price':10},
                 {'id':'P-4','price':null},{'id':'P-5','price':9,'active':true}]}
                """));
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}

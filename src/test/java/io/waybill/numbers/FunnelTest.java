package io.waybill.numbers;

import static io.waybill.numbers.Kept.JULY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * July in Nairobi; what each customer came to:
 *
 * <pre>
 *           started      cart      ordered   confirmed  delivered  came by
 * Amina     order@r1     order@r1  2, July   July       July       post, then advertisement
 * Brian     (June)       order@r1  -         -          -          -
 * Chao      order@r2     (August)  -         -          -          (advertisement in August)
 * Eve       status@s1    -         -         -          -          post, as the contact that became her
 * Femi      (June)       (June)    (June)    (June)     July       -
 * Gita      -            -         website   July       July       -
 * Hana      order@r1, apply@a1     -         -          -          -
 * Ines      -            -         (May)     (May)      July       -
 * Juma      -            -         api       -          cancelled  -
 * </pre>
 */
class FunnelTest {

    private static final Kept kept = new Kept();
    private static final Funnel funnel = new Funnel(kept.jdbc);

    @BeforeAll
    static void keep() {
        amina();
        long brian = kept.customer();
        kept.turn(
                brian,
                Kept.BEFORE,
                "\"said\":true,\"started\":[\"order@r1\"],\"in\":\"order@r1\",\"step\":\"choose\",\"asks\":true");
        kept.turn(brian, Kept.FIRST, "\"said\":true,\"in\":\"order@r1\",\"step\":\"more\",\"asks\":true,\"cart\":true");
        long chao = kept.customer();
        kept.turn(
                chao,
                Kept.LAST,
                "\"said\":true,\"started\":[\"order@r2\"],\"in\":\"order@r2\",\"step\":\"choose\",\"asks\":true");
        kept.turn(chao, Kept.AFTER, "\"said\":true,\"in\":\"order@r2\",\"step\":\"more\",\"asks\":true,\"cart\":true");
        kept.source(chao, "first", "ad", Kept.AFTER.plusSeconds(60));
        long eve = kept.customer();
        long once = kept.customerMergedInto(eve);
        kept.turn(once, day(3), "\"said\":true,\"started\":[\"status@s1\"]");
        kept.turn(eve, day(4), "\"said\":true,\"started\":[\"status@s1\"]");
        kept.source(once, "first", "post", day(2));
        long hana = kept.customer();
        kept.turn(
                hana,
                day(5),
                "\"said\":true,\"started\":[\"order@r1\",\"apply@a1\"],\"in\":\"apply@a1\",\"step\":\"job\",\"asks\":true");
        kept.journal(
                hana,
                day(5),
                "trace",
                "turn",
                "{\"at\":\"2026-07-05T00:00:00Z\",\"customer\":{\"name\":\"\\\"cart\\\":\"}}");
        orders();
        kept.jdbc
                .sql("insert into flow_revision values ('order', 'r1', '{}', 'ada', now())")
                .update();
        for (int version = 1; version <= 2; version++) {
            kept.jdbc.sql("""
                            insert into flow_publication (flow, version, revision, source, author, message, published_at)
                            values ('order', ?, 'r1', 'person', 'ada', '', now())
                            """).param(version).update();
        }
    }

    /** Orders twice, from two sessions. */
    private static void amina() {
        long amina = kept.customer();
        kept.source(amina, "first", "post", day(1));
        kept.source(amina, "last", "ad", day(2));
        for (int order = 1; order <= 2; order++) {
            Instant at = day(1 + order);
            kept.turn(
                    amina,
                    at,
                    "\"said\":true,\"started\":[\"order@r1\"],\"in\":\"order@r1\",\"step\":\"more\",\"asks\":true,\"cart\":true");
            kept.turn(
                    amina,
                    at.plusSeconds(60),
                    "\"said\":true,\"in\":\"order@r1\",\"step\":\"buy\",\"cart\":true,\"orders\":\"k%d\""
                            .formatted(order));
            kept.order(amina, "E" + order, "k" + order, "whatsapp", at.plusSeconds(61));
            kept.status("E" + order, "confirmed", at.plusSeconds(90));
            kept.status("E" + order, "preparing", at.plusSeconds(900));
            kept.status("E" + order, "delivered", at.plusSeconds(9000));
        }
    }

    private static void orders() {
        long femi = kept.customer();
        kept.turn(
                femi,
                Instant.parse("2026-06-20T10:00:00Z"),
                "\"said\":true,\"in\":\"order@r1\",\"step\":\"buy\",\"cart\":true,\"orders\":\"k3\"");
        kept.order(femi, "E3", "k3", "whatsapp", Instant.parse("2026-06-20T10:00:01Z"));
        kept.status("E3", "confirmed", Instant.parse("2026-06-21T10:00:00Z"));
        kept.status("E3", "delivered", day(3));
        long gita = kept.customer();
        kept.order(gita, "E4", null, "website", day(4));
        kept.event("E4", "payment", "confirmed", day(4));
        kept.status("E4", "delivered", day(6));
        long ines = kept.customer();
        kept.order(ines, "E5", "k5", "whatsapp", Instant.parse("2026-05-01T10:00:00Z"));
        kept.status("E5", "shipped", Instant.parse("2026-05-02T10:00:00Z"));
        kept.status("E5", "delivered", Kept.LAST);
        long juma = kept.customer();
        kept.order(juma, "E6", null, "api", day(7));
        kept.status("E6", "cancelled", day(8));
    }

    private static Instant day(int day) {
        return Instant.parse("2026-07-%02dT09:00:00Z".formatted(day));
    }

    /** 003-20: the funnel of the fixture above, recomputed by hand from what is kept. */
    @Test
    void countsEachCustomerOnceAtEachStage() {
        // started: Amina, Chao, Eve, Hana; cart: Amina, Brian; ordered: Amina, Gita, Juma; confirmed: Amina, Gita;
        // delivered: Amina, Femi, Gita, Ines
        assertThat(rows("")).containsExactly(row("all", 4, 2, 3, 2, 4));
    }

    @Test
    void tellsTheVersionsOfAFlowApart() {
        assertThat(rows("flow"))
                .containsExactlyInAnyOrder(
                        // started: Amina, Hana; cart: Amina, Brian; delivered: Amina, Femi
                        new Funnel.Row("order", "r1", 2, null, 2, 2, 1, 1, 2),
                        new Funnel.Row("order", "r2", null, null, 1, 0, 0, 0, 0),
                        new Funnel.Row("status", "s1", null, null, 1, 0, 0, 0, 0),
                        new Funnel.Row("apply", "a1", null, null, 1, 0, 0, 0, 0),
                        // Ines ordered so long ago that nobody looks up how
                        new Funnel.Row("", "", null, null, 0, 0, 0, 0, 1),
                        row("website", 0, 0, 1, 1, 1),
                        row("api", 0, 0, 1, 0, 0));
    }

    @Test
    void tellsApartWhatCustomersCameByLast() {
        assertThat(rows("source"))
                .containsExactlyInAnyOrder(
                        row("advertisement", 1, 1, 1, 1, 1),
                        row("post", 1, 0, 0, 0, 0),
                        // started: Chao, Hana; cart: Brian; delivered: Femi, Ines
                        row("none", 2, 1, 0, 0, 2),
                        // Gita and Juma, who came to the first stages elsewhere
                        row("website", 0, 0, 1, 1, 1),
                        row("api", 0, 0, 1, 0, 0));
    }

    @Test
    void tellsTheVersionsOfAFlowApartByWhatCustomersCameBy() {
        assertThat(rows("flow-source"))
                .containsExactlyInAnyOrder(
                        new Funnel.Row("order", "r1", 2, "advertisement", 1, 1, 1, 1, 1),
                        // started: Hana; cart: Brian; delivered: Femi
                        new Funnel.Row("order", "r1", 2, "none", 1, 1, 0, 0, 1),
                        new Funnel.Row("order", "r2", null, "none", 1, 0, 0, 0, 0),
                        new Funnel.Row("status", "s1", null, "post", 1, 0, 0, 0, 0),
                        new Funnel.Row("apply", "a1", null, "none", 1, 0, 0, 0, 0),
                        new Funnel.Row("", "", null, "none", 0, 0, 0, 0, 1),
                        new Funnel.Row("website", "", null, "website", 0, 0, 1, 1, 1),
                        new Funnel.Row("api", "", null, "api", 0, 0, 1, 0, 0));
    }

    @Test
    void tellsApartWhereOrdersWereMade() {
        assertThat(rows("order-source"))
                .containsExactlyInAnyOrder(
                        row("whatsapp", 4, 2, 1, 1, 3), row("website", 0, 0, 1, 1, 1), row("api", 0, 0, 1, 0, 0));
    }

    private static List<Record> rows(String by) {
        return List.copyOf(funnel.of(JULY, by).rows());
    }

    private static Funnel.Row row(
            String name, long started, long filled, long ordered, long confirmed, long delivered) {
        return new Funnel.Row(name, "", null, null, started, filled, ordered, confirmed, delivered);
    }
}

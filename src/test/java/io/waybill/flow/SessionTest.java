package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SessionTest {

    @Property(tries = 300)
    void isTheSameAfterItWasStored(
            @ForAll("waitings") Waiting waiting,
            @ForAll String text,
            @ForAll BigDecimal amount,
            @ForAll boolean placed) {
        ObjectNode product = Json.object().put("id", "P1").put("name", text).put("price", amount.abs());
        Cart cart = new Cart(
                List.of(
                        new Cart.Line(product, null, 3, amount.abs(), 3, BigDecimal.TEN, amount),
                        new Cart.Line(product, Json.object().put("size", "L"), 1, null, 0, null, null)),
                "KES",
                placed,
                placed);
        Session session = new Session(
                "s-1_x",
                12,
                placed ? new Session.Place("order", "0123456789abcdef", "step") : null,
                waiting,
                Json.object().put("text", text).put("amount", amount).put("n", 3),
                placed ? cart : Cart.empty(),
                placed
                        ? new Start(
                                text,
                                "p",
                                "j",
                                3,
                                Json.array().add(Json.object().put("id", "P1")),
                                Json.object().put("external_order_id", "O1"))
                        : Start.NOTHING,
                placed ? 2 : 0,
                placed ? "fr" : null,
                placed ? new Waiting.Question("q", 4, 1, 2, null) : null,
                placed ? new Session.Failure("f", text) : null,
                placed ? Instant.parse("2026-11-21T10:00:00.123Z") : null,
                placed ? Session.idle("s-1_x") : null);

        Session stored = Session.fromJson(session.toJson());

        assertThat(stored.toJson()).isEqualTo(session.toJson());
        assertThat(stored.waiting()).isEqualTo(session.waiting());
        assertThat(stored.place()).isEqualTo(session.place());
        assertThat(stored.start()).isEqualTo(session.start());
        assertThat(stored.queuedSince()).isEqualTo(session.queuedSince());
        assertThat(stored.cart().lines()).hasSameSizeAs(session.cart().lines());
        assertThat(stored.variables().path("amount").decimalValue()).isEqualTo(amount);
        if (placed) {
            assertThat(stored.cart().lines().getFirst().unitPrice()).isEqualTo(amount.abs());
        }
    }

    @Provide
    Arbitrary<Waiting> waitings() {
        Arbitrary<Waiting.Question> question = Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.integers().between(0, 30),
                        silences().injectNull(0.2))
                .as((step, visit, page, silence) -> new Waiting.Question(step, visit, page, 2, silence));
        return Arbitraries.oneOf(
                question,
                Arbitraries.of(
                        new Waiting.Idle(),
                        new Waiting.HandedOver(null),
                        new Waiting.HandedOver(Instant.ofEpochMilli(1_750_000_000_123L)),
                        new Waiting.MainMenu(3, 1),
                        new Waiting.Calls("price", ErpOperation.GET_PRICE, List.of("s.1.0", "s.1.1")),
                        new Waiting.Checking("create", ErpOperation.CREATE_ORDER, "s.9"),
                        new Waiting.Looking("two sugar", List.of("s.2.0", "s.2.1")),
                        new Waiting.Queued("create"),
                        new Waiting.Paused("a", null)),
                question.map(open -> new Waiting.Paused("a", open)),
                question.map(open -> new Waiting.Leaving(9, open, "status", Start.by("status"))),
                question.map(open -> new Waiting.Returning(9, open, "hi \"there\"")));
    }

    private static Arbitrary<Waiting.Silence> silences() {
        Arbitrary<Instant> times =
                Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        return Combinators.combine(times.injectNull(0.5), times).as(Waiting.Silence::new);
    }

    @Test
    void keepsDecimalsAsTheyWereWritten() {
        String json = "{\"id\":\"s\",\"n\":1,\"wait\":{\"for\":\"idle\"},\"vars\":{\"a\":0.1,\"b\":6.9900,\"c\":1.0,"
                + "\"d\":12345678901234567890.123456789,\"e\":100}}";

        assertThat(Session.fromJson(json).toJson()).isEqualTo(json);
    }

    @Test
    void isSmall() {
        Conversation shop = Conversation.shop();
        shop.says("hi");
        assertThat(shop.session.toJson().length()).isLessThan(80);
        shop.toSummary(2);
        assertThat(shop.session.toJson().length()).isLessThan(800);
    }

    @Test
    void hasAnIdThatLeavesRoomForKeys() {
        assertThatThrownBy(() -> Session.idle("x".repeat(21))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Session.idle("a.b")).isInstanceOf(IllegalArgumentException.class);
    }
}

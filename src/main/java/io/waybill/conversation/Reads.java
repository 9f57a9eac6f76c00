package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.catalog.PicturedRows;
import io.waybill.erp.ErpAnswer;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.erp.ErpReply;
import io.waybill.flow.Effect;
import io.waybill.flow.World;
import io.waybill.order.OrderLife;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.MDC;

/** Asks the ERP several things at once; one thing is asked in the caller's own thread. */
final class Reads {

    private final ErpReads erp;
    private final List<PicturedRows> pictures;
    private final OrderLife orders;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    Reads(ErpReads erp, List<PicturedRows> pictures, OrderLife orders) {
        this.erp = erp;
        this.pictures = pictures;
        this.orders = orders;
    }

    List<Done> all(List<Effect.Call> calls) {
        if (calls.size() == 1) {
            return List.of(ask(calls.getFirst()));
        }
        String trace = MDC.get("trace");
        List<CompletableFuture<Done>> asked = calls.stream()
                .map(call -> CompletableFuture.supplyAsync(
                        () -> {
                            MDC.put("trace", trace);
                            return ask(call);
                        },
                        threads))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private Done ask(Effect.Call call) {
        ErpAnswer answer = call.fresh()
                ? erp.askFresh(call.operation(), call.request())
                : erp.ask(call.operation(), call.request());
        ErpReply shown = answer.reply();
        for (PicturedRows pictured : pictures) {
            shown = pictured.in(call.operation(), shown);
        }
        shown = staged(call.operation(), shown);
        return new Done(call, new ErpAnswer(shown, answer.exchanges(), answer.notices()));
    }

    /** Whatever the ERP calls it, flows see which of our statuses an order has. */
    private ErpReply staged(ErpOperation operation, ErpReply reply) {
        if (operation != ErpOperation.GET_ORDER_STATUS
                || !(reply instanceof ErpReply.Ok(JsonNode body))
                || !(body instanceof ObjectNode answer)) {
            return reply;
        }
        ObjectNode staged = answer.deepCopy();
        staged.remove(World.STAGE);
        orders.status(answer.path("status").asText()).ifPresent(status -> staged.put(World.STAGE, status.key()));
        return new ErpReply.Ok(staged);
    }

    record Done(Effect.Call call, ErpAnswer answer) {}
}

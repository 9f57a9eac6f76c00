package io.waybill.erp;

import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Refused;
import io.waybill.erp.ErpReply.Unknown;
import io.waybill.erp.SignIn.Failed;
import io.waybill.erp.SignIn.Pass;
import io.waybill.erp.mapping.Path;
import io.waybill.expression.Scope;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends requests with the pass that belongs to them. */
final class ErpLine {

    /** What stands for a pass that nobody has asked for. */
    private static final Pass NOT_FETCHED =
            new Pass(Map.of("Authorization", "(what signing in answers)"), List.of(), Instant.MAX);

    private final ErpSender sender;
    private final SignIn signIn;
    private final Passes passes;
    private final Guards guards;
    private final @Nullable Path expired;

    /** @param expired where an answer says that the pass is over although its status does not */
    ErpLine(ErpSender sender, SignIn signIn, Passes passes, Guards guards, @Nullable Path expired) {
        this.sender = sender;
        this.signIn = signIn;
        this.passes = passes;
        this.guards = guards;
        this.expired = expired;
    }

    /** Writes the request that goes out with the headers of a pass. */
    @FunctionalInterface
    interface Draft {
        ErpRequest write(URI baseUrl, Map<String, String> pass);
    }

    /** What came of a request: something on the wire, or nothing because signing in failed. */
    sealed interface Sent {
        record Done(HttpResult result) implements Sent {}

        record NotSent(ErpReply why) implements Sent {}
    }

    /** A pass that the ERP rejects says that nothing was executed, so even a write may be sent once more with a new one. */
    Sent send(ErpOperation operation, Draft draft, List<ErpExchange> exchanges) {
        return switch (pass(null, exchanges)) {
            case Failed(ErpReply why) -> new Sent.NotSent(cannotSignIn(operation, why));
            case Pass pass -> {
                HttpResult result = sender.send(operation, base -> draft.write(base, pass.headers()), exchanges);
                yield isRejected(result) && passes.canRenew()
                        ? withNewPass(operation, draft, pass, exchanges)
                        : new Sent.Done(result);
            }
        };
    }

    private Sent withNewPass(ErpOperation operation, Draft draft, Pass rejected, List<ErpExchange> exchanges) {
        return switch (pass(rejected, exchanges)) {
            case Failed(ErpReply why) -> new Sent.NotSent(cannotSignIn(operation, why));
            case Pass pass ->
                new Sent.Done(sender.send(operation, base -> draft.write(base, pass.headers()), exchanges));
        };
    }

    private SignIn.Result pass(@Nullable Pass rejected, List<ErpExchange> exchanges) {
        if (Watching.isDry() && passes.canRenew()) {
            return NOT_FETCHED;
        }
        return signIn.get(rejected, () -> passes.canRenew() ? guarded(exchanges) : passes.fetch(exchanges));
    }

    private SignIn.Result guarded(List<ErpExchange> exchanges) {
        SignIn.Result[] result = new SignIn.Result[1];
        ErpReply reply = guards.run(ErpOperation.AUTH, () -> {
            result[0] = passes.fetch(exchanges);
            return result[0] instanceof Failed(ErpReply why) ? why : new ErpReply.Empty();
        });
        return result[0] == null ? new Failed(reply) : result[0];
    }

    private ErpReply cannotSignIn(ErpOperation operation, ErpReply why) {
        String sentence = "%s: not sent, because signing in failed. ".formatted(operation);
        return switch (why) {
            case Refused(String reason) -> new Refused(signIn.withoutSecrets(sentence + reason));
            case Down(String reason) -> new Down(signIn.withoutSecrets(sentence + reason));
            // Signing in reads nothing and writes nothing; these are here for the compiler.
            case Unknown(String reason) -> new Down(signIn.withoutSecrets(sentence + reason));
            case ErpReply.Ok ok -> new Down(sentence);
            case ErpReply.Empty empty -> new Down(sentence);
        };
    }

    private boolean isRejected(HttpResult result) {
        return result instanceof HttpResult.Answered answered && (answered.status() == 401 || saysExpired(answered));
    }

    private boolean saysExpired(HttpResult.Answered answered) {
        if (expired == null || !answered.isDeclaredJson() || answered.body().length == 0) {
            return false;
        }
        try {
            return Verdict.says(expired.read(ErpJson.read(answered.body(), answered.charset()), Scope.NONE));
        } catch (IOException e) {
            return false;
        }
    }

    String withoutSecrets(String text) {
        return signIn.withoutSecrets(text);
    }

    /** An ERP may repeat a secret in its error message. */
    ErpReply safe(ErpReply reply) {
        return switch (reply) {
            case Refused(String reason) -> new Refused(signIn.withoutSecrets(reason));
            case Down(String reason) -> new Down(signIn.withoutSecrets(reason));
            case Unknown(String reason) -> new Unknown(signIn.withoutSecrets(reason));
            case ErpReply.Ok ok -> ok;
            case ErpReply.Empty empty -> empty;
        };
    }
}

package io.waybill.hook;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Ends each call in time, and reads no more of an answer than is kept of it.
 *
 * <p>A socket time-out alone would let a receiver that sends a byte every second hold a call for ever; and only inside the
 * client a connection can be dropped whose answer has more to say.
 */
final class BoundedCalls implements ExecChainHandler, AutoCloseable {

    static final int KEPT = 1_024;

    private final Duration longest;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hook-deadlines").daemon().factory());

    BoundedCalls(Duration longest) {
        this.longest = longest;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Future<?> deadline = timer.schedule(() -> cancel(scope), longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                response.setEntity(beginning(entity, scope));
            }
            return response;
        } finally {
            deadline.cancel(false);
        }
    }

    private static void cancel(ExecChain.Scope scope) {
        if (scope.originalRequest instanceof Cancellable call) {
            call.cancel();
        }
    }

    private static HttpEntity beginning(HttpEntity entity, ExecChain.Scope scope) throws IOException {
        InputStream in = entity.getContent();
        byte[] kept = in.readNBytes(KEPT);
        if (kept.length == KEPT && in.read() >= 0) {
            scope.execRuntime.discardEndpoint();
        }
        return new ByteArrayEntity(kept, ContentType.parseLenient(entity.getContentType()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

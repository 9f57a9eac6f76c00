package io.waybill.erp;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Reads each answer whole up to a size and a deadline, and drops the connection beyond.
 *
 * <p>It works inside the HTTP client because only there a connection can be dropped: closing the stream of an answer, as
 * camel-http does in the end, first reads the rest of it, however long that is. A socket time-out alone would let an ERP that
 * sends a byte every second hold the caller for ever.
 */
final class BoundedAnswers implements ExecChainHandler {

    private final int limit;
    private final Duration deadline;

    BoundedAnswers(int limit, Duration deadline) {
        this.limit = limit;
        this.deadline = deadline;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        long start = System.nanoTime();
        ClassicHttpResponse response = proceed(request, scope, chain);
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return response;
        }
        boolean complete = false;
        try {
            byte[] body = read(entity, start);
            complete = true;
            response.setEntity(new ByteArrayEntity(body, ContentType.parseLenient(entity.getContentType())));
            return response;
        } finally {
            if (!complete) {
                scope.execRuntime.discardEndpoint();
            }
        }
    }

    private static ClassicHttpResponse proceed(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        try {
            return chain.proceed(request, scope);
        } catch (IOException e) {
            throw SentMark.isSent(scope.clientContext) ? e : new NotSent(e);
        }
    }

    private byte[] read(HttpEntity entity, long start) throws IOException {
        if (entity.getContentLength() > limit) {
            throw new AnswerTooLarge();
        }
        byte[] buffer = new byte[(int) Math.max(8192, entity.getContentLength() + 1)];
        int size = 0;
        InputStream in = entity.getContent();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer, size, buffer.length - size)) {
            size += read;
            if (size > limit) {
                throw new AnswerTooLarge();
            }
            if (System.nanoTime() - start > deadline.toNanos()) {
                throw new SocketTimeoutException("The answer was not complete in time");
            }
            if (size == buffer.length) {
                buffer = Arrays.copyOf(buffer, size * 2);
            }
        }
        return Arrays.copyOf(buffer, size);
    }

    /** No connection came about, so that nothing was sent. */
    static final class NotSent extends IOException {
        private final IOException why;

        NotSent(IOException why) {
            super(why);
            this.why = why;
        }

        IOException why() {
            return why;
        }
    }

    /** An answer longer than we read. */
    static final class AnswerTooLarge extends IOException {
        AnswerTooLarge() {
            super("The answer is too large");
        }
    }
}

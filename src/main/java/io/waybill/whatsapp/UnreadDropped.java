package io.waybill.whatsapp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Drops the connection of an answer that is not read to its end, and of one that takes too long.
 *
 * <p>It works inside the HTTP client because only there a connection can be dropped: closing the stream of an answer first
 * reads the rest of it, however long that is.
 */
final class UnreadDropped implements ExecChainHandler {

    private final Duration deadline;

    UnreadDropped(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        long start = System.nanoTime();
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(new HttpEntityWrapper(entity) {
                @Override
                public InputStream getContent() throws IOException {
                    return new Dropping(super.getContent(), start + deadline.toNanos(), scope);
                }
            });
        }
        return response;
    }

    private static final class Dropping extends FilterInputStream {

        private final long until;
        private final ExecChain.Scope scope;
        private boolean ended;

        Dropping(InputStream in, long until, ExecChain.Scope scope) {
            super(in);
            this.until = until;
            this.scope = scope;
        }

        @Override
        public int read() throws IOException {
            checkTime();
            return noticed(super.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            checkTime();
            return noticed(super.read(into, offset, length));
        }

        private int noticed(int read) {
            ended |= read < 0;
            return read;
        }

        private void checkTime() throws IOException {
            if (System.nanoTime() - until > 0) {
                throw new SocketTimeoutException("The answer was not complete in time");
            }
        }

        @Override
        public void close() throws IOException {
            if (ended) {
                super.close();
            } else {
                ended = true;
                scope.execRuntime.discardEndpoint();
            }
        }
    }
}

package io.waybill.erp;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Notes that a connection stands, TLS included, and that the request goes out now.
 *
 * <p>Whatever fails before was certainly not executed; telling that by the class of the exception would miss some.
 */
final class SentMark implements ExecChainHandler {

    private static final String MARK = SentMark.class.getName();

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.setAttribute(MARK, true);
        return chain.proceed(request, scope);
    }

    static boolean isSent(HttpContext context) {
        return context.getAttribute(MARK) != null;
    }
}

package io.waybill.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One keep-alive connection that posts webhooks; not for two threads at once.
 *
 * <p>Written by hand because the driver shares the processors with what it measures: one write and one read a request.
 */
final class WebhookConnection implements AutoCloseable {
    private static final int CONNECT_TIMEOUT = (int) Duration.ofSeconds(5).toMillis();

    private final URI webhook;
    private final int answerTimeout;
    private final byte[] head;
    private Socket socket;
    private InputStream in;

    WebhookConnection(URI webhook, Duration answerTimeout) {
        this.webhook = webhook;
        this.answerTimeout = (int) answerTimeout.toMillis();
        this.head = ("POST " + webhook.getRawPath() + " HTTP/1.1\r\nHost: " + webhook.getAuthority()
                        + "\r\nContent-Type: application/json\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the HTTP status; an exception says nothing about whether the webhook was taken. */
    int post(byte[] body, String signature) throws IOException {
        try {
            connect();
            send(body, signature);
            return status();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void connect() throws IOException {
        if (socket != null) {
            return;
        }
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(answerTimeout);
        socket.connect(new InetSocketAddress(webhook.getHost(), webhook.getPort()), CONNECT_TIMEOUT);
        in = new BufferedInputStream(socket.getInputStream(), 2048);
    }

    private void send(byte[] body, String signature) throws IOException {
        var rest = ("X-Hub-Signature-256: " + signature + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + rest.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(rest, 0, request, head.length, rest.length);
        System.arraycopy(body, 0, request, head.length + rest.length, body.length);
        socket.getOutputStream().write(request);
    }

    private int status() throws IOException {
        var statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        long length = status == 204 || status == 304 ? 0 : -1;
        boolean isChunked = false;
        boolean closes = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase();
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).trim());
            } else if (lower.startsWith("transfer-encoding:")) {
                isChunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                closes = lower.contains("close");
            }
        }
        if (isChunked) {
            skipChunks();
        } else if (length >= 0) {
            in.skipNBytes(length);
        }
        if (closes || (length < 0 && !isChunked)) {
            close();
        }
        return status;
    }

    private void skipChunks() throws IOException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            in.skipNBytes(size);
            line();
        }
        line();
    }

    private long chunkSize() throws IOException {
        return Long.parseLong(line().split(";")[0].trim(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The gateway closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // a socket that fails to close is as gone as one that closes
            }
            socket = null;
        }
    }
}

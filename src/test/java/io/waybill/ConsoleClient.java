package io.waybill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The console's side of the API: keeps cookies and sends the CSRF token back, as the page does. */
public final class ConsoleClient {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;
    private boolean sendsToken = true;

    public ConsoleClient(int port) {
        this.port = port;
    }

    /** Signed in as an administrator who is made for it, unless there is somebody of the name. */
    public static ConsoleClient signedIn(int port, JdbcClient jdbc, String name)
            throws IOException, InterruptedException {
        return signedIn(port, jdbc, name, "ADMIN");
    }

    /** The same, for somebody with these roles. */
    public static ConsoleClient signedIn(int port, JdbcClient jdbc, String name, String... roles)
            throws IOException, InterruptedException {
        jdbc.sql("""
                        with made as (
                            insert into app_user (username, password_hash, created_at)
                            values (?, '{noop}correct horse battery', now()) on conflict do nothing returning username
                        )
                        insert into app_user_role (username, role) select username, unnest(cast(? as text[])) from made
                        """).params(name, roles).update();
        ConsoleClient console = new ConsoleClient(port);
        HttpResponse<String> answer = console.post(
                "/api/session", "{\"username\":\"%s\",\"password\":\"correct horse battery\"}".formatted(name));
        if (answer.statusCode() != 204) {
            throw new AssertionError("Cannot sign in: " + answer);
        }
        return console;
    }

    /** From now on as a foreign page would call. */
    public ConsoleClient withoutToken() {
        sendsToken = false;
        return this;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    /** Lines as they come, until the server ends. */
    public HttpResponse<Stream<String>> follow(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofLines());
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return change("POST", path, json);
    }

    public HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return change("PUT", path, json);
    }

    public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return change("DELETE", path, "");
    }

    /** A body as it is, with headers: name, value, name, value … */
    public HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        if (token().isEmpty()) {
            get("/api/session");
        }
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token())
                .method(method, BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** A file, as a form of a page has it in the part {@code file}. */
    public HttpResponse<byte[]> upload(String path, String filename, byte[] bytes)
            throws IOException, InterruptedException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(filename)
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send("POST", path, form.toByteArray(), "Content-Type", "multipart/form-data; boundary=edge");
    }

    private HttpResponse<String> change(String method, String path, String json)
            throws IOException, InterruptedException {
        if (token().isEmpty()) {
            get("/api/session");
        }
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
        if (sendsToken) {
            request.header("X-XSRF-TOKEN", token());
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}

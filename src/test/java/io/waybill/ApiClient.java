package io.waybill;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A program with an API key. */
final class ApiClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final String key;

    private ApiClient(int port, String key) {
        this.port = port;
        this.key = key;
    }

    /** One with a key that {@code console} makes for it. */
    static ApiClient with(int port, ConsoleClient console, String name, String... scopes)
            throws IOException, InterruptedException {
        String wanted = Arrays.stream(scopes).map(scope -> "\"" + scope + "\"").collect(Collectors.joining(","));
        HttpResponse<String> made =
                console.post("/api/v1/api-keys", "{\"name\": \"%s\", \"scopes\": [%s]}".formatted(name, wanted));
        if (made.statusCode() != 201) {
            throw new AssertionError("No key: " + made.body());
        }
        return new ApiClient(port, Json.read(made.body()).path("secret").asText());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return HTTP.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String idempotencyKey, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                request(path)
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    static String detail(HttpResponse<String> answer) {
        return body(answer).path("detail").asText();
    }

    static JsonNode body(HttpResponse<String> answer) {
        return Json.read(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }
}

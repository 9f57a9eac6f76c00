package io.waybill.posted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostedJsonTest {

    private static final ObjectMapper JSON = PostedJson.reader(new ObjectMapper());

    record Line(String id, @Nullable Map<String, String> options) {}

    record Body(
            @Nullable String note,
            @Nullable List<Line> items,
            @Nullable JsonNode more) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'note': 'x!u0000'}",
                "{'note': '!ud83d'}",
                "{'note': '!ude00!ud83d'}",
                "{'items': [{'id': 'P-1'}, {'id': 'P-2!u0000'}]}",
                "{'items': [{'id': 'P-1', 'options': {'Size!u0000': 'L'}}]}",
                "{'items': [{'id': 'P-1', 'options': {'Size': '!ud83d!ud83d'}}]}",
                "{'more': {'deep': [['!u0000']]}}",
                "{'nobody': {'asked': '!u0000'}, 'note': 'x'}"
            })
    void refusesTextThatNoTableCouldLookInto(String body) {
        String json = body.replace('\'', '"').replace('!', '\\');
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);

        assertThat(refused(() -> JSON.readValue(bytes, Body.class))).isPresent();
        assertThat(refused(() -> JSON.readValue(new ByteArrayInputStream(bytes), Body.class)))
                .isPresent();
        assertThat(refused(() -> JSON.readValue(new StringReader(json), Body.class)))
                .isPresent();
        assertThat(refused(() -> JSON.readTree(bytes))).isPresent();
    }

    private static Optional<PostedJson.Unstorable> refused(ThrowingCallable reading) {
        return PostedJson.Unstorable.in(catchThrowable(reading));
    }

    @Test
    void saysWhereItStands() {
        byte[] body = "{\"items\": [{\"id\": \"a\\u0000\"}]}".getBytes(StandardCharsets.UTF_8);

        assertThat(refused(() -> JSON.readValue(body, Body.class)).orElseThrow())
                .hasMessageStartingWith("The text at /items/0/id has the character U+0000");
    }

    @Test
    void takesEverythingElseAsItIs() throws Exception {
        String text = "Zoë \uD83D\uDE00 京東\n\t\u0001 \\u0000";

        Body body = JSON.readValue(JSON.writeValueAsBytes(new Body(text, List.of(), null)), Body.class);

        assertThat(body.note()).isEqualTo(text);
    }
}

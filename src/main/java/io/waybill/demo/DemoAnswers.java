package io.waybill.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.DigestUtils;

/** Executes a request once for each {@code Idempotency-Key} and gives the same answer ever after. */
final class DemoAnswers {

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final ObjectMapper json;

    DemoAnswers(JdbcClient db, TransactionOperations transaction, ObjectMapper json) {
        this.db = db;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * @param request what is asked for, to notice a key that is used for something else
     * @param execute does it, in a transaction with the note that it was done
     */
    String once(@Nullable String key, String request, Supplier<?> execute) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (key == null) {
                return write(execute.get());
            }
            String fingerprint = DigestUtils.md5DigestAsHex(request.getBytes(StandardCharsets.UTF_8));
            // A second request with the same key waits here until the first has committed.
            boolean first =
                    db.sql("insert into demo_erp.answers (key, fingerprint) values (?, ?) on conflict do nothing")
                                    .params(key, fingerprint)
                                    .update()
                            == 1;
            if (!first) {
                return known(key, fingerprint);
            }
            String body = write(execute.get());
            db.sql("update demo_erp.answers set body = ? where key = ?")
                    .params(body, key)
                    .update();
            return body;
        }));
    }

    private String known(String key, String fingerprint) {
        Answer answer = db.sql("select fingerprint, body from demo_erp.answers where key = ?")
                .param(key)
                .query(Answer.class)
                .single();
        if (!answer.fingerprint().equals(fingerprint)) {
            throw new Refusal(422, "The Idempotency-Key %s was used for another request.".formatted(key));
        }
        return answer.body();
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Answer(String fingerprint, String body) {}
}

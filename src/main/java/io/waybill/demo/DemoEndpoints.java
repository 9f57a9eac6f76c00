package io.waybill.demo;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** How the demo ERP answers: a write once for each key, a refusal with its sentence. */
abstract class DemoEndpoints {

    static final String KEY = "Idempotency-Key";

    private final DemoAnswers answers;

    DemoEndpoints(DemoAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<Wire.Message> refused(Refusal refusal) {
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Wire.Message(String.valueOf(refusal.getMessage())));
    }

    final ResponseEntity<String> once(@Nullable String key, String request, Supplier<?> execute) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answers.once(key, request, execute));
    }
}

package io.waybill.setting;

import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why settings are not saved. */
@RestControllerAdvice
class SettingProblems {

    /** {@code errors} says what is wrong where. */
    @ExceptionHandler
    ProblemDetail wrong(WrongSetting e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "\"%s\" %s".formatted(e.pointer().substring(1), e.problem()));
        problem.setProperty("errors", List.of(new FieldError(e.pointer(), "It " + e.problem())));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail changedMeanwhile(ChangedMeanwhile e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, Objects.requireNonNull(e.getMessage()));
    }

    record FieldError(String pointer, String message) {}
}

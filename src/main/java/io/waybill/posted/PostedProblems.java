package io.waybill.posted;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what is wrong with a body, before others take it for JSON that is broken. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PostedProblems {

    @ExceptionHandler
    ProblemDetail unstorable(PostedJson.Unstorable e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
    }
}

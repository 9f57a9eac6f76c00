package io.waybill.chat;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why something cannot be said or done in a chat, as callers are told. */
@RestControllerAdvice(basePackageClasses = ChatProblems.class)
class ChatProblems {

    @ExceptionHandler
    ProblemDetail cannotSay(CannotSay e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                e.passes() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
        e.hold().ifPresent(held -> {
            problem.setProperty("serviceId", held.serviceId());
            problem.setProperty("askToRenew", held.askToRenew());
            problem.setProperty("close", held.close());
        });
        return problem;
    }

    @ExceptionHandler
    ProblemDetail takenBy(TakenBy e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        problem.setProperty("assignee", e.assignee());
        return problem;
    }
}

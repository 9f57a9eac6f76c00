package io.waybill.checkout;

import io.waybill.catalog.Pricing;
import io.waybill.inbox.LocalNumbers;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Why an order is not taken, for the programs that post them. */
@RestControllerAdvice(assignableTypes = {CheckoutController.class, AssistantController.class})
class CheckoutProblems {

    @ExceptionHandler
    ProblemDetail unfit(Unfit e) {
        return problem(e.isPassing() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY, e);
    }

    @ExceptionHandler
    ProblemDetail otherOrder(Checkout.OtherOrder e) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, e);
    }

    @ExceptionHandler
    ProblemDetail otherTotal(OtherTotal e) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, e);
        problem.setProperty("expected_total", e.expected());
        problem.setProperty("total", e.quote().total());
        problem.setProperty("currency", e.quote().currency());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notSold(Pricing.NotSold e) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, e);
    }

    @ExceptionHandler
    ProblemDetail erpAway(Pricing.ErpAway e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Nothing was done, since the ERP does not answer: %s Try again, an order with the same Idempotency-Key."
                        .formatted(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail notANumber(LocalNumbers.NotANumber e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY, "\"customer.phone\": " + Objects.requireNonNull(e.getMessage()));
    }

    private static ProblemDetail problem(HttpStatus status, RuntimeException e) {
        return ProblemDetail.forStatusAndDetail(status, Objects.requireNonNull(e.getMessage()));
    }
}

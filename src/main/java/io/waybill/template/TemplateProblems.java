package io.waybill.template;

import io.waybill.template.TemplateEditor.NotPossible;
import io.waybill.template.TemplateEditor.Unfit;
import io.waybill.whatsapp.TemplateApi;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why a template was not made or changed. */
@RestControllerAdvice(assignableTypes = {TemplateController.class, TemplateDraftController.class})
class TemplateProblems {

    @ExceptionHandler
    ProblemDetail unfit(Unfit e) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
        problem.setProperty("findings", e.findings());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notPossible(NotPossible e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail refusedByMeta(TemplateApi.Refused e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, String.valueOf(e.getMessage()));
    }
}

package io.waybill.flow.lint;

/** Looks at a flow that loads for breaches of one rule, or of a few that belong together. */
sealed interface Check
        permits AvailabilityCheck,
                CommandCheck,
                ContractCheck,
                LimitCheck,
                NameCheck,
                OrderingCheck,
                OutcomeCheck,
                PathCheck,
                PhoneCheck,
                SummaryCheck,
                TemplateCheck,
                TranslationCheck {

    void check(Subject subject, Report report);
}

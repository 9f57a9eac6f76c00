package io.waybill.flow.lint;

/**
 * One place where a flow breaks a rule.
 *
 * @param pointer JSON Pointer of the place
 * @param line counted from 1
 * @param column counted from 1
 * @param message what is wrong and how to mend it
 */
public record Finding(Rule rule, Rule.Severity severity, String pointer, int line, int column, String message) {

    public boolean isError() {
        return severity == Rule.Severity.ERROR;
    }
}

package io.waybill.erp.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import java.util.regex.Pattern;

/** Values as literals of filter languages: whatever a value holds, it stays one value there. */
final class Literals {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    /** No quote, no bracket, no colon, no backslash: nothing an SQL-like filter could read as its own. */
    private static final Pattern HARMLESS = Pattern.compile("[\\p{L}\\p{M}\\p{N} _.@+-]*");
    /** A number, a GUID or a plain code. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]+");

    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private Literals() {}

    /** OData: text in quotes with its own quotes doubled; numbers and booleans as they are. */
    static String odata(JsonNode value, String source) {
        if (!value.isTextual()) {
            return bare(value, source);
        }
        if (CONTROL.matcher(value.textValue()).find()) {
            throw new Unfit("the value of %s holds a control character".formatted(source));
        }
        return "'" + value.textValue().replace("'", "''") + "'";
    }

    /** A filter in the manner of SQL whose way to escape a quote is not known: what would need one is refused. */
    static String sql(JsonNode value, String source) {
        if (!value.isTextual()) {
            return bare(value, source);
        }
        if (!HARMLESS.matcher(value.textValue()).matches()) {
            throw new Unfit(
                    "the value of %s holds characters that cannot stand in a filter of this ERP".formatted(source));
        }
        return "'" + value.textValue() + "'";
    }

    /** A key of OData without quotes around it. */
    static String key(JsonNode value, String source) {
        String text = value.isTextual() ? value.textValue() : bare(value, source);
        if (!KEY.matcher(text).matches()) {
            throw new Unfit(
                    "the value of %s is no key: only letters, digits and ._- may stand there".formatted(source));
        }
        return text;
    }

    /** OData 4: a GUID, a code or a time, which have no quotes around them there. */
    static String unquoted(JsonNode value, String source) {
        return value.isTextual() && TIME.matcher(value.textValue()).matches() ? value.textValue() : key(value, source);
    }

    private static String bare(JsonNode value, String source) {
        if (!value.isNumber() && !value.isBoolean()) {
            throw new Unfit("%s has no value".formatted(source));
        }
        return Json.text(value);
    }
}

package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"code": 100, "error_subcode": 2388040, "error_user_msg": "Too long."}   | A text is longer than Meta allows: shorten it. Meta says: Too long.
            {"code": 100, "error_subcode": 2388024, "message": "Invalid parameter"}  | There is a template of this name and language already: edit that one, or choose another name. Meta says: Invalid parameter
            {"code": 192, "error_user_msg": "Bad number."}                           | Meta does not know the phone number of the button: write it with country code. Meta says: Bad number.
            {"code": 100, "error_subcode": 1, "error_user_msg": "New rule."}         | Meta refused the template (100). Meta says: New rule.
            {"code": 80008}                                                          | The app has made too many calls to Meta this hour. (80008)
            {"code": 200}                                                            | The access token lacks a permission: templates need whatsapp_business_management (200).
            {"code": 190}                                                            | The access token is not valid: put a new one into waybill.whatsapp.access-token, or into its file. (190)
            {}                                                                       | Meta did not answer as Graph does (HTTP 502): try again later.
            """)
    void saysWhatToDoAboutARefusal(String error, String sentence) throws Exception {
        assertThat(TemplateErrors.sentence(new Fields(new JsonMapper().readTree(error)), 502))
                .isEqualTo(sentence);
    }
}

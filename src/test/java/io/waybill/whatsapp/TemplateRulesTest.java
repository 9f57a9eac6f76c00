package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRulesTest {

    private static final String BODY =
            "{'type':'BODY','text':'Order {{1}} is on its way to you.','example':{'body_text':[['SO-1']]}}";

    @Test
    void findsNothingWrongWithATemplateThatHasEverything() {
        assertThat(TemplateRules.check(template("'parameter_format':'NAMED','message_send_ttl_seconds':3600", """
                {'type':'HEADER','format':'TEXT','text':'Order {{number}}','example':{'header_text_named_params':[{'param_name':'number','example':'SO-1'}]}},
                {'type':'BODY','text':'Hi {{first_name}}, your parcel comes today. Please keep your phone at hand.',
                 'example':{'body_text_named_params':[{'param_name':'first_name','example':'Amina'}]}},
                {'type':'FOOTER','text':'Demo Store'},
                {'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Thank you'},{'type':'QUICK_REPLY','text':'Not today'},
                 {'type':'URL','text':'Track','url':'https://shop.test/t/{{1}}','example':['SO-1']},
                 {'type':'PHONE_NUMBER','text':'Call us','phone_number':'+15550100001'}]}
                """)))
                .isEmpty();
    }

    /** 002-31: what Meta rejects is named before it is submitted: lengths, places of variables, samples; hints are below. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'BODY','text':'{{1}} is here for you now','example':{'body_text':[['a']]}}                  | body     | at the very beginning or end
            {'type':'BODY','text':'Here for you is {{1}}','example':{'body_text':[['a']]}}                      | body     | at the very beginning or end
            {'type':'BODY','text':'Hi {{1}} {{2}}, it is here for you now','example':{'body_text':[['a','b']]}}  | body     | Two variables touch
            {'type':'BODY','text':'Hi {{1}}, it is here'}                                                       | body.1   | and {{1}} has none
            {'type':'BODY','text':'Hi {{ 1 }}, it is here'}                                                     | body     | no spaces
            {'type':'BODY','text':'Hi {{name}}, it is here','example':{'body_text':[['a']]}}                    | body     | set parameter_format to NAMED
            {'type':'BODY','text':'A {{1}} b {{2}} c {{3}} d','example':{'body_text':[['a','b','c']]}}          | -        | -
            {'type':'BODY','text':'{{1}}, {{2}}, {{3}}: x','example':{'body_text':[['a','b','c']]}}             | body     | too many for 1 words
            {'type':'FOOTER','text':'for {{1}}'}                                                                | footer   | has no variables
            {'type':'HEADER','format':'TEXT','text':'*Order*'}                                                  | header   | none of * _ ~ `
            {'type':'HEADER','format':'TEXT','text':'{{1}} {{2}}','example':{'header_text':['a','b']}}          | header   | one variable at most
            {'type':'HEADER','format':'DOCUMENT'}                                                               | header   | example of the file
            {'type':'HEADER','format':'GIF','example':{'header_handle':['4::x']}}                               | header   | Only a marketing template has a GIF
            {'type':'CAROUSEL','cards':[]}                                                                      | components | does not know components of the type CAROUSEL
            """)
    void namesTheMistake(String component, String field, String sentence) {
        List<TemplateFinding> errors =
                errors(template("'a':1", component.contains("BODY") ? component : component + "," + BODY));

        if (field.equals("-")) {
            assertThat(errors).isEmpty();
        } else {
            assertThat(errors).anySatisfy(error -> {
                assertThat(error.field()).isEqualTo(field);
                assertThat(error.sentence()).contains(sentence);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'QUICK_REPLY','text':'A'},{'type':'PHONE_NUMBER','text':'B','phone_number':'+15550100001'},{'type':'QUICK_REPLY','text':'C'} | Quick replies stand together
            {'type':'URL','text':'A','url':'https://a.test'},{'type':'URL','text':'B','url':'https://b.test'},{'type':'URL','text':'C','url':'https://c.test'} | at most 2 of the kind URL, not 3
            {'type':'PHONE_NUMBER','text':'A','phone_number':'+15550100001'},{'type':'PHONE_NUMBER','text':'B','phone_number':'+15550100002'} | at most 1 of the kind PHONE_NUMBER
            {'type':'URL','text':'A','url':'https://a.test/{{1}}/b','example':['x']}   | at its end
            {'type':'URL','text':'A','url':'https://a.test/{{1}}'}                     | give "example"
            {'type':'URL','text':'A','url':'ftp://a.test'}                             | begins with https://
            {'type':'URL','text':'A','url':'https://{{1}}','example':['x']}            | a fixed host
            {'type':'PHONE_NUMBER','text':'A','phone_number':'call me'}                | number with country code
            {'type':'QUICK_REPLY','text':'abcdefghijklmnopqrstuvwxyz'}                 | 1 to 25 characters, not 26
            {'type':'QUICK_REPLY','text':'Yes'},{'type':'QUICK_REPLY','text':'Yes'}    | No two buttons have the same title
            {'type':'COPY_CODE','example':'0123456789ABCDEF'}                          | at most 15 characters
            {'type':'SHOUT','text':'A'}                                                | no button of the type SHOUT
            """)
    void namesTheButtonThatMetaWouldRefuse(String buttons, String sentence) {
        assertThat(errors(template("'a':1", BODY + ",{'type':'BUTTONS','buttons':[" + buttons + "]}")))
                .anySatisfy(error -> {
                    assertThat(error.field()).startsWith("button");
                    assertThat(error.sentence()).contains(sentence);
                });
    }

    @Test
    void countsButtons() {
        String eleven = "{'type':'QUICK_REPLY','text':'%d'},".repeat(11).replaceAll(",$", "");
        Object[] titles = IntStream.range(0, 11).boxed().toArray();

        assertThat(errors(template("'a':1", BODY + ",{'type':'BUTTONS','buttons':[" + eleven.formatted(titles) + "]}")))
                .extracting(TemplateFinding::sentence)
                .contains("There are at most 10 buttons, not 11.");
    }

    @ParameterizedTest
    @CsvSource({
        "'name':'Order', name",
        "'language':'english', language",
        "'category':'NEWS', category",
        "'message_send_ttl_seconds':5, message_send_ttl_seconds"
    })
    void namesWhatIsWrongAroundTheWords(String property, String field) {
        assertThat(errors(template(property, BODY)))
                .extracting(TemplateFinding::field)
                .containsExactly(field);
    }

    @Test
    void boundsTheWords() {
        String component = "{'type':'%s','format':'TEXT','text':'%s'}";

        assertThat(errors(template("'a':1", component.formatted("BODY", "x".repeat(1025)))))
                .hasSize(1);
        assertThat(errors(template("'a':1", component.formatted("BODY", "x".repeat(1024)))))
                .isEmpty();
        assertThat(errors(template("'a':1", BODY + "," + component.formatted("FOOTER", "x".repeat(61)))))
                .hasSize(1);
        assertThat(errors(template("'a':1", BODY + "," + component.formatted("HEADER", "x".repeat(61)))))
                .hasSize(1);
    }

    @Test
    void refusesASecondTemplateOfThatNameOrThoseWords() {
        MetaTemplate there = template("'a':1", BODY);

        assertThat(TemplateRules.check(there, List.of(there)))
                .extracting(TemplateFinding::field)
                .containsExactly("name");
        assertThat(TemplateRules.check(template("'name':'order_other'", BODY), List.of(there)))
                .extracting(TemplateFinding::field)
                .containsExactly("body");
        assertThat(TemplateRules.check(
                        template("'name':'order_other'", BODY + ",{'type':'FOOTER','text':'x'}"), List.of(there)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Only today: 20% off, buy now and save a lot.",
                "Follow it at https://bit.ly/abc please.",
                "PLEASE READ THIS NOW and answer.",
                "One.\\n\\n\\n\\nTwo.",
                "Ваш заказ уже в пути к вам."
            })
    void flagsKnownCausesOfRejectionWithoutForbiddingThem(String body) {
        List<TemplateFinding> findings =
                TemplateRules.check(template("'a':1", "{'type':'BODY','text':'" + body + "'}"));

        assertThat(findings).isNotEmpty().noneMatch(TemplateFinding::isError);
    }

    private static List<TemplateFinding> errors(MetaTemplate template) {
        return TemplateRules.check(template).stream()
                .filter(TemplateFinding::isError)
                .toList();
    }

    /** @param properties that come on top, or in place, of right ones */
    private static MetaTemplate template(String properties, String components) {
        String json = "{'name':'order_shipped','language':'en','category':'UTILITY',%s,'components':[%s]}"
                .formatted(properties, components)
                .replace('\'', '"');
        try {
            return MetaTemplate.read(new JsonMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}

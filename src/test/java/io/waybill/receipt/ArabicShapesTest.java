package io.waybill.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ArabicShapesTest {

    /** Letters of Arabic and of Latin, and what stands between words. ICU leaves those of Persian and Urdu as they are. */
    private static final String CHARACTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي 16،.()Ab";

    @Property
    void areThoseOfIcu(@ForAll("texts") String text) throws ArabicShapingException {
        ArabicShaping icu = new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK);

        assertThat(ArabicShapes.shape(text)).isEqualTo(icu.shape(text));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars(CHARACTERS.toCharArray()).ofMaxLength(40);
    }

    @Test
    void vowelsDoNotPartLetters() {
        assertThat(ArabicShapes.shape("م\u064fح\u064eم\u0651\u064eد"))
                .isEqualTo("\ufee3\u064f\ufea4\u064e\ufee4\u0651\u064e\ufeaa");
    }

    @Test
    void aNonJoinerPartsLetters() {
        assertThat(ArabicShapes.shape("می\u200cخ")).isEqualTo("\ufee3\ufbfd\u200c\ufea5");
    }

    @Test
    void shapesGoBackToTheirLettersAndNothingElseDoes() {
        assertThat(ArabicShapes.unshape("\ufefb")).isEqualTo("لا");
        assertThat(ArabicShapes.unshape("½")).isEqualTo("½");
    }
}

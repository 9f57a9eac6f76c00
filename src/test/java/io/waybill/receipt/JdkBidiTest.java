package io.waybill.receipt;

import static com.openhtmltopdf.bidi.BidiSplitter.LTR;
import static com.openhtmltopdf.bidi.BidiSplitter.NEUTRAL;
import static com.openhtmltopdf.bidi.BidiSplitter.RTL;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Bidi;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JdkBidiTest {

    private final JdkBidi.Splitter splitter = new JdkBidi.Splitter();
    private final JdkBidi.Reorderer reorderer = new JdkBidi.Reorderer();

    @Property
    void writesWhatIcuWrites(@ForAll("texts") String text) {
        assertThat(reorderer.reorderRTLTextToLTR(text))
                .isEqualTo(new Bidi(text, Bidi.RTL).writeReordered(Bidi.DO_MIRRORING));
    }

    // Arabic letters turn a dash between the digits after them; runs are written one by one, so a bracket between the
    // two hides those letters from the digits.
    @Property
    void runsSideBySideAreTheWholeParagraph(@ForAll("textsWithoutDashes") String text) {
        assertThat(written(text, LTR)).isEqualTo(new Bidi(text, Bidi.LTR).writeReordered(Bidi.DO_MIRRORING));
    }

    @Provide
    Arbitrary<String> texts() {
        return textsOf("שלוםحقيبة 16(),.-Tea");
    }

    @Provide
    Arbitrary<String> textsWithoutDashes() {
        return textsOf("שלוםحقيبة 16(),.Tea");
    }

    private static Arbitrary<String> textsOf(String characters) {
        return Arbitraries.strings().withChars(characters.toCharArray()).ofMaxLength(30);
    }

    @Test
    void aParagraphGoesTheWayOfItsFirstLetter() {
        assertThat(splitter.getBaseDirection("16, רחוב")).isEqualTo(RTL);
        assertThat(splitter.getBaseDirection("16 Tea תה")).isEqualTo(LTR);
        assertThat(splitter.getBaseDirection("16, 4")).isEqualTo(NEUTRAL);
    }

    private String written(String text, byte direction) {
        splitter.setParagraph(text, direction);
        return IntStream.range(0, splitter.countTextRuns())
                .mapToObj(splitter::getVisualRun)
                .map(run -> {
                    String part = text.substring(run.getStart(), run.getStart() + run.getLength());
                    return run.getDirection() == RTL ? reorderer.reorderRTLTextToLTR(part) : part;
                })
                .collect(Collectors.joining());
    }
}

package io.waybill.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.message.FileType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cv.pdf|cv.pdf",
                "Lebenslauf Müller 2026.PDF|Lebenslauf Müller 2026.PDF",
                "السيرة الذاتية.pdf|السيرة الذاتية.pdf",
                "../../etc/passwd|passwd.pdf",
                "C:\\Users\\amina\\cv.pdf|cv.pdf",
                "cv.exe|cv.exe.pdf",
                "cv.pdf.exe|cv.pdf.exe.pdf",
                "  . cv.pdf . |cv.pdf",
                "a:b*c?.pdf|a_b_c_.pdf",
                ".pdf|pdf.pdf",
                "..|file.pdf",
                "'   '|file.pdf"
            })
    void keepsTheNameAndNothingElse(String hostile, String shown) {
        assertThat(DisplayName.of(hostile, FileType.PDF)).isEqualTo(shown);
    }

    @Test
    void dropsWhatNobodySees() {
        assertThat(DisplayName.of("cv\u202Efdp.exe", FileType.PDF)).isEqualTo("cvfdp.exe.pdf");
        assertThat(DisplayName.of("c\u0000v\r\n\u200B\uFEFF.pdf", FileType.PDF)).isEqualTo("cv.pdf");
        assertThat(DisplayName.of("cv\uD800.pdf", FileType.PDF)).isEqualTo("cv.pdf");
    }

    @Test
    void shortensWithoutLosingTheEnding() {
        assertThat(DisplayName.of("x".repeat(300) + ".docx", FileType.DOCX)).isEqualTo("x".repeat(100) + ".docx");
    }

    @Test
    void namesWhatHasNoName() {
        assertThat(DisplayName.of(null, FileType.JPEG)).isEqualTo("file.jpg");
    }

    @Property
    void isAlwaysANameThatCanBeSaved(@ForAll String hostile) {
        String shown = DisplayName.of(hostile, FileType.PDF);

        assertThat(shown).endsWithIgnoringCase(".pdf").hasSizeLessThanOrEqualTo(204);
        assertThat(shown.chars()).noneMatch(c -> Character.isISOControl(c) || "/\\<>:\"|?*".indexOf(c) >= 0);
        assertThat(DisplayName.of(shown, FileType.PDF)).isEqualTo(shown);
    }
}

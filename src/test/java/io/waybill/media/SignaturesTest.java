package io.waybill.media;

import static io.waybill.media.SampleBytes.ascii;
import static io.waybill.media.SampleBytes.compound;
import static io.waybill.media.SampleBytes.openDocument;
import static io.waybill.media.SampleBytes.zip;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.message.FileType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    @Test
    void tellsOfficeFilesByWhatStandsInTheirDirectories() throws Exception {
        assertThat(type(SampleBytes.docx())).isEqualTo(FileType.DOCX);
        assertThat(type(zip("xl/workbook.xml", "[Content_Types].xml"))).isEqualTo(FileType.XLSX);
        assertThat(type(zip("[Content_Types].xml", "ppt/presentation.xml"))).isEqualTo(FileType.PPTX);
        assertThat(type(openDocument("application/vnd.oasis.opendocument.text")))
                .isEqualTo(FileType.ODT);
        assertThat(type(compound("Root Entry", "1Table", "WordDocument"))).isEqualTo(FileType.DOC);
        assertThat(type(compound("Root Entry", "A", "B", "C", "D", "E", "F", "G", "WordDocument")))
                .isEqualTo(FileType.DOC);
        assertThat(type(compound("Root Entry", "Workbook"))).isEqualTo(FileType.XLS);
        assertThat(type(compound("Root Entry", "PowerPoint Document"))).isEqualTo(FileType.PPT);
    }

    @Test
    void takesNoArchiveForADocument() throws Exception {
        assertThat(type(zip("setup.exe", "word/document.txt"))).isEqualTo(FileType.ZIP);
        assertThat(type(zip("word/document.xml"))).isEqualTo(FileType.ZIP);
        assertThat(type(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEqualTo(FileType.ZIP);
        assertThat(type(compound("Root Entry", "\u0001Msi"))).isEqualTo(FileType.OTHER);
        assertThat(type(ascii("PK\u0003\u0004", 500))).isEqualTo(FileType.ZIP);
    }

    @Test
    void findsADirectoryBehindALongComment() {
        byte[] docx = SampleBytes.docx();
        byte[] commented = Arrays.copyOf(docx, docx.length + 60_000);
        commented[docx.length - 2] = (byte) (60_000 & 0xff);
        commented[docx.length - 1] = (byte) (60_000 >> 8);

        assertThat(type(commented)).isEqualTo(FileType.DOCX);
    }

    @Test
    void tellsPdfPicturesAndSound() throws Exception {
        assertThat(type(SampleBytes.pdf(300))).isEqualTo(FileType.PDF);
        assertThat(type(ascii("\u00ef\u00bb\u00bf\r\n%PDF-1.4", 300))).isEqualTo(FileType.PDF);
        assertThat(type(ascii("{\\rtf1", 20))).isEqualTo(FileType.RTF);
        assertThat(type(ascii("\u00ff\u00d8\u00ff\u00e0", 20))).isEqualTo(FileType.JPEG);
        assertThat(type(ascii("\u0089PNG\r\n\u001a\n", 20))).isEqualTo(FileType.PNG);
        assertThat(type(ascii("GIF89a", 20))).isEqualTo(FileType.GIF);
        assertThat(type(ascii("RIFF\0\0\0\0WEBPVP8 ", 20))).isEqualTo(FileType.WEBP);
        assertThat(type(ascii("\0\0\0\u0018ftypheic", 30))).isEqualTo(FileType.HEIC);
        assertThat(type(ascii("\0\0\0\u0018ftypisom", 30))).isEqualTo(FileType.MP4);
        assertThat(type(ascii("\0\0\0\u0018ftyp3gp5", 30))).isEqualTo(FileType.THREE_GP);
        assertThat(type(ascii("\0\0\0\u0018ftypM4A ", 30))).isEqualTo(FileType.M4A);
        assertThat(type(ascii("OggS", 30))).isEqualTo(FileType.OGG);
        assertThat(type(ascii("#!AMR\n", 30))).isEqualTo(FileType.AMR);
        assertThat(type(ascii("ID3", 30))).isEqualTo(FileType.MP3);
        assertThat(type(ascii("\u00ff\u00fb", 30))).isEqualTo(FileType.MP3);
    }

    @Test
    void tellsTextFromAnythingElse() {
        assertThat(type("Amina Wanjiku\nNairobi, قهوة ☕\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileType.TEXT);
        assertThat(type("é".repeat(5_000).getBytes(StandardCharsets.UTF_8))).isEqualTo(FileType.TEXT);
        assertThat(type(("x" + "é".repeat(5_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileType.TEXT);
        assertThat(type("a\0b".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileType.OTHER);
        assertThat(type(ascii("MZ\u0090\0", 500))).isEqualTo(FileType.OTHER);
        assertThat(type("Text".getBytes(StandardCharsets.UTF_16))).isEqualTo(FileType.OTHER);
        assertThat(type(new byte[0])).isEqualTo(FileType.OTHER);
    }

    @Property
    void survivesEveryFile(@ForAll byte[] bytes, @ForAll boolean zip) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(zip ? new byte[] {'P', 'K', 3, 4} : compound("Root Entry"));
        file.write(bytes);

        assertThat(type(file.toByteArray())).isNotNull();
        byte[] mangled = compound("Root Entry", "WordDocument");
        for (int i = 0; i < bytes.length && i + 8 < mangled.length; i++) {
            mangled[8 + i] = bytes[i];
        }
        assertThat(type(mangled)).isNotNull();
    }

    private static FileType type(byte[] file) {
        return Signatures.typeOf(new Signatures.Bytes() {
            @Override
            public long size() {
                return file.length;
            }

            @Override
            public byte[] at(long offset, int length) {
                return offset < 0 || offset >= file.length
                        ? new byte[0]
                        : Arrays.copyOfRange(file, (int) offset, (int) Math.min(file.length, offset + length));
            }
        });
    }
}

package io.waybill.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.message.FileType;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ImageCheckTest {

    @Test
    void takesJpegAndPngAndReadsTheirDimensions() {
        assertThat(ImageCheck.of(SampleBytes.jpeg(64, 48)))
                .isEqualTo(new ImageCheck.Checked.Fit(FileType.JPEG, 64, 48));
        assertThat(ImageCheck.of(SampleBytes.png(640, 480)))
                .isEqualTo(new ImageCheck.Checked.Fit(FileType.PNG, 640, 480));
        assertThat(ImageCheck.of(SampleBytes.picture("png", BufferedImage.TYPE_INT_ARGB, 3, 5)))
                .isEqualTo(new ImageCheck.Checked.Fit(FileType.PNG, 3, 5));
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(reason(Arrays.copyOf(SampleBytes.jpeg(8, 8), 6 * 1024 * 1024)))
                .isEqualTo("The picture has 6.0 MB, and WhatsApp takes 5 MB at most. Make it smaller.");
    }

    @Test
    void refusesOtherTypesByTheirBytes() {
        assertThat(reason(SampleBytes.webp())).contains("image/webp", "JPEG and PNG only");
        assertThat(reason(SampleBytes.ascii("GIF89a", 300))).contains("image/gif");
        assertThat(reason(SampleBytes.pdf(300))).contains("application/pdf");
        assertThat(reason(new byte[0])).contains("no picture");
        assertThat(reason(new byte[] {0, 1, 2})).contains("no picture");
    }

    @Test
    void refusesWhatIsCutOffAnywhere() {
        for (byte[] whole : new byte[][] {SampleBytes.jpeg(40, 30), SampleBytes.png(40, 30)}) {
            for (int length = 10; length < whole.length - 4; length += 7) {
                assertThat(reason(Arrays.copyOf(whole, length))).contains("cut off");
            }
        }
    }

    @Test
    void refusesColoursThatWhatsAppDoesNotShow() {
        assertThat(reason(SampleBytes.picture("png", BufferedImage.TYPE_BYTE_GRAY, 8, 8)))
                .contains("gray");
        assertThat(reason(SampleBytes.picture("png", BufferedImage.TYPE_BYTE_INDEXED, 8, 8)))
                .contains("palette");
        assertThat(reason(SampleBytes.picture("png", BufferedImage.TYPE_USHORT_GRAY, 8, 8)))
                .contains("16 bits");
        assertThat(reason(SampleBytes.picture("jpeg", BufferedImage.TYPE_BYTE_GRAY, 8, 8)))
                .contains("gray");
    }

    @Test
    void refusesPicturesThatMove() {
        byte[] still = SampleBytes.png(8, 8);
        byte[] moving = new byte[still.length + 20];
        int afterHeader = 33;
        System.arraycopy(still, 0, moving, 0, afterHeader);
        byte[] chunk = {0, 0, 0, 8, 'a', 'c', 'T', 'L', 0, 0, 0, 2, 0, 0, 0, 0, 1, 2, 3, 4};
        System.arraycopy(chunk, 0, moving, afterHeader, chunk.length);
        System.arraycopy(still, afterHeader, moving, afterHeader + chunk.length, still.length - afterHeader);

        assertThat(reason(moving)).contains("moves");
    }

    private static String reason(byte[] bytes) {
        return ((ImageCheck.Checked.Unfit) ImageCheck.of(bytes)).reason();
    }
}

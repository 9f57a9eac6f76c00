package io.waybill.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.waybill.home.Misconfigured;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatLinkTest {

    private static final int SCALE = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                /** 003-01: emoji, ampersand, hash and line break come through. */
                "",
                "Hello",
                "2 x Tea & sugar #1\nto 50% + \"quotes\" <b>",
                "😀👍🏽 चाय ☕ é",
                "a=b&c=d?e/f;g:h@i,j",
                "\t \\ ' `"
            })
    void opensTheChatWithExactlyThisText(String text) throws Exception {
        ChatLink link = ChatLink.of("254711000000", text, "Chat");

        URI uri = URI.create(link.link());
        assertThat(uri.getHost()).isEqualTo("wa.me");
        assertThat(uri.getPath()).isEqualTo("/254711000000");
        assertThat(uri.getRawQuery()).startsWith("text=").doesNotContain("+", "&", "#");
        assertThat(URLDecoder.decode(uri.getRawQuery().substring("text=".length()), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(scanned(link.qr())).isEqualTo(link.link());
    }

    @Test
    void worksWithoutANumber() {
        assertThat(ChatLink.of("", "Hi there", "Chat").link()).isEqualTo("https://wa.me/?text=Hi%20there");
    }

    @Test
    void makesHtmlThatNoTextBreaksOutOf() {
        assertThat(ChatLink.of("1", "\"><script>", "a <b> & \"c\"").html())
                .isEqualTo("<a href=\"https://wa.me/1?text=%22%3E%3Cscript%3E\" target=\"_blank\" rel=\"noopener\">"
                        + "a &lt;b&gt; &amp; &quot;c&quot;</a>");
    }

    @Test
    void hasNoQrCodeForWhatIsTooLongForOne() {
        assertThat(ChatLink.of("1", "x".repeat(2_900), "Chat").qr()).startsWith("<svg");
        assertThat(ChatLink.of("1", "x".repeat(2_950), "Chat").qr()).isEmpty();
    }

    @Test
    void opensTheCatalogueOfTheNumber() {
        assertThat(ChatLink.catalogue("254711000000", "Our goods"))
                .extracting(ChatLink::text, ChatLink::link)
                .containsExactly("", "https://wa.me/c/254711000000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 20})
    void isScannedFromPaperToo(int module) throws Exception {
        String link =
                ChatLink.of("254711000000", "Hello, is there coffee?", "Chat").link();

        BufferedImage png = ImageIO.read(
                new ByteArrayInputStream(QrCode.of(link).orElseThrow().png(module)));

        int size = png.getWidth();
        assertThat(size % module).isZero();
        assertThat(scanned(size, png.getRGB(0, 0, size, size, null, 0, size))).isEqualTo(link);
    }

    @Test
    void correctsAsManyErrorsAsItsSizeHasRoomFor() {
        String corrections = IntStream.rangeClosed(1, 60)
                .mapToObj(length -> QrCode.of("x".repeat(length)).orElseThrow())
                .map(code -> code.correction().name())
                .collect(Collectors.joining());

        assertThat(corrections)
                .isEqualTo("HHHHHHH" + "QQQQ" + "MMM" + "QQQQQQ" + "MMMMMM" + "QQQQQQ" + "M".repeat(10) + "QQQQ"
                        + "M".repeat(14));
        assertThat(QrCode.of("x".repeat(2_900)).orElseThrow().correction()).isEqualTo(ErrorCorrectionLevel.L);
    }

    @Test
    void isTheSameLinkWithAndWithoutItsCode() {
        assertThat(new ChatLinks("254711000000").to("My order #O:A & B"))
                .isEqualTo(ChatLink.of("254711000000", "My order #O:A & B", "Order")
                        .link())
                .isEqualTo("https://wa.me/254711000000?text=My%20order%20%23O%3AA%20%26%20B");
    }

    @Test
    void takesTheNumberAsPeopleWriteIt() {
        assertThat(new LinkProperties("+254 (711) 000-000").digits()).isEqualTo("254711000000");
        assertThat(new LinkProperties(" ").digits()).isEmpty();
        assertThatThrownBy(() -> new LinkProperties("0711000000").digits())
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("waybill.links.phone-number")
                .hasMessageContaining("0711000000");
    }

    /** What a phone's camera reads. */
    private static String scanned(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"").matcher(svg);
        assertThat(box.find()).isTrue();
        int size = Integer.parseInt(box.group(1)) * SCALE;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xffffff);
        Matcher module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (module.find()) {
            for (int i = 0; i < SCALE * SCALE; i++) {
                int x = Integer.parseInt(module.group(1)) * SCALE + i % SCALE;
                int y = Integer.parseInt(module.group(2)) * SCALE + i / SCALE;
                pixels[y * size + x] = 0;
            }
        }
        return scanned(size, pixels);
    }

    private static String scanned(int size, int[] pixels) throws Exception {
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(size, size, pixels))),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}

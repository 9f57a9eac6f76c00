package io.waybill.receipt;

import static io.waybill.receipt.Receipts.*;

import io.waybill.receipt.Receipt.*;
import java.awt.*;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.*;
import java.util.*;
import java.util.List;
import java.util.stream.*;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class LooksTest {
    static final Path OUT = Path.of("/tmp/r-receipt/png");
    static ReceiptRenderer r = renderer();

    static void show(String name, Receipt receipt) throws Exception {
        long t = System.nanoTime();
        byte[] pdf = r.render(receipt);
        long ms = (System.nanoTime() - t) / 1000000;
        Files.write(OUT.resolve(name + ".pdf"), pdf);
        try (var d = Loader.loadPDF(pdf)) {
            var p = new PDFRenderer(d);
            System.out.println(name + " " + ms + " ms, " + pdf.length + " bytes, pages " + d.getNumberOfPages()
                    + " same=" + Arrays.equals(pdf, r.render(receipt)));
            for (int i = 0; i < Math.min(4, d.getNumberOfPages()); i++)
                ImageIO.write(
                        p.renderImageWithDPI(i, 130),
                        "png",
                        OUT.resolve(name + "-" + i + ".png").toFile());
        }
        System.out.println("   " + text(pdf));
    }

    static Picture pic(Color c, int w, int h, String t) throws Exception {
        var i = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        var g = i.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(c);
        g.fillRoundRect(0, 0, w, h, h / 3, h / 3);
        g.setColor(Color.WHITE);
        g.fillOval(h / 4, h / 4, h / 2, h / 2);
        var b = new java.io.ByteArrayOutputStream();
        ImageIO.write(i, "png", b);
        return new Picture(b.toByteArray());
    }

    @Test
    void look() throws Exception {
        Files.createDirectories(OUT);
        Picture logo = pic(new Color(20, 90, 60), 480, 160, "x"),
                a = pic(Color.ORANGE, 800, 600, ""),
                b = pic(Color.PINK, 300, 500, "");
        var branded = new Branding(
                Branding.Kind.ORDER,
                3,
                "Kasarani Stores",
                "Fresh every day",
                "Kasarani Road 12, Nairobi\nQuestions? Write to us on WhatsApp.",
                logo);
        show(
                "product",
                product(
                        branded,
                        "Amina Yusuf",
                        new Handover.Delivery("Beth House, Kasarani, House 16"),
                        "en",
                        new Line(
                                "Canvas bag",
                                List.of("Large", "Blue"),
                                2,
                                new BigDecimal("1600"),
                                new BigDecimal("3200"),
                                a),
                        new Line("Notebook, ruled", List.of(), 3, new BigDecimal("400"), new BigDecimal("1200"), b),
                        line("Pen", 1, "50")));
        show(
                "french",
                product(
                        branded,
                        "Élodie N’Guyễn",
                        new Handover.PickUp("Kasarani Road 12"),
                        "fr",
                        line("Sac en toile", 2, "1600", "Grand", "Bleu"),
                        line("Cœur d’artichaut", 12, "1234.5")));
        show(
                "service",
                service(
                        "en",
                        new Work("Consultation about the garden", "60 minutes", new BigDecimal("3500")),
                        new Work("Report", null, new BigDecimal("1050"))));
        show(
                "arabic",
                product(
                        "أمينة يوسف",
                        "شارع الملك فهد 16، عمارة Beth House، الطابق 3\nالرياض 12345",
                        line("حقيبة قماش كبيرة (زرقاء)", 2, "1600", "مقاس: L"),
                        line("دفتر مسطر 80 ورقة", 3, "400"),
                        line("کیک پسته چای گرم", 1, "20"),
                        line("لا إله الا الله مُحَمَّد", 1, "20")));
        var ar = product(
                branded,
                "أمينة يوسف",
                new Handover.Delivery("شارع الملك فهد 16"),
                "ar",
                line("حقيبة قماش كبيرة", 2, "1600"));
        show("arabic-page", ar);
        show(
                "hebrew",
                product(
                        "יוסף כהן",
                        "רחוב הרצל 16, דירה 4, תל אביב (קומה 2)",
                        line("תיק בד גדול", 2, "1600", "צבע: כחול"),
                        line("שָׁלוֹם", 1, "400"),
                        line("Tea תה ירוק 250g", 1, "99")));
        show(
                "scripts",
                product(
                        "Αλέξανδρος Владимир Ñandú Łódź Şişli",
                        "ถนนสุขุมวิท ที่อยู่ ซอย 16 น้ำ กรุงเทพฯ ผู้ใหญ่",
                        line("दिल्ली हिन्दी कृष्ण क्षेत्र र्क प्र", 1, "1"),
                        line("বাংলা ক্ষ কি কো", 1, "1"),
                        line("አዲስ አበባ", 1, "1"),
                        line("Հայաստան საქართველო", 1, "1"),
                        line("北京市 东京 日本語のテスト ひらがな カタカナ", 1, "1"),
                        line("臺北 서울특별시 강남구", 1, "1"),
                        line("Đường Nguyễn Huệ, Quận 1 ẹ́ ọ̀ ṣ", 1, "1"),
                        line("Pizza 🍕 home 🏠 👩‍👩‍👧 ❤️ 👍🏽 🇰🇪 final ffi fluffy", 1, "1"),
                        line("Unknown ᚠᚢ ཀ ꦲ end", 1, "1"),
                        line("<script>&\"'{{total}} </td></table>", 1, "1")));
        show(
                "long",
                product(
                        "Amina Yusuf",
                        "Beth House",
                        IntStream.rangeClosed(1, 60)
                                .mapToObj(i -> line(
                                        "Article number " + i
                                                + (i % 7 == 0
                                                        ? " with a very long description that certainly needs more than the one line it would like to have"
                                                        : ""),
                                        i,
                                        "99.5"))
                                .toArray(Line[]::new)));
        show(
                "names",
                product(
                        "Wolfeschlegelsteinhausenbergerdorff".repeat(4),
                        "x".repeat(150) + " " + "Beth House, Kasarani, ".repeat(10),
                        line(
                                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
                                        .repeat(2),
                                999999,
                                "99999999.99")));
        var rr = new Receipt[] {product("Amina Yusuf", "Beth House", line("A", 1, "2")), ar};
        for (var x : rr) {
            for (int i = 0; i < 40; i++) r.render(x);
            long t = System.nanoTime();
            for (int i = 0; i < 40; i++) r.render(x);
            System.out.println("avg ms " + (System.nanoTime() - t) / 40e6);
        }
    }
}

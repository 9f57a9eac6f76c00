package io.waybill.receipt;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import io.waybill.receipt.Receipt.Heading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/**
 * Writes a receipt as PDF; nothing else in the gateway makes PDFs.
 *
 * <p>The same receipt gives the same bytes: date and id of the file are the receipt's. It reads nothing but templates and fonts.
 */
public final class ReceiptRenderer {

    private static final String UNKNOWN_CHARACTER = "\ufffd";

    static {
        // It has handlers of its own, which would write around our log.
        XRLog.setLoggingEnabled(false);
    }

    private final ReceiptTemplates templates;
    private final ReceiptFonts fonts;
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    ReceiptRenderer(ReceiptTemplates templates, ReceiptFonts fonts) {
        this.templates = templates;
        this.fonts = fonts;
    }

    public byte[] render(Receipt receipt) {
        Document page = templates.fill(receipt);
        try (PDDocument pdf = new PDDocument()) {
            write(page, pdf);
            stamp(pdf, receipt.heading());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Document page, PDDocument pdf) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .withW3cDocument(page, null)
                .withProducer("Waybill")
                // For readers aloud; and no font is looked for on this machine.
                .usePdfUaAccessibility(true)
                .useReplacementText(UNKNOWN_CHARACTER)
                .useUnicodeBidiSplitter(JdkBidi.Splitter::new)
                .useUnicodeBidiReorderer(new JdkBidi.Reorderer())
                .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                .useExternalResourceAccessControl(
                        (address, type) -> address.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        for (Typeface font :
                fonts.of(ArabicShapes.shape(page.getDocumentElement().getTextContent()))) {
            builder.useFont(
                    () -> open(font),
                    font.family(),
                    font.weight(),
                    FontStyle.NORMAL,
                    true,
                    EnumSet.of(FSFontUseCase.FALLBACK_PRE));
        }
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    private static InputStream open(Typeface font) {
        try {
            return font.file().getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stamp(PDDocument pdf, Heading heading) {
        pdf.getDocumentInformation()
                .setCreationDate(GregorianCalendar.from(heading.at().atZone(heading.zone())));
        pdf.setDocumentId(heading.at().toEpochMilli());
        pdf.getDocumentCatalog().setLanguage(heading.language());
    }
}

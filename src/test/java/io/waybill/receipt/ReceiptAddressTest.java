package io.waybill.receipt;

import static io.waybill.receipt.Receipts.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.home.Home;
import io.waybill.receipt.Receipt.Handover;
import java.nio.file.Path;
import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Where to bring the goods, as the customer wrote it. */
class ReceiptAddressTest {

    private static final String WRITTEN =
            "aäçéñøšßžŁđẵệ ÁÖ ΑΩαωή АЯжёї 0189 ,.;:-/#()'\"&<>+°№ ሀበኢ Հայ ხაქ 京東都区町 ひらカタ 강남구서 ถนนซอย";

    private static final ReceiptRenderer RENDERER = Receipts.renderer();
    private static final ReceiptTemplates TEMPLATES = ReceiptTemplates.load(new Home(Path.of("")));

    @Property(tries = 60)
    void standsInThePdfCharacterByCharacter(@ForAll("addresses") String address) {
        String said = Receipts.text(RENDERER.render(product("Amina", address)));

        // Where a line ends is the page's affair.
        assertThat(withoutSpace(said)).contains("Deliveryto" + withoutSpace(address) + "Subtotal");
    }

    @Property(tries = 300)
    void isKeptWholeWhateverItIs(@ForAll @StringLength(min = 5, max = 400) String address) {
        Receipt.Product receipt = product("Amina", address);
        Document page = TEMPLATES.fill(receipt);

        assertThat(receipt.handover()).isEqualTo(new Handover.Delivery(address));
        assertThat(shown(page))
                .isEqualTo(Printable.text(address).replace("\r\n", "\n").replace('\r', '\n'));
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.strings()
                .withChars(WRITTEN.toCharArray())
                .ofMinLength(5)
                .ofMaxLength(400)
                .filter(address -> !address.isBlank());
    }

    /** What the address's own element holds. */
    private static String shown(Document page) {
        NodeList values = page.getElementsByTagName("dd");
        return values.item(values.getLength() - 1).getTextContent();
    }

    private static String withoutSpace(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\p{Z}]", "");
    }
}

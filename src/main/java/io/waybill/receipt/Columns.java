package io.waybill.receipt;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Tables of pages that run from right to left: the library lays out columns from left to right in any page. */
final class Columns {

    private Columns() {}

    static void reverse(Document page) {
        NodeList rows = page.getElementsByTagName("tr");
        for (int i = 0; i < rows.getLength(); i++) {
            reverse(rows.item(i));
        }
    }

    private static void reverse(Node row) {
        List<Node> cells = new ArrayList<>();
        while (row.getFirstChild() != null) {
            cells.add(row.removeChild(row.getFirstChild()));
        }
        cells.reversed().forEach(row::appendChild);
    }
}

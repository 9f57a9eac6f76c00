package io.waybill.whatsapp;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Titles of buttons and rows: short enough, never blank, no two alike. */
final class Titles {

    private Titles() {}

    /** @param full one line each and not blank */
    static List<String> fit(List<String> full, int max) {
        return numbered(withTheirEnds(full, max), max);
    }

    /** Two long names that begin alike often end differently: "… 5 kg", "… 10 kg". */
    private static List<String> withTheirEnds(List<String> full, int max) {
        List<String> cut = full.stream().map(title -> WireText.cut(title, max)).toList();
        Map<String, Integer> uses = new HashMap<>();
        cut.forEach(title -> uses.merge(key(title), 1, Integer::sum));
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < full.size(); i++) {
            boolean alone = uses.getOrDefault(key(cut.get(i)), 0) == 1;
            titles.add(alone ? cut.get(i) : WireText.cutMiddle(full.get(i), max));
        }
        return titles;
    }

    private static List<String> numbered(List<String> titles, int max) {
        Set<String> taken = new HashSet<>();
        List<String> unique = new ArrayList<>();
        for (String title : titles) {
            String candidate = title;
            for (int n = 2; !taken.add(key(candidate)); n++) {
                String number = " (" + n + ")";
                candidate = WireText.cut(title, max - number.length()) + number;
            }
            unique.add(candidate);
        }
        return unique;
    }

    private static String key(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}

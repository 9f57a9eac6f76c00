package io.waybill.receipt;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that runs from right to left, and numbers and names in it that do not, by the JDK's Unicode bidirectional algorithm.
 *
 * <p>The library's own module for this brings 15 MB of ICU along.
 */
final class JdkBidi {

    private JdkBidi() {}

    /** Divides a paragraph into runs of one direction. */
    static final class Splitter implements BidiSplitter {

        private List<BidiTextRun> runs = List.of();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            Bidi levels =
                    new Bidi(paragraph, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
            List<BidiTextRun> found = new ArrayList<>();
            int start = 0;
            for (int run = 0; run < levels.getRunCount(); run++) {
                int limit = levels.getRunLimit(run);
                byte runs = direction(levels, run);
                // The library puts runs side by side as the paragraph goes; a number in right-to-left text goes with
                // that text.
                if (run + 1 == levels.getRunCount() || runs != direction(levels, run + 1)) {
                    found.add(new BidiTextRun(start, limit - start, runs));
                    start = limit;
                }
            }
            runs = List.copyOf(found);
        }

        private static byte direction(Bidi levels, int run) {
            int level = levels.getRunLevel(run);
            return level > levels.getBaseLevel() ? opposite(levels.getBaseLevel()) : level % 2 == 1 ? RTL : LTR;
        }

        private static byte opposite(int level) {
            return level % 2 == 1 ? LTR : RTL;
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            return runs.get(run);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return paragraph
                    .codePoints()
                    .map(Character::getDirectionality)
                    .filter(direction ->
                            direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isRightToLeft(direction))
                    .mapToObj(direction -> isRightToLeft(direction) ? RTL : LTR)
                    .findFirst()
                    .orElse(NEUTRAL);
        }

        private static boolean isRightToLeft(int direction) {
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        }
    }

    /** Turns a run from right to left into what a printer writes from left to right. */
    static final class Reorderer implements BidiReorderer {

        private static final String BRACKETS = "()[]{}<>«»‹›";

        @Override
        public String reorderRTLTextToLTR(String text) {
            Bidi levels = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
            StringBuilder visual = new StringBuilder(text.length());
            for (int run = levels.getRunCount() - 1; run >= 0; run--) {
                String part = text.substring(levels.getRunStart(run), levels.getRunLimit(run));
                visual.append(levels.getRunLevel(run) % 2 == 1 ? reversed(part) : part);
            }
            return visual.toString();
        }

        private static String reversed(String text) {
            StringBuilder reversed = new StringBuilder(text.length());
            text.codePoints().map(Reorderer::mirrored).forEach(reversed::appendCodePoint);
            return reversed.reverse().toString();
        }

        private static int mirrored(int character) {
            int at = BRACKETS.indexOf(character);
            return at < 0 ? character : BRACKETS.charAt(at ^ 1);
        }

        @Override
        public String shapeText(String text) {
            return ArabicShapes.shape(text);
        }

        @Override
        public String deshapeText(String text) {
            return ArabicShapes.unshape(text);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}

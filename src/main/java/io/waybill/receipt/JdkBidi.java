package io.waybill.receipt;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/**
 * Text that runs from right to left, and numbers and names in it that do not, by the JDK's Unicode bidirectional algorithm.
 *
 * <p>The library's own module for this brings 15 MB of ICU along.
 */
final class JdkBidi {

    private JdkBidi() {}

    /** Divides a paragraph into runs of one direction. */
    static final class Splitter implements BidiSplitter {

        private Bidi runs = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

        @Override
        public void setParagraph(String paragraph, byte direction) {
            runs = new Bidi(paragraph, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        }

        @Override
        public int countTextRuns() {
            return runs.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int run) {
            int start = runs.getRunStart(run);
            return new BidiTextRun(start, runs.getRunLimit(run) - start, runs.getRunLevel(run) % 2 == 1 ? RTL : LTR);
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
            int[] characters = text.codePoints().toArray();
            StringBuilder reversed = new StringBuilder(text.length());
            for (int i = characters.length - 1; i >= 0; i--) {
                reversed.appendCodePoint(mirrored(characters[i]));
            }
            return reversed.toString();
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

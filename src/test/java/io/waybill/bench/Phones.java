package io.waybill.bench;

/** Phone numbers that exist in no run but this one; a run has its own thousand of thousands. */
final class Phones {
    private Phones() {}

    /** Digits without plus, as Meta writes them. */
    static String waId(int run, int contact) {
        return "2547%02d%06d".formatted(run % 100, contact);
    }
}

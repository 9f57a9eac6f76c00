package io.waybill.flow.simulate;

/** Something that cannot happen where the conversation stands, such as a tap on an option that is not there. */
public final class ImpossibleInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ImpossibleInput(String message) {
        super(message);
    }
}

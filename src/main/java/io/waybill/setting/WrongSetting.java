package io.waybill.setting;

import io.waybill.home.Misconfigured;

/** A setting that cannot be. In the configuration it stops the start and names the property; in the console it is said beside its field. */
public final class WrongSetting extends Misconfigured {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String problem;

    /**
     * @param property by which the configuration has it
     * @param pointer to it in the document of the API, such as /hours/monday
     * @param problem what is wrong with it, without its name, such as: must be longer than nothing.
     */
    public WrongSetting(String property, String pointer, String problem) {
        super("%s %s".formatted(property, problem));
        this.pointer = pointer;
        this.problem = problem;
    }

    /** Throws one unless {@code good}. */
    public static void unless(boolean good, String property, String pointer, String problem) {
        if (!good) {
            throw new WrongSetting(property, pointer, problem);
        }
    }

    String pointer() {
        return pointer;
    }

    String problem() {
        return problem;
    }
}

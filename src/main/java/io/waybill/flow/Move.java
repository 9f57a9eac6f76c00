package io.waybill.flow;

/** What a turn does next: each part of the engine answers with one of these, and {@link Walk} makes them. */
sealed interface Move {

    /** Nothing: the turn is over. */
    Move STAY = new Stay();

    record Enter(Step step) implements Move {}

    /** Says and asks what the step has to say and ask. */
    record Speak(Step step) implements Move {}

    /** Asks a question that stands already. */
    record AskAgain(Step step, Waiting.Question question) implements Move {}

    /** Does what the step does when all is said and answered. */
    record Conclude(Step step) implements Move {}

    record Go(Target target) implements Move {}

    /** The step went otherwise than well. */
    record Branch(Step step, Outcome outcome, String reason) implements Move {}

    /** The flow has no longer what the session stands at. */
    record Lost() implements Move {}

    record Stay() implements Move {}
}

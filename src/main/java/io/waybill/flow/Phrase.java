package io.waybill.flow;

/** What the engine itself says, where a flow says nothing. */
enum Phrase {
    WELCOME("How can we help you?", "Comment pouvons-nous vous aider ?"),
    CHOOSE("Please choose:", "Veuillez choisir :"),
    CHOOSE_BUTTON("Choose", "Choisir"),
    MORE("More", "Plus"),
    SEE_MORE("See more", "Voir la suite"),
    SHARE_NUMBER("Please share your number with the button below.", "Partagez votre numéro avec le bouton ci-dessous."),
    WELCOME_BACK(
            "Welcome back! Would you like to go on where you were?",
            "Heureux de vous revoir ! Voulez-vous reprendre où vous en étiez ?"),
    WELCOME_BACK_WITH_CART(
            "Welcome back! Your cart is kept. Would you like to go on where you were?",
            "Heureux de vous revoir ! Votre panier est conservé. Voulez-vous reprendre où vous en étiez ?"),
    CART_LEFT(
            "There is something in your cart. Would you like to go on where you were?",
            "Votre panier vous attend. Voulez-vous reprendre où vous en étiez ?"),
    CART_KEPT(
            "There is something in your cart. Write to us here to go on.",
            "Votre panier vous attend. Écrivez-nous ici pour continuer."),
    GO_ON("Continue", "Continuer"),
    START_OVER("Start over", "Recommencer"),
    LEAVE(
            "You have not finished here. Would you like to leave this for “%s”?",
            "Vous n’avez pas terminé ici. Voulez-vous passer à « %s » ?"),
    LEAVE_IT("Yes, leave this", "Oui, quitter"),
    STAY("No, go on here", "Non, continuer"),
    THIS_FIRST("Please answer this first:", "Répondez d’abord à ceci :"),
    FOUND("This is what we found:", "Voici ce que nous avons trouvé :"),
    STALE("That choice is from an earlier message.", "Ce choix vient d’un message précédent."),
    HIDDEN("Sorry, that is not available any more.", "Désolé, ce n’est plus disponible."),
    NOT_UNDERSTOOD("Sorry, I did not understand that.", "Désolé, je n’ai pas compris."),
    UNREADABLE(
            "Sorry, we cannot read that kind of message here.",
            "Désolé, nous ne pouvons pas lire ce type de message ici."),
    CARD_NUMBER(
            "Please never send card numbers in a chat. We have not kept yours.",
            "N’envoyez jamais de numéro de carte par message. Nous n’avons pas gardé le vôtre."),
    FILE_TYPE(
            "Sorry, we cannot take that kind of file here.",
            "Désolé, nous ne pouvons pas accepter ce type de fichier."),
    FILE_SIZE("Sorry, that file is too large.", "Désolé, ce fichier est trop volumineux."),
    FILE_MISSING(
            "Sorry, your file did not reach us. Please send it once more.",
            "Désolé, votre fichier ne nous est pas parvenu. Merci de l’envoyer encore une fois."),
    RESTART(
            "Sorry, something here has changed meanwhile, so we start again.",
            "Désolé, quelque chose a changé ici entre-temps, nous recommençons."),
    RESTART_WITH_CART(
            "Sorry, something here has changed meanwhile, so we start again. Your cart is kept.",
            "Désolé, quelque chose a changé ici entre-temps, nous recommençons. Votre panier est conservé."),
    PERSON("A colleague will answer you here.", "Un collègue va vous répondre ici."),
    TROUBLE(
            "Sorry, something does not work as it should. A colleague will answer you here.",
            "Désolé, quelque chose ne fonctionne pas. Un collègue va vous répondre ici."),
    REFUSED(
            "We could not complete that. A colleague will answer you here.",
            "Nous n’avons pas pu terminer. Un collègue va vous répondre ici."),
    DOWN(
            "Our system is not answering right now. A colleague will answer you here.",
            "Notre système ne répond pas en ce moment. Un collègue va vous répondre ici."),
    NOTHING_FOUND(
            "There is nothing to choose from right now. A colleague will answer you here.",
            "Il n’y a rien à choisir pour le moment. Un collègue va vous répondre ici."),
    CHECKING(
            "We are checking whether that reached our system. You will hear from us here; please do not send it again.",
            "Nous vérifions si cela nous est bien parvenu. Vous aurez la réponse ici ; merci de ne pas recommencer."),
    STILL_CHECKING(
            "We are still checking and will write to you here. You need not do anything.",
            "Nous vérifions toujours et vous écrirons ici. Vous n’avez rien à faire."),
    WAIT("One moment, please.", "Un instant, s’il vous plaît."),
    QUEUED(
            "Our system is not answering right now. We have kept what you decided and go on as soon as it answers; you will hear from us here.",
            "Notre système ne répond pas en ce moment. Votre choix est noté et nous continuerons dès qu’il répondra ; vous aurez la suite ici."),
    STILL_QUEUED(
            "Our system still does not answer. What you decided is kept, and we write to you here as soon as it is done.",
            "Notre système ne répond toujours pas. Votre choix est noté, et nous vous écrirons ici dès que ce sera fait.");

    private final String english;
    private final String french;

    Phrase(String english, String french) {
        this.english = english;
        this.french = french;
    }

    /** English where we do not speak {@code language}. */
    String in(String language) {
        return language.equals("fr") || language.startsWith("fr-") ? french : english;
    }

    static Phrase of(Outcome outcome) {
        return switch (outcome) {
            case EMPTY -> NOTHING_FOUND;
            case REFUSED -> REFUSED;
            case DOWN -> DOWN;
            case UNKNOWN -> CHECKING;
            case INVALID, SILENCE, PAYMENT -> PERSON;
        };
    }
}

package io.waybill.whatsapp;

import static io.waybill.whatsapp.SendFailure.configuration;
import static io.waybill.whatsapp.SendFailure.permanent;
import static io.waybill.whatsapp.SendFailure.retry;
import static io.waybill.whatsapp.SendFailure.waiting;

import io.waybill.whatsapp.SendFailure.Pace;
import io.waybill.whatsapp.SendFailure.Scope;
import org.jspecify.annotations.Nullable;

/** The closed list of Graph's errors. Only the code counts: HTTP status, title and subcode are not reliable. */
final class GraphErrors {

    private static final int FEW = 3;

    private GraphErrors() {}

    static SendFailure classify(int code, @Nullable String details) {
        SendFailure known = known(code);
        SendFailure failure =
                known == null ? permanent("Meta refused the message with a code Waybill does not know.") : known;
        return failure.with(code, details);
    }

    /** For a code that is new, Meta's own hint that it will pass is worth a few tries. */
    static SendFailure classify(int code, @Nullable String details, boolean transientHint) {
        return known(code) == null && transientHint
                ? retry(Scope.MESSAGE, Pace.BACKOFF, FEW, "Meta reports a passing error that Waybill does not know.")
                        .with(code, details)
                : classify(code, details);
    }

    private static @Nullable SendFailure known(int code) {
        SendFailure account = account(code);
        if (account != null) {
            return account;
        }
        SendFailure passing = passing(code);
        return passing == null ? message(code) : passing;
    }

    /** The account, the number or our access to it: nothing goes out until somebody acts. */
    private static @Nullable SendFailure account(int code) {
        if (between(code, 200, 299)) {
            return noPermission();
        }
        return switch (code) {
            case 0, 190 ->
                configuration(
                        "The access token is not valid: put a new one into waybill.whatsapp.access-token, or into its file.");
            case 3, 10, 131005 -> noPermission();
            case 131037 -> configuration("The display name of the number must be approved in WhatsApp Manager.");
            case 131031, 368 -> configuration("Meta has locked the business account: see Business Support Home.");
            case 131042, 131044 -> configuration("Meta has no valid payment method: check the billing settings.");
            case 131045, 133000, 133005, 133006, 133007, 133008, 133009, 133010, 133015, 133016 ->
                configuration("The phone number is not registered for the Cloud API.");
            case 131063 -> configuration("Marketing messages are switched off for this number on the Cloud API.");
            case 134011 -> configuration("The payment terms must be accepted in WhatsApp Manager.");
            default -> null;
        };
    }

    private static SendFailure noPermission() {
        return configuration("The access token lacks a permission: it needs whatsapp_business_messaging.");
    }

    private static @Nullable SendFailure passing(int code) {
        return switch (code) {
            case 1 -> retry(Scope.MESSAGE, Pace.BACKOFF, 1, "Meta reports an unknown error or a bad request.");
            case 2, 131016, 133004 -> retry(Pace.BACKOFF, "WhatsApp is not available for the moment.");
            case 131000 ->
                retry(Scope.MESSAGE, Pace.BACKOFF, FEW, "Something went wrong at Meta, or the message was malformed.");
            case 130429 -> retry(Scope.NUMBER, Pace.NUMBER, "The number sends faster than Meta allows.");
            case 131056 -> retry(Scope.CONTACT, Pace.PAIR, "This person got too many messages in a short time.");
            case 131057, 2494100 ->
                retry(Scope.NUMBER, Pace.MINUTES, "Meta is working on the account, which takes some minutes.");
            case 4, 80007, 80008 ->
                waiting(Scope.NUMBER, Pace.MINUTES, "The app has made too many calls to Meta this hour.");
            case 131048 ->
                waiting(
                        Scope.NUMBER,
                        Pace.HOURS,
                        "Too many people blocked or reported the number: check its quality rating.");
            case 131064 ->
                waiting(Scope.NUMBER, Pace.HOURS, "Meta limits the account because of wrongly categorised templates.");
            // Other messages of the number use other templates and forms.
            case 132015 ->
                waiting(Scope.MESSAGE, Pace.HOURS, "Meta has paused the template because of its low quality.");
            case 132068, 132069 -> waiting(Scope.MESSAGE, Pace.HOURS, "Meta blocks or slows down the WhatsApp form.");
            default -> null;
        };
    }

    private static @Nullable SendFailure message(int code) {
        if (between(code, 132000, 132012)) {
            return permanent("The template does not match what Meta has approved: check its name, language and"
                    + " parameters.");
        }
        if (between(code, 138000, 139999) || between(code, 131200, 131299) || between(code, 147001, 147005)) {
            return permanent("Meta refused a feature that Waybill does not use.");
        }
        return switch (code) {
            case 131049 -> permanent("Meta holds back marketing to this person; not before 24 hours.");
            case 130472 -> permanent("The person's number is part of an experiment of Meta and gets no marketing.");
            case 131047 -> permanent("More than 24 hours since the customer wrote: only a template can be sent.");
            case 131026 -> permanent("The person cannot get it: not on WhatsApp, an old app, or terms not accepted.");
            case 130497 -> permanent("The business account may not send to the country of this person.");
            case 131021 -> permanent("Sender and recipient are the same number.");
            case 131030 -> permanent("A test number reaches only the recipients listed at Meta: add this one.");
            case 131050 -> permanent("The person has stopped marketing messages from this business.");
            case 131051 -> permanent("WhatsApp does not support this type of message.");
            case 131052 -> permanent("The customer's file could not be downloaded: ask for it again.");
            case 131053 -> permanent("Meta could not fetch the file: check its link, type and size.");
            case 131008, 131009, 100, 33, 135000 ->
                permanent("Meta refused the content of the message: a bug, or bad data from the ERP.");
            case 131062 -> permanent("This message needs a phone number; the person is known by user id only.");
            case 132016 -> permanent("Meta has disabled the template because of its low quality.");
            case 134100, 134101, 134102, 131055, 1752041 -> permanent("Meta refused it as a marketing message.");
            case 137000 -> permanent("The person's identity has changed and must be confirmed.");
            case 131020, 131041, 131059 -> permanent("Meta refused a feature that Waybill does not use.");
            default -> null;
        };
    }

    private static boolean between(int code, int from, int to) {
        return code >= from && code <= to;
    }
}

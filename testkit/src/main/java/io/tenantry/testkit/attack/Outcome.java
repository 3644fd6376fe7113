package io.tenantry.testkit.attack;

import io.tenantry.spi.Attack.Layer;
import io.tenantry.testkit.controlplane.ApiAnswer;

/**
 * What became of a request.
 *
 * @param message why it was refused; empty when it was admitted
 */
record Outcome(boolean admitted, String message) {
    private static final String REVIEW = "SelfSubjectAccessReview";

    static Outcome of(ApiAnswer answer) {
        if (!answer.succeeded()) {
            return new Outcome(false, answer.status() + " " + answer.message());
        }
        boolean refusedReview = answer.at("/kind").asString("").equals(REVIEW)
                && !answer.at("/status/allowed").asBoolean();
        return refusedReview ? refusal(answer) : new Outcome(true, "");
    }

    boolean isBy(Layer layer) {
        return !admitted && layer.speaksIn(message);
    }

    /** A review is answered with what a request would have been refused with. */
    private static Outcome refusal(ApiAnswer review) {
        var attributes = review.at("/spec/resourceAttributes");
        return new Outcome(
                false,
                "the review says: cannot %s resource \"%s\""
                        .formatted(
                                attributes.path("verb").asString(""),
                                attributes.path("resource").asString("")));
    }
}

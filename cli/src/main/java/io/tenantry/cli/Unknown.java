package io.tenantry.cli;

import io.tenantry.validation.Quoted;
import io.tenantry.validation.Suggestion;
import java.util.Collection;

/** The message for a name that an option does not know. */
final class Unknown {
    private static final int LISTED = 20;

    private Unknown() {}

    /** What was given, and the nearest known name or, where none is near, a list of them. */
    static String message(String option, String given, String noun, Collection<String> known) {
        var advice = Suggestion.nearest(given, known)
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> "there " + (known.size() == 1 ? "is " : "are ") + list(known));
        return option + " " + Quoted.of(given) + " is not the name of a " + noun + "; " + advice;
    }

    private static String list(Collection<String> known) {
        var listed = String.join(", ", known.stream().limit(LISTED).toList());
        return known.size() > LISTED ? listed + " and " + (known.size() - LISTED) + " more" : listed;
    }
}

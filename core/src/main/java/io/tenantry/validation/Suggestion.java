package io.tenantry.validation;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The known word that a mistyped one was probably meant to be.
 *
 * <pre>{@code
 * Suggestion.nearest("deployment", Set.of("deployments", "jobs"))   // deployments
 * }</pre>
 */
public final class Suggestion {
    private static final int LONGEST = 64;

    private Suggestion() {}

    /** The nearest word by edits, ignoring case, when it is near enough; the first in order among equals. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        var best = Optional.<String>empty();
        int limit = Math.max(1, word.length() / 3) + 1;
        for (var candidate : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < limit) {
                limit = distance;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        var current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
            }
            var swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}

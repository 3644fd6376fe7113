package io.tenantry.validation;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, as a sentence: {@code spec.quota.podQuota is -3 but must be 0 or more; remove it for no
 * limit}.
 *
 * @param code stable, upper case, documented: {@code QUOTA_NEGATIVE}
 * @param message what it is and what it must be; follows the path in the sentence
 * @param fix what to do, as an imperative; may be empty
 * @param location null when the value was not read from a file
 * @param path as the user wrote it, {@code spec.podQuota}, printable and shortened; empty when about a whole input
 * @param tenant null when about no single tenant
 */
public record Problem(
        Severity severity,
        String code,
        String message,
        String fix,
        @Nullable Location location,
        String path,
        @Nullable String tenant) {
    private static final int LONGEST_PATH = 300;

    public Problem {
        path = Quoted.printable(path, LONGEST_PATH);
    }

    /** The sentence, without the location. */
    public String sentence() {
        var subject = path.isEmpty() ? "" : path + " ";
        return subject + message + (fix.isEmpty() ? "" : "; " + fix);
    }

    /** One line with the location or the tenant in front and the code at the end. */
    @Override
    public String toString() {
        var where = location != null ? location + ": " : tenant != null ? "tenant " + tenant + ": " : "";
        return where + sentence() + " [" + code + "]";
    }
}

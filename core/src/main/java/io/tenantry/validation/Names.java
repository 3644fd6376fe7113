package io.tenantry.validation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Kubernetes' rules for names, labels and annotations, each answering what is wrong with a text.
 *
 * <pre>{@code
 * Names.label("Acme").ifPresent(flaw -> problems.at("name").error("NAME", flaw.message(), flaw.fix()));
 * }</pre>
 *
 * <p>The rules are those of <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">object names</a> and <a
 * href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set">labels</a>.
 * Empty means that nothing is wrong.
 */
public final class Names {

    /** The longest DNS label, label value and name part of a label key. */
    public static final int LONGEST_LABEL = 63;

    /** The longest DNS subdomain: most object names, and the prefix of a label key. */
    public static final int LONGEST_SUBDOMAIN = 253;

    /** The size in bytes of all annotations of one object, keys and values together. */
    public static final int LARGEST_ANNOTATIONS = 256 * 1024;

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern SUBDOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern QUALIFIED = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");

    private Names() {}

    /**
     * What is wrong with a text and what to do about it.
     *
     * @param message completes the sentence "{@code <path> ...}"
     * @param fix an imperative
     */
    public record Flaw(String message, String fix) {}

    /** A DNS label (RFC 1123), the name of a namespace or a service account: {@code acme-prod}. */
    public static Optional<Flaw> label(String text) {
        return flaw(
                text,
                LONGEST_LABEL,
                LABEL,
                "a DNS label",
                "use lower-case letters, digits and -, beginning and ending with a letter or digit");
    }

    /** A DNS subdomain (RFC 1123), the name of most objects: {@code fast.storage-1}. */
    public static Optional<Flaw> subdomain(String text) {
        return flaw(
                text,
                LONGEST_SUBDOMAIN,
                SUBDOMAIN,
                "a DNS subdomain",
                "use lower-case letters, digits, - and ., each part beginning and ending with a letter or digit");
    }

    /** A name with an optional DNS subdomain before a slash, as keys and resources have: {@code nvidia.com/gpu}. */
    public static Optional<Flaw> qualified(String text) {
        var slash = text.indexOf('/');
        if (slash >= 0) {
            var flaw = subdomain(text.substring(0, slash));
            if (flaw.isPresent()) {
                return flaw.map(part -> new Flaw("has a prefix that " + part.message(), part.fix()));
            }
        }
        return flaw(
                text.substring(slash + 1),
                LONGEST_LABEL,
                QUALIFIED,
                "a name, after an optional prefix and /",
                "use letters, digits, -, _ and ., beginning and ending with a letter or digit");
    }

    /** The key of a label or annotation: a {@link #qualified} name. */
    public static Optional<Flaw> labelKey(String text) {
        return qualified(text);
    }

    /** The value of a label, which may be empty: {@code platform}. */
    public static Optional<Flaw> labelValue(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : flaw(
                        text,
                        LONGEST_LABEL,
                        QUALIFIED,
                        "a label value",
                        "use letters, digits, -, _ and ., beginning and ending with a letter or digit, or an annotation");
    }

    /** All annotations of one object together, which must fit {@link #LARGEST_ANNOTATIONS} bytes. */
    public static Optional<Flaw> annotations(Map<String, String> annotations) {
        var bytes = annotations.entrySet().stream()
                .mapToLong(entry -> utf8(entry.getKey()) + utf8(entry.getValue()))
                .sum();
        return bytes <= LARGEST_ANNOTATIONS
                ? Optional.empty()
                : Optional.of(new Flaw(
                        "has " + bytes + " bytes in all but must have at most " + LARGEST_ANNOTATIONS,
                        "shorten the values"));
    }

    private static Optional<Flaw> flaw(String text, int longest, Pattern form, String noun, String fix) {
        if (text.length() > longest) {
            return Optional.of(new Flaw(
                    "is " + text.length() + " characters long but " + noun + " has at most " + longest,
                    "shorten it by " + (text.length() - longest)));
        }
        if (form.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                text.isEmpty()
                        ? new Flaw("is empty but must be " + noun, fix)
                        : new Flaw("is " + Quoted.of(text) + " but must be " + noun, fix));
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

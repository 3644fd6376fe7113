package io.tenantry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tenantry.validation.Quoted;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minor version of Kubernetes that manifests can be rendered for.
 *
 * <pre>{@code
 * KubernetesVersion.parse("v1.33.2").atLeast(30);   // true
 * }</pre>
 *
 * <p>{@link #OLDEST} is the oldest that Tenantry supports, {@link #NEWEST} the newest whose API the
 * object model on the classpath describes. Immutable; ordered from old to new.
 */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {

    public static final KubernetesVersion OLDEST = new KubernetesVersion(1, 24);
    /** What fabric8's model 8.0.0 describes: it has {@code scheduling.k8s.io/v1alpha3}, which 1.37 introduced. */
    public static final KubernetesVersion NEWEST = new KubernetesVersion(1, 37);

    public static final KubernetesVersion DEFAULT = new KubernetesVersion(1, 33);

    private static final Pattern FORM = Pattern.compile("v?([0-9]{1,3})\\.([0-9]{1,3})(\\.[0-9]{1,9}([-+].{0,60})?)?");

    /**
     * The version that a user or an API server names: {@code 1.33}, {@code v1.33.2} or
     * {@code v1.33.2-gke.1}; the patch level and what follows are ignored.
     *
     * @throws IllegalArgumentException if it is no version or out of range; the message completes a
     *     sentence, as in {@code is "1.19" but must be from 1.24 to 1.37}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static KubernetesVersion parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("is " + Quoted.of(text) + " but must be a Kubernetes version from "
                    + OLDEST + " to " + NEWEST + "; write it such as " + DEFAULT);
        }
        var version = new KubernetesVersion(number(form, 1), number(form, 2));
        if (version.compareTo(OLDEST) < 0 || version.compareTo(NEWEST) > 0) {
            throw new IllegalArgumentException("is " + Quoted.of(text) + " but must be from " + OLDEST + " to " + NEWEST
                    + "; write " + DEFAULT + ", or what your API server says");
        }
        return version;
    }

    /** Whether this is Kubernetes 1.{@code minor} or newer. */
    public boolean atLeast(int minor) {
        return compareTo(new KubernetesVersion(1, minor)) >= 0;
    }

    @Override
    public int compareTo(KubernetesVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    /** Major and minor, as in {@code 1.33}. */
    @Override
    @JsonValue
    public String toString() {
        return major + "." + minor;
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}

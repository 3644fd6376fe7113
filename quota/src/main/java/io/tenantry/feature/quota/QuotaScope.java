package io.tenantry.feature.quota;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tenantry.validation.Names;
import io.tenantry.validation.Quoted;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pods a quota counts.
 *
 * <pre>{@code
 * QuotaScope.parse("NotTerminating");            // pods without activeDeadlineSeconds
 * QuotaScope.parse("PriorityClass:high,urgent"); // pods of these priority classes
 * QuotaScope.parse("PriorityClass");             // pods of any priority class
 * }</pre>
 *
 * @param priorityClasses for {@link Kind#PRIORITY_CLASS} only, sorted; none means any
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes">Quota scopes</a>
 */
public record QuotaScope(Kind kind, List<String> priorityClasses) {
    private static final String NAMES_FOLLOW = ":";

    public QuotaScope {
        priorityClasses = priorityClasses.stream().distinct().sorted().toList();
    }

    /** The scopes of Kubernetes that pods have. */
    public enum Kind {
        BEST_EFFORT("BestEffort"),
        NOT_BEST_EFFORT("NotBestEffort"),
        TERMINATING("Terminating"),
        NOT_TERMINATING("NotTerminating"),
        PRIORITY_CLASS("PriorityClass"),
        CROSS_NAMESPACE_POD_AFFINITY("CrossNamespacePodAffinity");

        private static final Set<String> COMPUTE =
                Set.of("requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** The name that the API server knows. */
        public String wireName() {
            return wireName;
        }

        /** Whether a ResourceQuota with this scope may have, and counts, this key of {@code hard}. */
        boolean allows(String key) {
            return key.equals("pods") || (this != BEST_EFFORT && COMPUTE.contains(key)) || isExtendedResource(key);
        }

        /** Whether no pod is in both. */
        boolean excludes(Kind other) {
            var both = EnumSet.of(this, other);
            return both.equals(EnumSet.of(BEST_EFFORT, NOT_BEST_EFFORT))
                    || both.equals(EnumSet.of(TERMINATING, NOT_TERMINATING));
        }

        private static boolean isExtendedResource(String key) {
            return key.startsWith("requests.") && key.contains("/") && !key.contains(".storageclass.storage.k8s.io/");
        }
    }

    /**
     * The scope that a user wrote.
     *
     * @throws IllegalArgumentException with a message that completes a sentence, if it is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static QuotaScope parse(String text) {
        var colon = text.indexOf(NAMES_FOLLOW);
        var name = colon < 0 ? text : text.substring(0, colon);
        var kind = Arrays.stream(Kind.values())
                .filter(candidate -> candidate.wireName.equals(name))
                .filter(candidate -> colon < 0 || candidate == Kind.PRIORITY_CLASS)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is " + Quoted.of(text) + " but must be one of "
                        + Arrays.stream(Kind.values()).map(Kind::wireName).collect(Collectors.joining(", "))
                        + ", or PriorityClass:NAME,NAME"));
        return new QuotaScope(kind, colon < 0 ? List.of() : names(text.substring(colon + 1)));
    }

    private static List<String> names(String text) {
        var names = List.of(text.split(",", -1));
        for (var name : names) {
            Names.subdomain(name).ifPresent(flaw -> {
                throw new IllegalArgumentException("names a priority class that " + flaw.message());
            });
        }
        return names;
    }

    /** As {@link #parse} reads it. */
    @Override
    @JsonValue
    public String toString() {
        return priorityClasses.isEmpty()
                ? kind.wireName
                : kind.wireName + NAMES_FOLLOW + String.join(",", priorityClasses);
    }
}

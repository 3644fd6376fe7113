package io.tenantry.feature.network.reachability;

import io.tenantry.feature.network.reachability.Selector.Requirement;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the label under one key.
 *
 * @param exists whether the label must be there
 * @param absent whether it must not
 * @param values what it may be when it is there; null for anything but {@code not}
 * @param not what it may not be
 */
record LabelDomain(boolean exists, boolean absent, @Nullable NavigableSet<String> values, NavigableSet<String> not) {
    static final LabelDomain ANYTHING = new LabelDomain(false, false, null, new TreeSet<>());
    private static final String SOME_VALUE = "any";

    LabelDomain with(Requirement requirement) {
        return switch (requirement.operator()) {
            case IN -> new LabelDomain(true, absent, narrowed(requirement.values()), not);
            case NOT_IN -> new LabelDomain(exists, absent, without(requirement.values()), plus(requirement.values()));
            case EXISTS -> new LabelDomain(true, absent, values, not);
            case DOES_NOT_EXIST -> new LabelDomain(exists, true, values, not);
        };
    }

    /** Whether nothing fits, not even having no such label. */
    boolean isEmpty() {
        return exists && (absent || (values != null && values.isEmpty()));
    }

    /** Whether a requirement holds however the label is chosen. */
    boolean implies(Requirement requirement) {
        return switch (requirement.operator()) {
            case IN -> exists && values != null && requirement.values().containsAll(values);
            case NOT_IN ->
                absent
                        || not.containsAll(requirement.values())
                        || (values != null && requirement.values().stream().noneMatch(values::contains));
            case EXISTS -> exists;
            case DOES_NOT_EXIST -> absent;
        };
    }

    /** The least value that it may have. */
    String value() {
        if (values != null) {
            return values.first();
        }
        var value = SOME_VALUE;
        for (int i = 2; not.contains(value); i++) {
            value = SOME_VALUE + i;
        }
        return value;
    }

    private NavigableSet<String> narrowed(Collection<String> wanted) {
        var left = new TreeSet<>(wanted);
        if (values != null) {
            left.retainAll(values);
        }
        left.removeAll(not);
        return left;
    }

    private @Nullable NavigableSet<String> without(Collection<String> unwanted) {
        if (values == null) {
            return null;
        }
        var left = new TreeSet<>(values);
        left.removeAll(unwanted);
        return left;
    }

    private NavigableSet<String> plus(Collection<String> unwanted) {
        var all = new TreeSet<>(not);
        all.addAll(unwanted);
        return all;
    }
}

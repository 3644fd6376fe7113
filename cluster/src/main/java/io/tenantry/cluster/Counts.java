package io.tenantry.cluster;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many steps there are of each change. */
final class Counts {
    private Counts() {}

    static Map<Change, Integer> of(Collection<Step> steps) {
        var counts = new EnumMap<Change, Integer>(Change.class);
        for (var change : Change.values()) {
            counts.put(change, 0);
        }
        steps.forEach(step -> counts.merge(step.change(), 1, Integer::sum));
        return counts;
    }
}

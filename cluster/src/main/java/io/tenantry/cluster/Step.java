package io.tenantry.cluster;

import java.util.List;

/**
 * What a plan does to one object.
 *
 * @param tenant empty for what all tenants share
 * @param fields what an update changes; empty for everything else
 */
public record Step(ObjectKey object, String tenant, Change change, List<FieldChange> fields) {
    public Step {
        fields = List.copyOf(fields);
    }

    static Step of(ObjectKey object, String tenant, Change change) {
        return new Step(object, tenant, change, List.of());
    }
}

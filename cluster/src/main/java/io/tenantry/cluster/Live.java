package io.tenantry.cluster;

import io.tenantry.Labels;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is known of an object that exists.
 *
 * @param tenant of its label; empty when it has none
 * @param ours whether Tenantry applied it: its label says so, or the server's record of who applied what
 * @param terminating since when it is being deleted; empty when it is not
 * @param same whether applying would certainly change nothing
 * @param tree the object, where it is needed to say what differs
 */
record Live(
        ObjectKey key,
        String uid,
        String tenant,
        boolean ours,
        String terminating,
        boolean same,
        @Nullable JsonNode tree) {

    /** An object as it was read, compared with the one that is wanted in its place. */
    static Live of(ObjectKey key, JsonNode object, @Nullable Wanted wanted) {
        var metadata = object.path("metadata");
        var labels = metadata.path("labels");
        boolean labelled = labels.path(Labels.MANAGED_BY).asString("").equals(Labels.TENANTRY);
        boolean same = wanted != null && AppliedFields.equal(Json.parse(wanted.body()), object);
        return new Live(
                key,
                metadata.path("uid").asString(""),
                labels.path(Labels.TENANT).asString(""),
                labelled || AppliedFields.of(object) != null,
                metadata.path("deletionTimestamp").asString(""),
                same,
                wanted == null || same ? null : object);
    }
}

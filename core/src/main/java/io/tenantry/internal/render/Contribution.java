package io.tenantry.internal.render;

import io.tenantry.ClusterProfile;
import io.tenantry.Tenant;
import io.tenantry.internal.render.Assembly.Unit;
import io.tenantry.manifest.Manifest;
import java.util.List;

/**
 * What contributors return for one tenant, assembled and judged.
 *
 * @param unit where the objects were put
 * @param manifests sorted; none where the tenant sets a key that a contributor needs
 */
record Contribution(Tenant tenant, Unit unit, List<Manifest> manifests, Findings findings) {

    /** Needs no other tenant; what is found goes into these findings. */
    static Contribution of(TenantRun run, Unit unit, Findings findings, ClusterProfile profile) {
        var bound = run.bound();
        var contributed = run.contribute();
        if (new TakenKeys(bound, findings).report(contributed)) {
            return new Contribution(bound.tenant(), unit, List.of(), findings);
        }
        var manifests = run.assemble(contributed, unit);
        new MergedAnnotations(bound, findings).judge(manifests);
        new StrictRules(findings, profile).judge(bound, () -> run.accounts(contributed));
        return new Contribution(bound.tenant(), unit, manifests, findings);
    }
}

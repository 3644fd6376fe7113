package io.tenantry.internal.bind;

import io.tenantry.Input;
import io.tenantry.internal.bind.ProfileBinder.BoundProfile;
import io.tenantry.internal.read.DocumentReader;
import io.tenantry.spi.Section;
import io.tenantry.validation.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Reads every source of an input, tells tenants from the profile, and merges the sections of each tenant. */
public final class InputBinder {
    /** By place too, so that the order of files does not matter even to tenants of one name. */
    public static final Comparator<BoundTenant> ORDER =
            Comparator.comparing((BoundTenant tenant) -> tenant.tenant().name()).thenComparing(InputBinder::place);

    private final SpecKeys keys;
    private final List<Problem> problems;

    /** Sections whose keys are known not to clash; problems are added to the list. */
    public InputBinder(Collection<Section<?>> sections, List<Problem> problems) {
        this.keys = new SpecKeys(sections);
        this.problems = problems;
    }

    public BoundInput bind(Input input) {
        var profiles = new ArrayList<Envelope>();
        var tenants = new ArrayList<Unmerged>();
        var reader = new DocumentReader(problems::add);
        for (var source : input.sources()) {
            for (var document : reader.read(source)) {
                var envelope = Envelope.open(new Reports(problems, document));
                envelope.filter(each -> each.kind().equals(Envelope.CLUSTER_PROFILE))
                        .ifPresent(profiles::add);
                envelope.filter(each -> each.kind().equals(Envelope.TENANT))
                        .map(each -> new TenantBinder(each, keys).bind())
                        .filter(tenant -> !tenant.tenant().name().isEmpty())
                        .ifPresent(tenants::add);
            }
        }
        input.tenants().forEach(tenant -> tenants.add(Unmerged.inJava(tenant, keys)));
        return merged(tenants, new ProfileBinder(keys, problems).bind(input, profiles));
    }

    private BoundInput merged(List<Unmerged> tenants, BoundProfile profile) {
        var merger = new TenantMerger(keys.sections(), profile.tenantDefaults(), problems);
        var complete = new ArrayList<BoundTenant>();
        var incomplete = new ArrayList<BoundTenant>();
        for (var tenant : tenants) {
            int before = problems.size();
            var bound = merger.merge(tenant);
            (problems.size() == before ? complete : incomplete).add(bound);
        }
        complete.sort(ORDER);
        incomplete.sort(ORDER);
        return new BoundInput(profile.profile(), profile.origin(), profile.sections(), complete, incomplete);
    }

    private static String place(BoundTenant tenant) {
        return tenant.origin() == null ? "" : tenant.origin().name().toString();
    }
}

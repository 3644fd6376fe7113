package io.tenantry.internal.bind;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.internal.bind.ProfileBinder.BoundProfile;
import io.tenantry.internal.read.DocumentReader;
import io.tenantry.internal.threads.InOrder;
import io.tenantry.spi.Section;
import io.tenantry.validation.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads every source of an input, tells tenants from the profile, and merges the sections of each tenant. */
public final class InputBinder {
    /** By place too, so that the order of files does not matter even to tenants of one name. */
    public static final Comparator<BoundTenant> ORDER =
            Comparator.comparing((BoundTenant tenant) -> tenant.tenant().name()).thenComparing(InputBinder::place);

    private static final int BATCH = 64;

    private final SpecKeys keys;
    private final List<Problem> problems;

    /** Sections whose keys are known not to clash; problems are added to the list. */
    public InputBinder(Collection<Section<?>> sections, List<Problem> problems) {
        this.keys = new SpecKeys(sections);
        this.problems = problems;
    }

    public BoundInput bind(Input input) {
        var reads = InOrder.batches(input.sources(), BATCH, this::read);
        var profiles = reads.stream().flatMap(read -> read.profiles().stream()).toList();
        var profile = new ProfileBinder(keys, problems).bind(input, profiles);
        reads.forEach(read -> problems.addAll(read.problems()));
        var inJava = input.tenants().stream().map(tenant -> Unmerged.inJava(tenant, keys));
        var read = reads.stream().flatMap(each -> each.tenants().stream());
        return merged(Stream.concat(read, inJava).toList(), profile);
    }

    /** What some sources hold, and what is wrong there; binding a profile still adds to that. */
    private record Read(List<Envelope> profiles, List<Unmerged> tenants, List<Problem> problems) {}

    private Read read(List<Source> sources) {
        var read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var reader = new DocumentReader(read.problems()::add);
        for (var source : sources) {
            for (var document : reader.read(source)) {
                var envelope = Envelope.open(new Reports(read.problems(), document));
                envelope.filter(each -> each.kind().equals(Envelope.CLUSTER_PROFILE))
                        .ifPresent(read.profiles()::add);
                envelope.filter(each -> each.kind().equals(Envelope.TENANT))
                        .map(each -> new TenantBinder(each, keys).bind())
                        .filter(tenant -> !tenant.tenant().name().isEmpty())
                        .ifPresent(read.tenants()::add);
            }
        }
        return read;
    }

    /** Some tenants with their sections merged. */
    private record Bound(List<BoundTenant> complete, List<BoundTenant> incomplete, List<Problem> problems) {}

    private BoundInput merged(List<Unmerged> tenants, BoundProfile profile) {
        var complete = new ArrayList<BoundTenant>();
        var incomplete = new ArrayList<BoundTenant>();
        for (var bound : InOrder.batches(tenants, BATCH, batch -> merged(batch, profile.tenantDefaults()))) {
            problems.addAll(bound.problems());
            complete.addAll(bound.complete());
            incomplete.addAll(bound.incomplete());
        }
        complete.sort(ORDER);
        incomplete.sort(ORDER);
        return new BoundInput(profile.profile(), profile.origin(), profile.sections(), complete, incomplete);
    }

    private Bound merged(List<Unmerged> tenants, Map<Section<?>, Layer> tenantDefaults) {
        var bound = new Bound(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var merger = new TenantMerger(keys.sections(), tenantDefaults, bound.problems());
        for (var tenant : tenants) {
            int before = bound.problems().size();
            var merged = merger.merge(tenant);
            (bound.problems().size() == before ? bound.complete() : bound.incomplete()).add(merged);
        }
        return bound;
    }

    private static String place(BoundTenant tenant) {
        return tenant.origin() == null ? "" : tenant.origin().name().toString();
    }
}

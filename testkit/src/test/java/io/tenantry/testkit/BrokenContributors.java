package io.tenantry.testkit;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.tenantry.IsolationLevel;
import io.tenantry.spi.Attack;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import io.tenantry.testkit.ceiling.PodCeiling;
import io.tenantry.testkit.ceiling.PodCeilingContributor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Contributors that break the contract, each in the one way that its name says. */
final class BrokenContributors {
    private BrokenContributors() {}

    /** Adds an annotation whose value each subclass makes in a wrong way. */
    public abstract static class Annotating extends PodCeilingContributor {
        abstract String value(TenantView<PodCeiling> tenant);

        @Override
        protected void contribute(
                TenantView<PodCeiling> tenant, NamespaceView<PodCeiling> namespace, Manifests.Builder out) {
            super.contribute(tenant, namespace, out);
            out.annotate(namespace.name(), PREFIX + "broken", value(tenant));
        }
    }

    public static final class HashOrder extends Annotating {
        @Override
        String value(TenantView<PodCeiling> tenant) {
            var scattered = IntStream.range(0, 64).mapToObj(i -> "key" + 7919 * i);
            return String.join(",", Set.copyOf(scattered.toList()));
        }
    }

    public static final class DefaultLocale extends Annotating {
        @Override
        @SuppressWarnings("StringCaseLocaleUsage") // the mistake that this is about
        String value(TenantView<PodCeiling> tenant) {
            return "TITLE".toLowerCase();
        }
    }

    public static final class LocalDigits extends Annotating {
        @Override
        @SuppressWarnings("AnnotateFormatMethod")
        String value(TenantView<PodCeiling> tenant) {
            return String.format("%d", 12);
        }
    }

    public static final class Clock extends Annotating {
        @Override
        String value(TenantView<PodCeiling> tenant) {
            return Long.toString(System.nanoTime());
        }
    }

    public static final class Counting extends Annotating {
        private int calls;

        @Override
        String value(TenantView<PodCeiling> tenant) {
            return Integer.toString(calls++);
        }
    }

    public static final class Remembering extends PodCeilingContributor {
        private final Set<String> tenants = new TreeSet<>();

        @Override
        public void publish(TenantView<PodCeiling> tenant, io.tenantry.spi.Facts.Builder facts) {
            tenants.add(tenant.tenant().name());
        }

        @Override
        public Manifests shared(ClusterView cluster) {
            return Manifests.builder()
                    .add(policy(cluster, "tier"))
                    .addToCluster(new ClusterRoleBuilder()
                            .withNewMetadata()
                            .withName("ceiling")
                            .addToAnnotations(PREFIX + "tenants", tenants.toString())
                            .endMetadata()
                            .build())
                    .build();
        }
    }

    public static final class ForeignNamespace extends PodCeilingContributor {
        @Override
        protected ResourceQuota quota(TenantView<PodCeiling> tenant, NamespaceView<PodCeiling> namespace) {
            var quota = super.quota(tenant, namespace);
            quota.getMetadata().setNamespace("somebody-else");
            return quota;
        }
    }

    public static final class OwnNamespaces extends PodCeilingContributor {
        @Override
        protected void contribute(
                TenantView<PodCeiling> tenant, NamespaceView<PodCeiling> namespace, Manifests.Builder out) {
            super.contribute(tenant, namespace, out);
            var name = namespace.name() + "-own";
            out.addToCluster(new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(name)
                    .endMetadata()
                    .build());
        }
    }

    public static final class CarelessNames extends PodCeilingContributor {
        @Override
        public Manifests contribute(TenantView<PodCeiling> tenant) {
            var out = Manifests.builder();
            tenant.namespaces().forEach(namespace -> contribute(tenant, namespace, out));
            for (var suffix : List.of("b-reader", "reader")) {
                out.addToCluster(new ClusterRoleBuilder()
                        .withNewMetadata()
                        .withName(tenant.tenant().name() + "-" + suffix)
                        .endMetadata()
                        .build());
            }
            return out.notEnforced("ratio", "nothing in Kubernetes knows it").build();
        }
    }

    public static final class SameObjectAgain extends PodCeilingContributor {
        private static final Map<String, String> COMMON = new java.util.HashMap<>(Map.of("a", "b"));

        @Override
        protected ResourceQuota quota(TenantView<PodCeiling> tenant, NamespaceView<PodCeiling> namespace) {
            var quota = super.quota(tenant, namespace);
            quota.getMetadata().setAnnotations(COMMON);
            return quota;
        }
    }

    public static final class SilentAboutRatio extends PodCeilingContributor {
        @Override
        public Manifests contribute(TenantView<PodCeiling> tenant) {
            var out = Manifests.builder();
            tenant.namespaces().forEach(namespace -> contribute(tenant, namespace, out));
            return out.build();
        }
    }

    /** Claims something of {@code ratio}, which changes nothing. */
    public abstract static class Claiming extends PodCeilingContributor {
        abstract Enforcement claim();

        @Override
        public Manifests contribute(TenantView<PodCeiling> tenant) {
            var out = Manifests.builder();
            for (var namespace : tenant.namespaces()) {
                contribute(tenant, namespace, out);
                out.add(new ResourceQuotaBuilder(quota(tenant, namespace))
                                .editMetadata()
                                .withName(tenant.objectName("more"))
                                .endMetadata()
                                .build())
                        .makesTrue(claim(), "ratio");
            }
            return out.build();
        }
    }

    public static final class LyingQuota extends Claiming {
        @Override
        Enforcement claim() {
            return Enforcement.QUOTA;
        }
    }

    public static final class RecordWithoutPlace extends Claiming {
        @Override
        Enforcement claim() {
            return Enforcement.RECORD;
        }
    }

    public static final class AbsentPolicy extends Claiming {
        @Override
        Enforcement claim() {
            return Enforcement.by("nobody-made-this");
        }
    }

    public static final class BlindPolicy extends PodCeilingContributor {
        @Override
        public Manifests shared(ClusterView cluster) {
            return Manifests.builder().add(policy(cluster, "other")).build();
        }
    }

    public static final class UnattackedPolicy extends PodCeilingContributor {
        @Override
        public List<Attack> attacks(TenantView<PodCeiling> tenant) {
            return List.of();
        }
    }

    public static final class IncompleteDefaults extends PodCeilingContributor {
        @Override
        @SuppressWarnings("NullAway") // the mistake that this is about
        protected PodCeiling defaults(IsolationLevel level) {
            var complete = super.defaults(level);
            return level == IsolationLevel.PERMISSIVE
                    ? new PodCeiling(complete.pods(), complete.tier(), null, null, null, complete.volumes())
                    : complete;
        }
    }

    public static final class ChangingDefaults extends PodCeilingContributor {
        private int calls;

        @Override
        protected PodCeiling defaults(IsolationLevel level) {
            var defaults = super.defaults(level);
            var tier = calls++ % 2 == 0 ? PodCeiling.Tier.GOLD : PodCeiling.Tier.SILVER;
            return new PodCeiling(defaults.pods(), tier, null, null, defaults.zones(), defaults.volumes());
        }
    }

    public static final class ThrowingInContribute extends PodCeilingContributor {
        @Override
        public Manifests contribute(TenantView<PodCeiling> tenant) {
            if (tenant.cluster().kubernetes().minor() == 37 && tenant.config().pods() == 7) {
                throw new IllegalStateException("seven");
            }
            return super.contribute(tenant);
        }
    }

    public static final class ThrowingInValidate extends PodCeilingContributor {
        @Override
        public void validate(TenantView<PodCeiling> tenant, Problems problems) {
            super.validate(tenant, problems);
            if (tenant.config().zones().contains("")) {
                throw new IllegalStateException("empty");
            }
        }
    }

    public static final class UnexplainedProblem extends PodCeilingContributor {
        @Override
        public void validate(TenantView<PodCeiling> tenant, Problems problems) {
            super.validate(tenant, problems);
            if (tenant.config().pods() == 0) {
                problems.at("pods").warning("CEILING_ZERO", "is 0", "write more");
            }
        }
    }

    static final class NotPublic extends PodCeilingContributor {}
}

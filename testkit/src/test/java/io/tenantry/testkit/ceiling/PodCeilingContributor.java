package io.tenantry.testkit.ceiling;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.tenantry.IsolationLevel;
import io.tenantry.spi.Attack;
import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.Request;
import io.tenantry.spi.Section;
import io.tenantry.spi.SharedPolicy;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the contract. Its parts can be overridden, so that a test can break one of them. */
public class PodCeilingContributor implements ClusterContributor<PodCeiling> {
    public static final String POLICY = "ceiling-tier";
    public static final String PREFIX = "ceiling.example.com/";

    @Override
    public Section<PodCeiling> section() {
        return Section.named("podCeiling", PodCeiling.class, this::defaults).withShorthand("pods");
    }

    protected PodCeiling defaults(IsolationLevel level) {
        int pods = level == IsolationLevel.STRICT ? 50 : 500;
        return new PodCeiling(pods, PodCeiling.Tier.SILVER, null, null, List.of(), Map.of());
    }

    @Override
    public void validate(TenantView<PodCeiling> tenant, Problems problems) {
        for (var namespace : tenant.namespaces()) {
            if (namespace.config().pods() < 0) {
                problems.in(namespace)
                        .at("pods")
                        .error("CEILING_NEGATIVE", "is " + namespace.config().pods(), "write 0 or more");
            }
            namespace.config().volumes().keySet().stream()
                    .filter(name -> !name.matches("[a-z0-9]+"))
                    .forEach(name -> problems.in(namespace)
                            .at("volumes")
                            .error("CEILING_VOLUME", "has an odd name", "use letters and digits"));
        }
    }

    @Override
    public Manifests shared(ClusterView cluster) {
        return Manifests.builder().add(policy(cluster, "tier")).build();
    }

    protected SharedPolicy policy(ClusterView cluster, String annotation) {
        return SharedPolicy.named(POLICY)
                .judges("", "v1", "pods", "CREATE")
                .annotation("tier", PREFIX + annotation)
                .requires("variables.tier != 'gold'", "'no'")
                .build(cluster);
    }

    @Override
    public Manifests contribute(TenantView<PodCeiling> tenant) {
        var out = Manifests.builder();
        for (var namespace : tenant.namespaces()) {
            contribute(tenant, namespace, out);
        }
        return out.notEnforced("ratio", "nothing in Kubernetes knows it").build();
    }

    protected void contribute(
            TenantView<PodCeiling> tenant, NamespaceView<PodCeiling> namespace, Manifests.Builder out) {
        var config = namespace.config();
        var tier = config.tier().name().toLowerCase(Locale.ROOT);
        out.add(quota(tenant, namespace)).makesTrue(Enforcement.QUOTA, "pods", "volumes");
        out.annotate(namespace.name(), PREFIX + "tier", tier).makesTrue(Enforcement.by(POLICY), "tier");
        out.annotate(namespace.name(), PREFIX + "note", config.note() + " " + config.zones())
                .makesTrue(Enforcement.RECORD, "note", "zones");
    }

    protected ResourceQuota quota(TenantView<PodCeiling> tenant, NamespaceView<PodCeiling> namespace) {
        var hard = new TreeMap<String, Quantity>();
        hard.put("pods", new Quantity(namespace.config().pods().toString()));
        namespace
                .config()
                .volumes()
                .forEach((name, volume) -> hard.put(
                        name + ".storageclass.storage.k8s.io/persistentvolumeclaims",
                        new Quantity(volume.claims().toString())));
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName(tenant.objectName("ceiling"))
                .withNamespace(namespace.name())
                .endMetadata()
                .withNewSpec()
                .withHard(hard)
                .endSpec()
                .build();
    }

    @Override
    public List<Attack> attacks(TenantView<PodCeiling> tenant) {
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName("intruder")
                .withNamespace(tenant.namespaces().get(0).name())
                .endMetadata();
        return List.of(Attack.named("ceiling/tier/create")
                .attempts(Request.create(pod.build()))
                .twin(Request.create(
                        pod.editMetadata().withName("harmless").endMetadata().build()))
                .stoppedBy(Attack.Layer.policy(POLICY))
                .build());
    }
}

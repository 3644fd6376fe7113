package io.tenantry.sample;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.tenantry.Amount;
import io.tenantry.IsolationLevel;
import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.NamespaceView;
import io.tenantry.spi.Problems;
import io.tenantry.spi.Section;
import io.tenantry.spi.SharedPolicy;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Pods and CPU by quota, the tier by a shared policy, contact and zones as records, the ratio by nothing. */
public class CeilingContributor implements ClusterContributor<Ceiling> {
    static final String POLICY = "sample-tier";

    @Override
    public Section<Ceiling> section() {
        return Section.named("ceiling", Ceiling.class, CeilingContributor::defaults)
                .withShorthand("pods", "cpu", "note")
                .withProfile(new CeilingProfile("sample-system", 1000));
    }

    private static Ceiling defaults(IsolationLevel level) {
        return new Ceiling(
                level == IsolationLevel.STRICT ? 50 : 500,
                Amount.parse("10"),
                true,
                Ceiling.Tier.SILVER,
                null,
                null,
                List.of(),
                List.of(),
                Map.of(),
                null);
    }

    @Override
    public void validate(TenantView<Ceiling> tenant, Problems problems) {
        if (tenant.config().pods() < 0) {
            problems.at("pods")
                    .error("CEILING_NEGATIVE", "is " + tenant.config().pods(), "write 0 or more");
        }
        for (var namespace : tenant.namespaces()) {
            if (namespace.config().pods() < 0) {
                problems.in(namespace)
                        .at("pods")
                        .error("CEILING_NEGATIVE", "is " + namespace.config().pods(), "write 0 or more");
            }
        }
    }

    @Override
    public Manifests shared(ClusterView cluster) {
        return Manifests.builder()
                .add(SharedPolicy.named(POLICY)
                        .judges("", "v1", "pods", "CREATE")
                        .annotation("tier", "sample.example.com/tier")
                        .requires("variables.tier != 'gold'", "'no'")
                        .build(cluster))
                .build();
    }

    @Override
    public Manifests contribute(TenantView<Ceiling> tenant) {
        var out = Manifests.builder();
        for (var namespace : tenant.namespaces()) {
            var config = namespace.config();
            out.add(quota(tenant, namespace)).makesTrue(Enforcement.QUOTA, "pods", "cpu", "hard", "volumes");
            out.annotate(
                            namespace.name(),
                            "sample.example.com/tier",
                            config.tier().name().toLowerCase(Locale.ROOT))
                    .makesTrue(Enforcement.by(POLICY), "tier");
            out.annotate(namespace.name(), "sample.example.com/zones", config.zones() + " " + config.windows())
                    .makesTrue(Enforcement.RECORD, "zones", "windows");
            out.annotate(namespace.name(), "sample.example.com/note", config.note() + " " + config.contact())
                    .makesTrue(Enforcement.RECORD, "note", "contact");
        }
        return out.notEnforced("ratio", "nothing in Kubernetes knows it").build();
    }

    private static ResourceQuota quota(TenantView<Ceiling> tenant, NamespaceView<Ceiling> namespace) {
        var config = namespace.config();
        var hard = new TreeMap<String, Quantity>();
        hard.put("pods", new Quantity(config.pods().toString()));
        hard.put("requests.cpu", new Quantity(config.cpu().toString()));
        config.volumes()
                .forEach((name, volume) -> hard.put(
                        name + ".storageclass.storage.k8s.io/persistentvolumeclaims",
                        new Quantity(volume.claims().toString())));
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName(tenant.objectName("ceiling"))
                .withNamespace(namespace.name())
                .addToAnnotations("sample.example.com/hard", config.hard().toString())
                .endMetadata()
                .withNewSpec()
                .withHard(hard)
                .endSpec()
                .build();
    }
}

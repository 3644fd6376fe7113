package io.tenantry.testkit.attack;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.tenantry.spi.Actor;
import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.ClusterContributor;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Mechanism;
import io.tenantry.spi.Request;
import io.tenantry.spi.Section;
import io.tenantry.spi.SharedPolicy;
import io.tenantry.spi.TenantView;
import java.util.List;
import java.util.Map;

/** Forbids ConfigMaps that have a flag, and attacks that in right and wrong ways. */
public final class FlagContributor implements ClusterContributor<Flag> {
    static final String POLICY = "attack-run-flags";
    private static final String ANNOTATION = "flags.example.com/allowed";

    @Override
    public Section<Flag> section() {
        return Section.named("flag", Flag.class, level -> new Flag(false));
    }

    @Override
    public Manifests shared(ClusterView cluster) {
        return Manifests.builder()
                .add(SharedPolicy.named(POLICY)
                        .judges("", "v1", "configmaps", "CREATE")
                        .annotation("allowed", ANNOTATION)
                        .requires("variables.allowed == 'true' || !('flag' in object.?data.orValue({}))", "'a flag'")
                        .build(cluster))
                .build();
    }

    @Override
    public Manifests contribute(TenantView<Flag> tenant) {
        var out = Manifests.builder();
        for (var namespace : tenant.namespaces()) {
            out.annotate(
                            namespace.name(),
                            ANNOTATION,
                            namespace.config().allowed().toString())
                    .makesTrue(Enforcement.by(POLICY), "allowed");
            out.add(quota(namespace.name())).makesTrue(Enforcement.QUOTA, "allowed");
        }
        return out.build();
    }

    @Override
    public List<Attack> attacks(TenantView<Flag> tenant) {
        var namespace = tenant.namespaces().get(0).name();
        var evil = configMap(namespace, "flag");
        var good = configMap(namespace, "other");
        var policy = Layer.policy(POLICY);
        var quota = Layer.object(Mechanism.QUOTA, "v1/ResourceQuota/" + namespace + "/flags");
        return List.of(
                attack("right", evil, good).stoppedBy(policy).build(),
                attack("harmless", good, good).stoppedBy(policy).build(),
                attack("evil-twin", evil, evil).stoppedBy(policy).build(),
                attack("wrong-layer", evil, good).stoppedBy(quota).build(),
                attack("nobody", evil, good)
                        .by(Actor.role("guest"))
                        .stoppedBy(Layer.AUTHORIZATION)
                        .build());
    }

    private static Attack.Builder attack(String id, Request request, Request twin) {
        return Attack.named(id).family("flags").attempts(request).twin(twin);
    }

    private static Request configMap(String namespace, String key) {
        return Request.create(new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("flagged")
                .endMetadata()
                .withData(Map.of(key, "value"))
                .build());
    }

    private static ResourceQuota quota(String namespace) {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("flags")
                .endMetadata()
                .withNewSpec()
                .withHard(Map.of("services", new Quantity("1")))
                .endSpec()
                .build();
    }
}

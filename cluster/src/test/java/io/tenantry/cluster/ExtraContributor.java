package io.tenantry.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;

/** Contributes what {@link Extra} asks for. */
public final class ExtraContributor implements ManifestContributor<Extra> {
    @Override
    public Section<Extra> section() {
        return Section.named("extra", Extra.class, level -> Extra.NONE);
    }

    @Override
    public Manifests contribute(TenantView<Extra> tenant) {
        var out = Manifests.builder();
        for (var namespace : tenant.namespaces()) {
            var config = namespace.config();
            config.configMaps()
                    .forEach(name -> out.add(configMap(namespace.name(), name, "key"))
                            .makesTrue(Enforcement.CONTROLLER, "configMaps"));
            config.refused()
                    .forEach(name -> out.add(configMap(namespace.name(), name, "no key"))
                            .makesTrue(Enforcement.CONTROLLER, "refused"));
            if (config.rule()) {
                var rule = new PrometheusRule();
                rule.setMetadata(new ObjectMetaBuilder()
                        .withName("rule")
                        .withNamespace(namespace.name())
                        .build());
                out.add(rule).makesTrue(Enforcement.CONTROLLER, "rule");
            }
        }
        var platformNamespace = tenant.cluster().profile().platformNamespace();
        tenant.config()
                .platform()
                .forEach(name -> out.addToPlatform(configMap(platformNamespace, tenant.objectName(name), "key"))
                        .makesTrue(Enforcement.CONTROLLER, "platform"));
        return out.build();
    }

    private static ConfigMap configMap(String namespace, String name, String key) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .addToData(key, "value")
                .build();
    }
}

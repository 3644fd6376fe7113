package com.example.odd;

import io.fabric8.kubernetes.api.model.*;
import io.tenantry.*;
import io.tenantry.spi.*;
import java.util.*;

public class SameObject implements ManifestContributor<SameObject.Config> {
    public record Config(Integer number) {}

    public Section<Config> section() {
        return Section.named("torch", Config.class, level -> new Config(1));
    }

    public Manifests contribute(TenantView<Config> tenant) {
        var namespace = tenant.namespaces().get(0).name();
        return Manifests.builder().add(Lamps.in(namespace, tenant.objectName("lamp"))).build();
    }
}

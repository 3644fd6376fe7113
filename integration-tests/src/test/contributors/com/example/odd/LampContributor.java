package com.example.odd;

import io.fabric8.kubernetes.api.model.*;
import io.tenantry.*;
import io.tenantry.spi.*;
import java.util.*;

/** A good one; others get in its way. */
public class LampContributor implements ManifestContributor<Lamp> {
    static final Fact<Integer> WATTS = new Fact<>("example-watts", Integer.class);

    public Section<Lamp> section() {
        return Section.named("lamp", Lamp.class, level -> new Lamp(60));
    }

    public void publish(TenantView<Lamp> tenant, Facts.Builder facts) {
        facts.publish(WATTS, tenant.config().watts());
    }

    public Manifests contribute(TenantView<Lamp> tenant) {
        var out = Manifests.builder();
        for (var namespace : tenant.namespaces()) {
            out.add(Lamps.in(namespace.name(), tenant.objectName("lamp"))).makesTrue(Enforcement.CONTROLLER, "watts");
            out.label(namespace.name(), "example.com/lamp", "on");
        }
        return out.build();
    }
}

package com.example.odd;

import io.fabric8.kubernetes.api.model.*;
import io.tenantry.*;
import io.tenantry.spi.*;
import java.util.*;

public class SameFact implements ManifestContributor<SameFact.Config> {
    public record Config(Integer number) {}

    public Section<Config> section() {
        return Section.named("torch", Config.class, level -> new Config(1));
    }

    public void publish(TenantView<Config> tenant, Facts.Builder facts) {
        facts.publish(LampContributor.WATTS, 1);
    }

    public Manifests contribute(TenantView<Config> tenant) { return Manifests.none(); }
}

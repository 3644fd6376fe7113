package com.example.odd;

import io.fabric8.kubernetes.api.model.*;
import io.tenantry.*;
import io.tenantry.spi.*;
import java.util.*;

public class UnreadableConfig implements ManifestContributor<UnreadableConfig.Config> {
    public record Config(Integer number, double weight) {}

    public Section<Config> section() {
        return Section.named("unreadable", Config.class, level -> new Config(1, 0.5));
    }

    public Manifests contribute(TenantView<Config> tenant) { return Manifests.none(); }
}

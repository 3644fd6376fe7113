package com.example.odd;

import io.fabric8.kubernetes.api.model.*;
import io.tenantry.*;
import io.tenantry.spi.*;
import java.util.*;

public class ConstructorWithParameters implements ManifestContributor<ConstructorWithParameters.Config> {
    public record Config(Integer number) {}

    public ConstructorWithParameters(int number) {}

    public Section<Config> section() {
        return Section.named("hidden", Config.class, level -> new Config(1));
    }

    public Manifests contribute(TenantView<Config> tenant) { return Manifests.none(); }
}

package com.example.odd;

import io.fabric8.kubernetes.api.model.*;
import io.tenantry.*;
import io.tenantry.spi.*;
import java.util.*;

public class NullManifests implements ManifestContributor<NullManifests.Config> {
    public record Config(Integer number) {}

    public Section<Config> section() {
        return Section.named("nothing", Config.class, level -> new Config(1));
    }

    public Manifests contribute(TenantView<Config> tenant) { return null; }
}

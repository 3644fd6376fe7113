package com.example.odd;

import io.tenantry.spi.*;
import java.util.List;

public class SameFile implements ClusterContributor<SameFile.Config> {
    public record Config(Integer number) {}

    public Section<Config> section() {
        return Section.named("sameFile", Config.class, level -> new Config(1));
    }

    public List<ClusterFile> files(List<TenantView<Config>> tenants, ClusterView cluster) {
        return List.of(new ClusterFile("lamps/audit.yaml", ""));
    }

    public Manifests contribute(TenantView<Config> tenant) { return Manifests.none(); }
}

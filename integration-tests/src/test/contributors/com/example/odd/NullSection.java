package com.example.odd;

import io.fabric8.kubernetes.api.model.*;
import io.tenantry.*;
import io.tenantry.spi.*;
import java.util.*;

public class NullSection implements ManifestContributor<Lamp> {
    public Section<Lamp> section() { return null; }

    public Manifests contribute(TenantView<Lamp> tenant) { return Manifests.none(); }
}

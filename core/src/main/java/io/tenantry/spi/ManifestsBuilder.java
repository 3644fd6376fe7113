package io.tenantry.spi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.tenantry.spi.Manifests.Effect;
import io.tenantry.spi.Manifests.Enforces;
import io.tenantry.spi.Manifests.Implied;
import io.tenantry.spi.Manifests.MetadataKind;
import io.tenantry.spi.Manifests.NamespaceMetadata;
import io.tenantry.spi.Manifests.PlacedItem;
import io.tenantry.spi.Manifests.PlacedObject;
import io.tenantry.spi.Manifests.PlacedPolicy;
import io.tenantry.spi.Manifests.Scope;
import io.tenantry.spi.Manifests.Unenforced;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The open item is kept until the next one begins, so that {@code makesTrue} can still add to it. */
final class ManifestsBuilder implements Enforces {
    private final List<PlacedItem> items = new ArrayList<>();
    private final List<Unenforced> unenforced = new ArrayList<>();
    private final List<Implied> implied = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private @Nullable Function<List<Effect>, PlacedItem> open;

    @Override
    public <R extends HasMetadata & Namespaced> Enforces add(R object) {
        return begin(effects -> new PlacedObject(object, Scope.TENANT, effects));
    }

    @Override
    public <R extends HasMetadata & Namespaced> Enforces addToPlatform(R object) {
        return begin(effects -> new PlacedObject(object, Scope.PLATFORM, effects));
    }

    @Override
    public Enforces addToCluster(HasMetadata object) {
        return begin(effects -> new PlacedObject(object, Scope.CLUSTER, effects));
    }

    @Override
    public Manifests.Builder add(SharedPolicy policy) {
        finish();
        items.add(new PlacedPolicy(policy));
        return this;
    }

    @Override
    public Enforces label(String namespace, String key, String value) {
        return begin(effects -> new NamespaceMetadata(namespace, MetadataKind.LABEL, key, value, effects));
    }

    @Override
    public Enforces annotate(String namespace, String key, String value) {
        return begin(effects -> new NamespaceMetadata(namespace, MetadataKind.ANNOTATION, key, value, effects));
    }

    @Override
    public Manifests.Builder notEnforced(String path, String reason) {
        unenforced.add(new Unenforced(path, reason));
        return this;
    }

    @Override
    public Manifests.Builder implies(String path, String consequence) {
        implied.add(new Implied(path, consequence));
        return this;
    }

    @Override
    public Enforces makesTrue(Enforcement by, String... paths) {
        if (open == null) {
            throw new IllegalStateException("makesTrue belongs right after the item that it speaks of");
        }
        effects.add(new Effect(by, List.of(paths)));
        return this;
    }

    @Override
    public Manifests build() {
        finish();
        return new Manifests(items, unenforced, implied);
    }

    private Enforces begin(Function<List<Effect>, PlacedItem> item) {
        finish();
        open = item;
        return this;
    }

    private void finish() {
        if (open != null) {
            items.add(open.apply(effects));
            effects.clear();
            open = null;
        }
    }
}

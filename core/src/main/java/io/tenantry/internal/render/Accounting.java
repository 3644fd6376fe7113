package io.tenantry.internal.render;

import io.tenantry.ClusterProfile;
import io.tenantry.Labels;
import io.tenantry.ValidationAction;
import io.tenantry.internal.bind.BoundTenant;
import io.tenantry.internal.bind.Merged;
import io.tenantry.manifest.Account;
import io.tenantry.manifest.Account.EnforcedBy;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Manifests.Implied;
import io.tenantry.spi.Manifests.NamespaceMetadata;
import io.tenantry.spi.Manifests.PlacedItem;
import io.tenantry.spi.Manifests.PlacedObject;
import io.tenantry.spi.Mechanism;
import io.tenantry.spi.Section;
import io.tenantry.validation.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What becomes of every parameter of one tenant: by which object and mechanism it takes effect, or why it does not. */
final class Accounting {
    private static final int FIRST_VERSION_WITH_POLICIES = 30;
    private static final Comparator<EnforcedBy> ORDER =
            Comparator.comparing(EnforcedBy::mechanism).thenComparing(EnforcedBy::object);

    private final BoundTenant bound;
    private final ClusterProfile profile;
    private final List<Accounted> accounts = new ArrayList<>();

    Accounting(BoundTenant bound, ClusterProfile profile) {
        this.bound = bound;
        this.profile = profile;
    }

    static boolean enforcesPolicies(ClusterProfile profile) {
        return profile.kubernetesVersion().atLeast(FIRST_VERSION_WITH_POLICIES);
    }

    /** An account, what its parameter is called in whatever place it is written, and that place. */
    record Accounted(
            Account account, String parameter, @Nullable Location location) {}

    /** By path. */
    List<Accounted> accounts() {
        identity();
        return accounts.stream()
                .sorted(Comparator.comparing(accounted -> accounted.account().path()))
                .toList();
    }

    /** Accounts for one contributor's section. */
    void section(Contributor<?> contributor, Manifests manifests) {
        Merged<?> own = bound.section(contributor.section());
        for (var leaf : Leaf.of((Record) own.config())) {
            account(own, leaf, manifests, "");
        }
        for (var namespace : bound.namespaces().keySet()) {
            Merged<?> merged = bound.section(contributor.section(), namespace);
            for (var leaf : Leaf.of((Record) merged.config())) {
                if (merged.isWritten(leaf.keys())) {
                    account(merged, leaf, manifests, namespace);
                }
            }
        }
    }

    private void account(Merged<?> merged, Leaf leaf, Manifests manifests, String namespace) {
        var by = new TreeSet<>(ORDER);
        var reasons = new TreeSet<String>();
        var elsewhere = new TreeSet<>(namespace.isEmpty() ? holding(merged.section(), leaf) : List.of());
        for (var item : manifests.items()) {
            for (var effect : item.effects()) {
                if (covers(effect.paths(), leaf) && concerns(item, namespace) && add(effect.by(), item, by, reasons)) {
                    elsewhere.removeIf(other -> concerns(item, other));
                }
            }
        }
        for (var unenforced : manifests.unenforced()) {
            if (covers(List.of(unenforced.path()), leaf)) {
                reasons.add(unenforced.reason());
            }
        }
        if (by.isEmpty() && reasons.isEmpty()) {
            reasons.add(Account.NOT_SAID);
        } else if (!by.isEmpty() && !elsewhere.isEmpty()) {
            reasons.add("nothing makes it true in " + String.join(", ", elsewhere));
        }
        if (by.isEmpty() || !elsewhere.isEmpty()) {
            by.add(new EnforcedBy(Mechanism.NOT_ENFORCED, ""));
        }
        var place = merged.place(leaf.keys());
        var account = new Account(
                bound.tenant().name(),
                place.path(),
                leaf.value(),
                merged.isWritten(leaf.keys()),
                List.copyOf(by),
                String.join("; ", reasons),
                implied(manifests, leaf));
        accounts.add(new Accounted(account, merged.section().name() + "." + leaf.path(), place.location()));
    }

    /** The namespaces where the tenant's own value holds, because they write none of their own. */
    private List<String> holding(Section<?> section, Leaf leaf) {
        return bound.namespaces().keySet().stream()
                .filter(name -> !bound.section(section, name).isWritten(leaf.keys()))
                .toList();
    }

    private static List<String> implied(Manifests manifests, Leaf leaf) {
        return manifests.implied().stream()
                .filter(implied -> covers(List.of(implied.path()), leaf))
                .map(Implied::consequence)
                .distinct()
                .sorted()
                .toList();
    }

    /** Adds what enforces, or why it does not; true when it does. */
    private boolean add(Enforcement by, PlacedItem item, Set<EnforcedBy> enforced, Set<String> reasons) {
        var policy = by.policy();
        if (policy.isPresent() && !enforcesPolicies(profile)) {
            reasons.add("needs ValidatingAdmissionPolicy of Kubernetes 1." + FIRST_VERSION_WITH_POLICIES
                    + ", and the profile says " + profile.kubernetesVersion());
        } else if (policy.isPresent() && profile.enforcement() != ValidationAction.DENY) {
            reasons.add("the profile's enforcement is "
                    + profile.enforcement().wireName().toLowerCase(Locale.ROOT) + ", which admits everything");
        } else {
            var object = policy.map(name -> "admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy//" + name)
                    .orElseGet(() -> objectOf(item));
            enforced.add(new EnforcedBy(by.mechanism(), object));
            return true;
        }
        return false;
    }

    /** Whether an item can speak for a namespace: it is in it, or in none of the tenant's. */
    private boolean concerns(PlacedItem item, String namespace) {
        var of = namespaceOf(item);
        return namespace.isEmpty()
                || namespace.equals(of)
                || !bound.namespaces().containsKey(of);
    }

    private static boolean covers(List<String> paths, Leaf leaf) {
        var path = leaf.path();
        return paths.stream().anyMatch(covering -> path.equals(covering) || path.startsWith(covering + "."));
    }

    private static String namespaceOf(PlacedItem item) {
        if (item instanceof NamespaceMetadata metadata) {
            return metadata.namespace();
        }
        return item instanceof PlacedObject placed
                ? Objects.requireNonNullElse(placed.object().getMetadata().getNamespace(), "")
                : "";
    }

    private static String objectOf(PlacedItem item) {
        if (item instanceof NamespaceMetadata metadata) {
            return "v1/Namespace//" + metadata.namespace() + "#" + metadata.key();
        }
        if (item instanceof PlacedObject placed) {
            var object = placed.object();
            return object.getApiVersion() + "/" + object.getKind() + "/" + namespaceOf(item) + "/"
                    + object.getMetadata().getName();
        }
        return "";
    }

    private void identity() {
        var tenant = bound.tenant();
        record("spec.isolationLevel", tenant.isolationLevel().toString(), Labels.ISOLATION_LEVEL);
        tenant.displayName().ifPresent(value -> record("spec.displayName", value, Labels.DISPLAY_NAME));
        tenant.description().ifPresent(value -> record("spec.description", value, Labels.DESCRIPTION));
        tenant.owner().ifPresent(value -> record("spec.owner", value, Labels.OWNER));
        tenant.labels().forEach((key, value) -> record("spec.labels." + key, value, key));
        tenant.annotations().forEach((key, value) -> record("spec.annotations." + key, value, key));
        for (var namespace : tenant.namespaces()) {
            var path = "spec.namespaces[" + namespace.name() + "]";
            namespace.labels().forEach((key, value) -> record(path + ".labels." + key, value, key, namespace.name()));
            namespace
                    .annotations()
                    .forEach((key, value) -> record(path + ".annotations." + key, value, key, namespace.name()));
        }
    }

    private void record(String path, String value, String key) {
        record(path, value, key, bound.namespaces().keySet().toArray(String[]::new));
    }

    private void record(String path, String value, String key, String... namespaces) {
        var by = new ArrayList<EnforcedBy>();
        for (var namespace : namespaces) {
            by.add(new EnforcedBy(Mechanism.RECORD, "v1/Namespace//" + namespace + "#" + key));
        }
        boolean written = bound.origin() == null
                || !path.equals("spec.isolationLevel")
                || bound.origin().spec().mapping().get("isolationLevel").isPresent();
        var account = new Account(bound.tenant().name(), path, value, written, by, "", List.of());
        accounts.add(new Accounted(account, path, null));
    }
}

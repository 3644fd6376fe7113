package io.tenantry.feature.isolation;

import io.tenantry.IsolationLevel;
import io.tenantry.Tenant;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Problems;
import io.tenantry.validation.Names;
import io.tenantry.validation.Quoted;
import io.tenantry.validation.Suggestion;
import java.util.List;
import java.util.function.BiConsumer;

/** What is wrong with the keys that the policies on pods rest on. */
final class PodProblems {
    private static final String ALLOWED = "allowedRegistries";
    private static final String BLOCKED = "blockedRegistries";
    private static final String PRIVILEGED = "allowPrivilegedContainers";

    private final Tenant tenant;
    private final Level level;
    private final Isolation isolation;

    private PodProblems(Tenant tenant, Level level) {
        this.tenant = tenant;
        this.level = level;
        this.isolation = level.config();
    }

    static void check(Tenant tenant, Level level, ClusterView cluster) {
        var checks = new PodProblems(tenant, level);
        checks.registries();
        checks.registriesTogether();
        checks.capabilities();
        checks.privileges();
        checks.nodes();
        checks.classes();
        checks.selinux();
        checks.verification(cluster);
    }

    private void registries() {
        each(ALLOWED, isolation.allowedRegistries(), this::registry);
        each(BLOCKED, isolation.blockedRegistries(), this::registry);
        if (isolation.allowedRegistries().isEmpty() && isStrict() && level.states(ALLOWED)) {
            level.at(ALLOWED)
                    .error(
                            "ISOLATION_REGISTRIES_MISSING",
                            "is empty, so that images may come from anywhere, but strict must name registries",
                            "write those that the tenant's images come from, such as [ghcr.io/acme]");
        }
    }

    private void registry(Problems at, String entry) {
        Registries.flaw(entry)
                .ifPresent(flaw -> at.error(
                        "ISOLATION_REGISTRY", "has " + Quoted.of(entry) + ", which " + flaw.message(), flaw.fix()));
    }

    /** An image must come from what is allowed and not blocked. */
    private void registriesTogether() {
        var allowed = Registries.normalised(isolation.allowedRegistries());
        var blocked = Registries.normalised(isolation.blockedRegistries());
        if (allowed.isEmpty() || !level.states(ALLOWED, BLOCKED)) {
            return;
        }
        var left = allowed.stream()
                .filter(entry -> blocked.stream().noneMatch(block -> Registries.isWithin(entry, block)))
                .toList();
        if (left.isEmpty()) {
            level.at(BLOCKED)
                    .error(
                            "ISOLATION_REGISTRIES_NONE_LEFT",
                            "blocks all of allowedRegistries, so that no image is left",
                            "remove " + String.join(" or ", allowed) + " from one of them");
        }
    }

    private void capabilities() {
        each("restrictedCapabilities", isolation.restrictedCapabilities(), (at, name) -> {
            var known = Capabilities.KNOWN;
            if (!known.contains(Capabilities.normalised(name))) {
                var nearest = Suggestion.nearest(Capabilities.normalised(name), known);
                at.error(
                        "ISOLATION_CAPABILITY",
                        "has " + Quoted.of(name) + ", which is no capability of Linux",
                        nearest.map(word -> "write " + word).orElse("write one like NET_ADMIN, or ALL for every one"));
            }
        });
    }

    private void privileges() {
        if (isolation.allowPrivilegedContainers()
                && isolation.podSecurityPolicy() != PodSecurityLevel.PRIVILEGED
                && level.states(PRIVILEGED, "podSecurityPolicy")
                && !isStrict()) {
            level.at(PRIVILEGED)
                    .error(
                            "ISOLATION_PRIVILEGED_REFUSED",
                            "is true but podSecurityPolicy is " + isolation.podSecurityPolicy()
                                    + ", which admits no privileged container",
                            "remove it, or write podSecurityPolicy: privileged");
        }
    }

    private void nodes() {
        var labels = isolation.nodeAffinity();
        if (isolation.dedicatedNodes()
                && (labels == null || labels.isEmpty())
                && level.states("dedicatedNodes", "nodeAffinity")) {
            level.at("dedicatedNodes")
                    .error(
                            "ISOLATION_NODES_UNNAMED",
                            "is true but nodeAffinity names no label by which the nodes are found",
                            "write a label that these nodes have, such as nodeAffinity: {pool: " + tenant.name() + "}");
        }
        if (labels != null && level.states("nodeAffinity")) {
            labels.forEach((key, value) -> Names.labelKey(key)
                    .or(() -> Names.labelValue(value))
                    .ifPresent(flaw -> level.at("nodeAffinity")
                            .at(key)
                            .error("ISOLATION_NODE_LABEL", flaw.message(), flaw.fix())));
        }
    }

    private void classes() {
        each("allowedPriorityClasses", isolation.allowedPriorityClasses(), (at, name) -> {
            if (name.startsWith("system-")) {
                at.error(
                        "ISOLATION_SYSTEM_PRIORITY",
                        "has " + Quoted.of(name) + ", before which the cluster's own pods would give way",
                        "remove it");
            } else {
                objectName(at, name);
            }
        });
        each("allowedRuntimeClasses", isolation.allowedRuntimeClasses(), PodProblems::objectName);
    }

    private static void objectName(Problems at, String name) {
        Names.subdomain(name).ifPresent(flaw -> at.error("ISOLATION_CLASS_NAME", flaw.message(), flaw.fix()));
    }

    private void selinux() {
        var written = isolation.selinuxLevel();
        if (written != null && !SelinuxLevels.isLevel(written) && level.states("selinuxLevel")) {
            level.at("selinuxLevel")
                    .error(
                            "ISOLATION_SELINUX_LEVEL",
                            "is " + Quoted.of(written) + " but must be s0 with two different categories of 0 to 1023",
                            "write it like " + SelinuxLevels.ofName(tenant.name()));
        }
    }

    private void verification(ClusterView cluster) {
        if (!isolation.imageVerification()
                || !cluster.installed(ImageVerification.KYVERNO)
                || !level.states("imageVerification")) {
            return;
        }
        var keys = ImageVerification.keys(cluster);
        if (keys.isEmpty()) {
            level.at("imageVerification")
                    .error(
                            "ISOLATION_IMAGE_KEYS",
                            "is true but the cluster profile has no keys to verify by",
                            "list public keys under isolation.imageKeys in the ClusterProfile");
        } else if (!keys.stream().allMatch(ImageVerification::isKey)) {
            level.at("imageVerification")
                    .error(
                            "ISOLATION_IMAGE_KEYS",
                            "is true but isolation.imageKeys in the cluster profile has what is no public key in PEM",
                            "write keys as cosign generate-key-pair writes cosign.pub");
        }
    }

    private void each(String key, List<String> entries, BiConsumer<Problems, String> check) {
        if (level.states(key)) {
            entries.forEach(entry -> check.accept(level.at(key), entry));
        }
    }

    private boolean isStrict() {
        return tenant.isolationLevel() == IsolationLevel.STRICT;
    }
}

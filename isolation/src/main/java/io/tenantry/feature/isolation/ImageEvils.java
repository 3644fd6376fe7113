package io.tenantry.feature.isolation;

import io.tenantry.IsolationLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Images that a namespace must not run. */
final class ImageEvils {
    private static final String DIGEST = "@" + AttackedPod.DIGEST;
    private static final String FOREIGN = "tenantry-attack.example";

    private final Isolation isolation;
    private final List<PodEvil> evils = new ArrayList<>();

    private ImageEvils(Isolation isolation) {
        this.isolation = isolation;
    }

    static List<PodEvil> of(IsolationLevel level, Isolation isolation) {
        var evils = new ImageEvils(isolation);
        if (!isolation.allowedRegistries().isEmpty()) {
            evils.foreign(isolation.allowedRegistries().get(0));
        }
        isolation.blockedRegistries().stream().limit(1).forEach(evils::blocked);
        if (isolation.requireImageDigest() || isolation.imageVerification()) {
            evils.image("no-digest", AttackedPod.image(isolation).split("@", 2)[0] + ":latest");
        }
        if (level != IsolationLevel.PERMISSIVE) {
            evils.evils.add(neverPulled());
        }
        return evils.evils;
    }

    static PodEvil neverPulled() {
        return PodEvil.container("images/pull-policy-never", Map.of("imagePullPolicy", "Never"), PodsPolicy.NAME);
    }

    /** Names that look like an allowed one, or that are read as one of a default registry. */
    private void foreign(String allowed) {
        var host = allowed.split("/", 2)[0];
        image("foreign-registry", FOREIGN + "/app" + DIGEST);
        image("longer-host", host.split(":", 2)[0] + "." + FOREIGN + "/app" + DIGEST);
        image("allowed-name-as-path", FOREIGN + "/" + allowed.replace(":", "-") + "/app" + DIGEST);
        image("at-sign", allowed + "/app@" + FOREIGN + "/app");
        image("climbing-path", allowed + "/../../" + FOREIGN + "/app" + DIGEST);
        image("id-on-the-node", AttackedPod.DIGEST);
        image("other-port", host.split(":", 2)[0] + ":8443/app" + DIGEST);
        if (allowed.contains("/")) {
            image("longer-path", allowed + "-other/app" + DIGEST);
        }
        if (isolation.allowedRegistries().stream().noneMatch(entry -> entry.contains("docker.io"))) {
            image("default-registry", "app" + DIGEST);
            image("default-registry-with-path", "tenantry/app" + DIGEST);
        }
        evils.add(PodEvil.spec(
                "images/image-volume",
                Map.of(
                        "volumes",
                        List.of(Map.of("name", "image", "image", Map.of("reference", FOREIGN + "/app" + DIGEST)))),
                PodsPolicy.NAME));
    }

    private void blocked(String entry) {
        image("blocked", entry + "/app" + DIGEST);
        if (entry.equals("docker.io")) {
            image("blocked-by-default", "app" + DIGEST);
            image("blocked-by-old-name", "index.docker.io/library/app" + DIGEST);
        }
        if (!entry.contains(":")) {
            var parts = entry.split("/", 2);
            image("blocked-at-a-port", parts[0] + ":443/" + (parts.length > 1 ? parts[1] + "/" : "") + "app" + DIGEST);
        }
    }

    private void image(String variant, String image) {
        evils.add(PodEvil.container("images/" + variant, Map.of("image", image), PodsPolicy.NAME));
    }
}

package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.Labels;
import io.tenantry.spi.AddOn;
import io.tenantry.spi.ClusterView;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Signatures of images, verified by Kyverno where it is installed and the profile has keys. That images are named by
 * digest, without which a signature says little, {@link ImageRules} requires everywhere.
 *
 * @see <a href="https://kyverno.io/docs/policy-types/image-validating-policy/">ImageValidatingPolicy</a>
 */
final class ImageVerification {
    static final String LABEL = Labels.PREFIX + "image-verification";
    static final AddOn KYVERNO = new AddOn("kyverno");
    static final String NAME = "tenantry-image-verification";

    private static final String PEM = "-----BEGIN PUBLIC KEY-----";
    private static final List<String> LISTS = List.of("containers", "initContainers", "ephemeralContainers");

    private ImageVerification() {}

    /** Whether there are keys, and somebody to verify by them. */
    static boolean isPossible(ClusterView cluster) {
        return cluster.installed(KYVERNO) && !keys(cluster).isEmpty();
    }

    static List<String> keys(ClusterView cluster) {
        return cluster.profile(IsolationProfile.class).imageKeys();
    }

    static boolean isKey(String text) {
        return text.strip().startsWith(PEM);
    }

    static void add(String namespace, Isolation isolation, ClusterView cluster, Manifests.Builder out) {
        if (isPossible(cluster)) {
            out.label(namespace, LABEL, isolation.imageVerification() ? "required" : "optional")
                    .makesTrue(Enforcement.CONTROLLER, "imageVerification");
        } else if (isolation.imageVerification()) {
            out.notEnforced(
                    "imageVerification",
                    "images must be named by digest, but signatures are verified only with the add-on kyverno and"
                            + " isolation.imageKeys in the cluster profile");
        }
    }

    /** The policy for all tenants that ask for it. */
    static HasMetadata policy(ClusterView cluster) {
        var keys = keys(cluster);
        var spec = new TreeMap<String, Object>(Map.of(
                "failurePolicy",
                "Fail",
                "validationActions",
                List.of(cluster.profile().enforcement().wireName()),
                "matchConstraints",
                matchConstraints(),
                "matchImageReferences",
                List.of(Map.of("glob", "*")),
                "attestors",
                IntStream.range(0, keys.size())
                        .mapToObj(i -> attestor(name(i), keys.get(i)))
                        .toList(),
                "validations",
                validations(keys.size())));
        spec.put(
                "validationConfigurations",
                new TreeMap<>(Map.of("mutateDigest", false, "required", true, "verifyDigest", true)));
        return GenericObject.of("policies.kyverno.io/v1", "ImageValidatingPolicy", null, NAME, Map.of("spec", spec));
    }

    private static Map<String, Object> matchConstraints() {
        var constraints = new TreeMap<String, Object>();
        constraints.put("namespaceSelector", Map.of("matchLabels", Map.of(LABEL, "required")));
        constraints.put(
                "resourceRules", List.of(rule("pods", "CREATE", "UPDATE"), rule("pods/ephemeralcontainers", "UPDATE")));
        return constraints;
    }

    private static Map<String, Object> rule(String resource, String... operations) {
        var rule = new TreeMap<String, Object>();
        rule.put("apiGroups", List.of(""));
        rule.put("apiVersions", List.of("v1"));
        rule.put("operations", List.of(operations));
        rule.put("resources", List.of(resource));
        return rule;
    }

    private static Map<String, Object> attestor(String name, String key) {
        var attestor = new TreeMap<String, Object>();
        attestor.put("name", name);
        attestor.put("cosign", Map.of("key", Map.of("data", key)));
        return attestor;
    }

    private static List<Map<String, String>> validations(int keys) {
        var names =
                IntStream.range(0, keys).mapToObj(i -> "attestors." + name(i)).toList();
        var validations = new ArrayList<Map<String, String>>();
        for (var list : LISTS) {
            var validation = new TreeMap<String, String>();
            validation.put(
                    "expression",
                    "images.%s.map(image, verifyImageSignatures(image, [%s])).all(count, count > 0)"
                            .formatted(list, String.join(", ", names)));
            validation.put("message", "an image is not signed with a key that the platform trusts");
            validations.add(validation);
        }
        return validations;
    }

    private static String name(int key) {
        return "key" + key;
    }
}

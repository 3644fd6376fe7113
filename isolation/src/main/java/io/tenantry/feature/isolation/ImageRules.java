package io.tenantry.feature.isolation;

import io.tenantry.spi.SharedPolicyBuilder;

/**
 * Where images come from and how they are named and pulled.
 *
 * <p>References are read as container runtimes do: {@code nginx} is {@code docker.io/library/nginx}, and what stands
 * before the first slash is a registry when it has a dot, a colon or a capital letter in it, or is {@code localhost}. A
 * reference that no runtime can read, or that names an image on the node by its id, comes from no registry.
 *
 * @see <a href="https://github.com/distribution/reference/blob/main/normalize.go">normalization of references</a>
 */
final class ImageRules {
    private static final String HOST =
            "[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?([.][a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*(:[0-9]+)?";
    private static final String SEGMENT = "[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*";
    private static final String TAG = ":[A-Za-z0-9_][A-Za-z0-9_.-]*";
    private static final String DIGEST = "@[A-Za-z][A-Za-z0-9]*([-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}";
    private static final String REFERENCE =
            "^(" + HOST + "/)?" + SEGMENT + "(/" + SEGMENT + ")*(" + TAG + ")?(" + DIGEST + ")?$";

    private static final String NAMES_REGISTRY = "^(localhost|[^/]*[.:A-Z][^/]*)/";

    /** All before the tag and the digest. */
    private static final String REPOSITORY = "^([^/@]*/)*[^/@:]*";

    private static final String ANY_ALLOWED = PodsPolicy.setting(PodAnnotations.ALLOWED_REGISTRIES) + " == '*'";
    private static final String NONE_BLOCKED = PodsPolicy.setting(PodAnnotations.BLOCKED_REGISTRIES) + " == ''";

    private ImageRules() {}

    static void add(SharedPolicyBuilder policy) {
        variables(policy);
        registries(policy);
        policy.requires(
                        PodsPolicy.setting(PodAnnotations.IMAGE_DIGEST)
                                + " != 'required' || variables.images.all(image, image.contains('@'))",
                        "'image ' + variables.images.filter(image, !image.contains('@'))[0]"
                                + " + ' has no digest; name it by digest, as in ' + "
                                + "variables.images.filter(image, !image.contains('@'))[0] + '@sha256:…'")
                .requires(
                        PodsPolicy.setting(PodAnnotations.PULL_POLICY_NEVER) + " == 'allowed' || !(" + neverPulled()
                                + ")",
                        "'imagePullPolicy is Never, which runs what others left on the node; write Always or"
                                + " IfNotPresent'");
    }

    private static void variables(SharedPolicyBuilder policy) {
        policy.variable("allowed", PodsPolicy.lines(PodAnnotations.ALLOWED_REGISTRIES))
                .variable("blocked", PodsPolicy.lines(PodAnnotations.BLOCKED_REGISTRIES))
                .variable("sources", "variables.volumes.filter(volume, has(volume.image)).map(volume, volume.image)")
                .variable(
                        "images",
                        "variables.containers.map(container, container.?image.orValue(''))"
                                + " + variables.sources.map(source, source.?reference.orValue(''))")
                .variable("repositories", repositories());
    }

    private static void registries(SharedPolicyBuilder policy) {
        policy.requires(
                        "(" + ANY_ALLOWED + " && " + NONE_BLOCKED + ") || variables.images.all(image, "
                                + isReference("image") + ")",
                        "'image ' + variables.images.filter(image, !(" + isReference("image") + "))[0]"
                                + " + ' is no reference to a registry; write REGISTRY/PATH:TAG or"
                                + " REGISTRY/PATH@DIGEST'")
                .requires(
                        ANY_ALLOWED + " || variables.repositories.all(name, " + isAllowed("name") + ")",
                        "'image ' + variables.repositories.filter(name, !(" + isAllowed("name") + "))[0]"
                                + " + ' is not from a registry that is allowed here: ' + " + Cel.listed("allowed"))
                .requires(
                        NONE_BLOCKED + " || !variables.repositories.exists(name, " + isBlocked("name") + ")",
                        "'image ' + variables.repositories.filter(name, " + isBlocked("name") + ")[0]"
                                + " + ' is from a registry that is blocked here: ' + " + Cel.listed("blocked"));
    }

    /** Registry and path of each image, in the spelling that entries of the annotations have. */
    private static String repositories() {
        return "variables.images.map(image, ((image.matches('" + NAMES_REGISTRY + "') ? ''"
                + " : image.contains('/') ? 'docker.io/' : 'docker.io/library/') + image.find('" + REPOSITORY
                + "')).lowerAscii())"
                + ".map(name, name.startsWith('index.docker.io/') ? name.substring(6) : name)"
                + ".map(name, name.matches('^docker[.]io/[^/]+$') ? 'docker.io/library/' + name.substring(10) : name)";
    }

    /** An image named {@code sha256:…} is one that is on the node already, whosever it is. */
    private static String isReference(String image) {
        return "%1$s.matches('%2$s') && !%1$s.matches('^sha[0-9]+:')".formatted(image, REFERENCE);
    }

    private static String isAllowed(String name) {
        return "variables.allowed.exists(entry, (%s + '/').startsWith(entry + '/'))".formatted(name);
    }

    /** A registry that is blocked without a port is blocked at every port. */
    private static String isBlocked(String name) {
        return """
                variables.blocked.exists(entry, (%1$s + '/').startsWith(entry + '/') \
                || (%1$s.contains(':') && (%1$s.split('/')[0].split(':')[0] + %1$s.substring(%1$s.indexOf('/')) + '/').startsWith(entry + '/')))""".formatted(name);
    }

    private static String neverPulled() {
        return "variables.containers.exists(container, container.?imagePullPolicy.orValue('') == 'Never')"
                + " || variables.sources.exists(source, source.?pullPolicy.orValue('') == 'Never')";
    }
}

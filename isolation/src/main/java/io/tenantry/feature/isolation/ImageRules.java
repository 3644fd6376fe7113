package io.tenantry.feature.isolation;

import io.tenantry.spi.SharedPolicy;
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
    private static final String NAMES_DOCKER_HUB = "(?i)^(index[.])?docker[.]io/";

    /** All before the tag and the digest. */
    private static final String UNTAGGED = "image.find('^([^/@]*/)*[^/@:]*')";

    /**
     * Registry and path of an image, in the spelling that entries of the annotations have; empty for what is no reference.
     * One named {@code sha256:…} is an image that is on the node already, whosever it is.
     */
    private static final String REPOSITORY = "(!image.matches('" + REFERENCE
            + "') || image.matches('^sha[0-9]+:') ? ''"
            + " : image.matches('" + NAMES_DOCKER_HUB
            + "') ? 'docker.io' + (image.matches('/.*/') ? '' : '/library') + "
            + UNTAGGED + ".find('/.*')"
            + " : image.matches('" + NAMES_REGISTRY + "') ? " + UNTAGGED + ".lowerAscii()"
            + " : (image.contains('/') ? 'docker.io/' : 'docker.io/library/') + " + UNTAGGED + ")";

    private static final String ANY_ALLOWED =
            SharedPolicy.setting(PodAnnotations.ALLOWED_REGISTRIES) + " == '" + Annotations.ANY + "'";
    private static final String NONE_BLOCKED = SharedPolicy.setting(PodAnnotations.BLOCKED_REGISTRIES) + " == ''";

    private static final String IS_ALLOWED =
            Cel.entries(PodAnnotations.ALLOWED_REGISTRIES) + ".exists(entry, (name + '/').startsWith(entry + '/'))";

    /** A registry that is blocked without a port is blocked at every port. */
    private static final String IS_BLOCKED = Cel.entries(PodAnnotations.BLOCKED_REGISTRIES)
            + ".exists(entry, (name + '/').startsWith(entry + '/') || (name.contains(':')"
            + " && (name.split('/')[0].split(':')[0] + name.substring(name.indexOf('/')) + '/').startsWith(entry + '/')))";

    private ImageRules() {}

    static void add(SharedPolicyBuilder policy) {
        variables(policy);
        registries(policy);
        policy.requires(
                        SharedPolicy.setting(PodAnnotations.IMAGE_DIGEST)
                                + " != 'required' || variables.images.all(image, image.contains('@'))",
                        "'image ' + variables.images.filter(image, !image.contains('@'))[0]"
                                + " + ' has no digest; name it by digest, as in ' + "
                                + "variables.images.filter(image, !image.contains('@'))[0] + '@sha256:…'")
                .requires(
                        SharedPolicy.setting(PodAnnotations.PULL_POLICY_NEVER) + " == 'allowed' || !(" + neverPulled()
                                + ")",
                        "'imagePullPolicy is Never, which runs what others left on the node; write Always or"
                                + " IfNotPresent'");
    }

    private static void variables(SharedPolicyBuilder policy) {
        policy.variable(
                        "images",
                        "variables.containers.map(container, container.?image.orValue(''))"
                                + " + variables.volumes.filter(volume, has(volume.image))"
                                + ".map(volume, volume.image.?reference.orValue(''))")
                .variable("repositories", "variables.images.map(image, " + REPOSITORY + ")");
    }

    private static void registries(SharedPolicyBuilder policy) {
        policy.requires(
                        "(" + ANY_ALLOWED + " && " + NONE_BLOCKED + ") || !('' in variables.repositories)",
                        "'image ' + variables.images.filter(image, " + REPOSITORY + " == '')[0]"
                                + " + ' is no reference to a registry; write REGISTRY/PATH:TAG or"
                                + " REGISTRY/PATH@DIGEST'")
                .requires(
                        ANY_ALLOWED + " || variables.repositories.all(name, " + IS_ALLOWED + ")",
                        "'image ' + variables.repositories.filter(name, !(" + IS_ALLOWED + "))[0]"
                                + " + ' is not from a registry that is allowed here: ' + "
                                + Cel.listedEntries(PodAnnotations.ALLOWED_REGISTRIES))
                .requires(
                        NONE_BLOCKED + " || !variables.repositories.exists(name, " + IS_BLOCKED + ")",
                        "'image ' + variables.repositories.filter(name, " + IS_BLOCKED + ")[0]"
                                + " + ' is from a registry that is blocked here: ' + "
                                + Cel.listedEntries(PodAnnotations.BLOCKED_REGISTRIES));
    }

    private static String neverPulled() {
        return "variables.containers.exists(container, container.?imagePullPolicy.orValue('') == 'Never')"
                + " || variables.volumes.exists(volume, volume.?image.?pullPolicy.orValue('') == 'Never')";
    }
}

package io.tenantry.spi;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import java.util.List;
import java.util.stream.Stream;

/**
 * A ValidatingAdmissionPolicy with its binding, one of each for all tenants; with several bindings where it judges objects
 * by several labels.
 *
 * <pre>{@code
 * SharedPolicy.named("tenantry-min-replicas")
 *         .judges("apps", "v1", "deployments", "CREATE", "UPDATE")
 *         .annotation("minimum", "tenantry.io/min-replicas")
 *         .requires("variables.minimum == '' || object.spec.replicas >= int(variables.minimum)",
 *                 "'spec.replicas is ' + string(object.spec.replicas) + ' but must be ' + variables.minimum + ' or more'")
 *         .build(cluster);
 * }</pre>
 *
 * <p>All such policies fail closed, exempt whoever may {@code manage} {@code tenants.tenantry.io} and nobody else
 * (unless {@link SharedPolicyBuilder#sparesControlPlane()}), judge namespaces that carry {@link
 * io.tenantry.Labels#TENANT}, and answer Forbidden (403). The API server puts the object and the policy's name before
 * their message. The settings of a tenant are read from annotations of its namespace through {@link #setting}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/">Validating
 *     Admission Policy</a>
 */
public record SharedPolicy(ValidatingAdmissionPolicy policy, List<ValidatingAdmissionPolicyBinding> bindings) {
    public SharedPolicy {
        bindings = List.copyOf(bindings);
    }

    public static SharedPolicyBuilder named(String name) {
        return new SharedPolicyBuilder(name);
    }

    /** CEL for what an annotation of the request's namespace says, in a policy built here; the empty string without it. */
    public static String setting(String key) {
        return "variables.settings[?'%s'].orValue('')".formatted(key);
    }

    public String name() {
        return policy.getMetadata().getName();
    }

    /** The policy and its bindings. */
    public Stream<HasMetadata> objects() {
        return Stream.concat(Stream.of(policy), bindings.stream());
    }
}

package io.tenantry.feature.network.proof;

import static java.util.stream.Collectors.joining;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.NamedRuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.tenantry.manifest.Manifest;
import io.tenantry.manifest.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the proof of a rendering rests on, and which rendered object sees to each. */
final class Assumptions {
    private static final String ANY = "*";

    private final RenderedNetwork network;
    private final Rendered rendered;
    private final Set<String> denying;

    private Assumptions(RenderedNetwork network) {
        this.network = network;
        this.rendered = network.rendered();
        this.denying = rendered.shared().stream()
                .map(Manifest::object)
                .filter(object -> object instanceof ValidatingAdmissionPolicyBinding binding
                        && binding.getSpec().getValidationActions().contains("Deny"))
                .map(binding ->
                        ((ValidatingAdmissionPolicyBinding) binding).getSpec().getPolicyName())
                .collect(Collectors.toSet());
    }

    static List<Assumption> of(RenderedNetwork network) {
        return new Assumptions(network).all();
    }

    private List<Assumption> all() {
        var all = new ArrayList<Assumption>();
        all.add(Assumption.notEnforced("the network plugin enforces NetworkPolicies, in both directions"));
        if (network.reading().usesEndPorts()) {
            all.add(Assumption.notEnforced("the network plugin obeys endPort, as network.endPort of the profile says"));
        }
        all.add(hostNetwork());
        all.add(by(
                "tenants cannot change the labels of their Namespaces, on which selectors rest",
                rule -> covers(rule, "", "namespaces", "UPDATE", true)));
        all.add(new Assumption("namespaces have their own names in kubernetes.io/metadata.name", "the API server"));
        all.add(by(
                "tenants cannot change or delete the rendered NetworkPolicies",
                rule -> covers(rule, "networking.k8s.io", "networkpolicies", "UPDATE", true)
                        && covers(rule, "networking.k8s.io", "networkpolicies", "DELETE", true)));
        all.add(by(
                "NetworkPolicies that tenants write themselves open nothing to other tenants",
                rule -> covers(rule, "networking.k8s.io", "networkpolicies", "CREATE", false)));
        addresses(all);
        all.add(Assumption.notEnforced("the cluster has no NetworkPolicies but these and those given with --with, and"
                + " no policies of other kinds, such as CiliumNetworkPolicy"));
        all.add(Assumption.notEnforced("pods of the platform pass no connections on from one tenant to another"));
        return List.copyOf(all);
    }

    private Assumption hostNetwork() {
        var text = "no tenant's pod is in the network of its node: Pod Security is at least baseline";
        var lax = network.reading().lax();
        return lax.isEmpty()
                ? new Assumption(text, "label pod-security.kubernetes.io/enforce of each tenant's Namespace")
                : Assumption.notEnforced(text + ", but not in " + lax.size() + " of "
                        + network.owners().size() + " namespaces, such as " + lax.first());
    }

    private void addresses(List<Assumption> all) {
        var blocks = rendered.cluster().profile().podCIDRs();
        if (!blocks.isEmpty()) {
            all.add(Assumption.notEnforced(
                    "pods have addresses of podCIDRs and no others: " + String.join(", ", blocks)));
        }
    }

    private Assumption by(String text, Predicate<NamedRuleWithOperations> rule) {
        var objects = rendered.shared().stream()
                .filter(manifest -> manifest.object() instanceof ValidatingAdmissionPolicy policy
                        && denying.contains(manifest.name())
                        && policy.getSpec().getMatchConstraints() != null
                        && policy.getSpec().getMatchConstraints().getResourceRules().stream()
                                .anyMatch(rule))
                .map(Manifest::key)
                .collect(joining(", "));
        return objects.isEmpty() ? Assumption.notEnforced(text) : new Assumption(text, objects);
    }

    /** Whether a rule is about such requests; with all resources only where that is meant too. */
    private static boolean covers(
            NamedRuleWithOperations rule, String group, String resource, String operation, boolean amongAll) {
        var resources = rule.getResources();
        return has(rule.getApiGroups(), group)
                && (resources.contains(resource)
                        || (amongAll && (resources.contains(ANY) || resources.contains("*/*"))))
                && has(rule.getOperations(), operation);
    }

    private static boolean has(List<String> list, String item) {
        return list.contains(item) || list.contains(ANY);
    }
}

package io.tenantry.spi;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchCondition;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.NamedRuleWithOperations;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.NamedRuleWithOperationsBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBindingBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Validation;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.Variable;
import io.tenantry.Labels;
import java.util.ArrayList;
import java.util.List;

/** Builds a {@link SharedPolicy}; see there. Not for use by several threads. */
public final class SharedPolicyBuilder {
    /** Whoever passes this is the platform; a Role in a namespace never grants it. */
    private static final MatchCondition NOT_THE_PLATFORM = new MatchCondition(
            "!authorizer.group('tenantry.io').resource('tenants').check('manage').allowed()", "not-the-platform");

    private static final MatchCondition NOT_THE_CONTROL_PLANE = new MatchCondition(
            "!('system:serviceaccounts:kube-system' in request.userInfo.groups)"
                    + " && !('system:nodes' in request.userInfo.groups)"
                    + " && !(request.userInfo.username in ['system:kube-controller-manager', 'system:apiserver'])",
            "not-the-control-plane");

    private final String name;
    private final List<NamedRuleWithOperations> rules = new ArrayList<>();
    private final List<MatchCondition> conditions = new ArrayList<>(List.of(NOT_THE_PLATFORM));
    private final List<Variable> variables = new ArrayList<>();
    private final List<Validation> validations = new ArrayList<>();
    private boolean inTenantNamespacesOnly = true;

    SharedPolicyBuilder(String name) {
        this.name = name;
    }

    /** Which requests are judged; may be said more than once. {@code "*"} as group, version or resource means any. */
    public SharedPolicyBuilder judges(String group, String version, String resource, String... operations) {
        rules.add(new NamedRuleWithOperationsBuilder()
                .withApiGroups(group)
                .withApiVersions(version)
                .withResources(resource)
                .withOperations(operations)
                .build());
        return this;
    }

    /** Judges every namespace and objects without one; the conditions then have to find the tenant themselves. */
    public SharedPolicyBuilder everywhere() {
        inTenantNamespacesOnly = false;
        return this;
    }

    /** Exempts the controllers and nodes of the cluster too; only for policies that guard what the platform owns. */
    public SharedPolicyBuilder sparesControlPlane() {
        conditions.add(NOT_THE_CONTROL_PLANE);
        return this;
    }

    /** Judges only requests for which this CEL expression holds. */
    public SharedPolicyBuilder when(String conditionName, String expression) {
        conditions.add(new MatchCondition(expression, conditionName));
        return this;
    }

    /** A CEL variable, read as {@code variables.NAME}. */
    public SharedPolicyBuilder variable(String variable, String expression) {
        variables.add(new Variable(expression, variable));
        return this;
    }

    /** A CEL variable with the value of an annotation of the request's namespace, or the empty string. */
    public SharedPolicyBuilder annotation(String variable, String key) {
        return variable(
                variable, "namespaceObject.metadata.?annotations.orValue({})[?'%s'].orValue('')".formatted(key));
    }

    /**
     * Denies what does not satisfy the expression.
     *
     * @param expression CEL, true for what is admitted
     * @param message CEL, a string that says which value is wrong and what it must be
     */
    public SharedPolicyBuilder requires(String expression, String message) {
        var validation = new Validation();
        validation.setExpression(expression);
        validation.setMessageExpression(message);
        validation.setMessage("not allowed in this tenant");
        validation.setReason("Forbidden");
        validations.add(validation);
        return this;
    }

    /** The policy, with a binding that answers as the profile's {@code enforcement} says. */
    public SharedPolicy build(ClusterView cluster) {
        return new SharedPolicy(policy(), binding(cluster));
    }

    private ValidatingAdmissionPolicy policy() {
        return new ValidatingAdmissionPolicyBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withFailurePolicy("Fail")
                .withNewMatchConstraints()
                .withResourceRules(rules)
                .withMatchPolicy("Equivalent")
                .withNamespaceSelector(namespaces())
                .withObjectSelector(new LabelSelector())
                .endMatchConstraints()
                .withMatchConditions(conditions)
                .withVariables(variables)
                .withValidations(validations)
                .endSpec()
                .build();
    }

    private LabelSelector namespaces() {
        return inTenantNamespacesOnly
                ? new LabelSelectorBuilder()
                        .addNewMatchExpression()
                        .withKey(Labels.TENANT)
                        .withOperator("Exists")
                        .endMatchExpression()
                        .build()
                : new LabelSelector();
    }

    private ValidatingAdmissionPolicyBinding binding(ClusterView cluster) {
        return new ValidatingAdmissionPolicyBindingBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withPolicyName(name)
                .withValidationActions(cluster.profile().enforcement().wireName())
                .endSpec()
                .build();
    }
}

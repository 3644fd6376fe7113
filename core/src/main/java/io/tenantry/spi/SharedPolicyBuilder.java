package io.tenantry.spi;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchCondition;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchResources;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MatchResourcesBuilder;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds a {@link SharedPolicy}; see there. Not for use by several threads. */
public final class SharedPolicyBuilder {
    private static final String IS_PLATFORM =
            "authorizer.group('tenantry.io').resource('tenants').check('manage').allowed()";

    private static final String IS_CONTROL_PLANE = "'system:serviceaccounts:kube-system' in request.userInfo.groups"
            + " || 'system:nodes' in request.userInfo.groups"
            + " || request.userInfo.username in ['system:kube-controller-manager', 'system:apiserver']";

    private static final String AUTHORIZER = "authorizer.";
    private static final String REFUSAL = "refusal";
    private static final String SETTINGS = "settings";

    private final String name;
    private final List<NamedRuleWithOperations> rules = new ArrayList<>();
    private final List<MatchCondition> conditions = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<Rule> joined = new ArrayList<>();
    private final List<Rule> apart = new ArrayList<>();
    private final List<LabelSelectorRequirement> namespaces = new ArrayList<>();
    private final List<LabelSelectorRequirement> objects = new ArrayList<>();
    private String exempt = IS_PLATFORM;

    SharedPolicyBuilder(String name) {
        this.name = name;
        namespaces.add(new LabelSelectorRequirement(Labels.TENANT, "Exists", List.of()));
    }

    /** Which requests are judged; may be said more than once. {@code "*"} as group, version or resource means any. */
    public SharedPolicyBuilder judges(String group, String version, String resource, String... operations) {
        rules.add(new NamedRuleWithOperationsBuilder()
                .withApiGroups(group)
                .withApiVersions(version)
                .withResources(resource)
                .withOperations(operations)
                .withScope("*")
                .build());
        return this;
    }

    /** Judges every namespace and objects without one; the conditions then have to find the tenant themselves. */
    public SharedPolicyBuilder everywhere() {
        namespaces.clear();
        return this;
    }

    /**
     * Does not judge namespaces with this label, and costs nothing there: the API server looks at labels before it
     * evaluates any expression. For settings that are off in most namespaces; without the label they are judged.
     */
    public SharedPolicyBuilder sparesNamespaces(String label, String value) {
        namespaces.add(new LabelSelectorRequirement(label, "NotIn", List.of(value)));
        return this;
    }

    /**
     * Judges only objects that have this label, with one of the values if there are any, before or after the request. May be
     * said more than once; then one of the labels is enough. What has none of them costs nothing.
     */
    public SharedPolicyBuilder judgesLabelled(String label, String... values) {
        objects.add(new LabelSelectorRequirement(label, values.length == 0 ? "Exists" : "In", List.of(values)));
        return this;
    }

    /** Exempts the controllers and nodes of the cluster too; only for policies that guard what the platform owns. */
    public SharedPolicyBuilder sparesControlPlane() {
        exempt = IS_CONTROL_PLANE + " || " + IS_PLATFORM;
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
        return variable(variable, SharedPolicy.setting(key));
    }

    /**
     * Denies what does not satisfy the expression. A refusal joins the messages of all that is not satisfied; what the
     * authorizer is asked is refused apart from it, for the API server lets no message ask it.
     *
     * @param expression CEL, true for what is admitted
     * @param message CEL, a string that says which value is wrong and what it must be; evaluated only then
     */
    public SharedPolicyBuilder requires(String expression, String message) {
        (expression.contains(AUTHORIZER) ? apart : joined).add(new Rule("(" + expression + ")", message));
        return this;
    }

    /** The policy, with a binding that answers as the profile's {@code enforcement} says. */
    public SharedPolicy build(ClusterView cluster) {
        return new SharedPolicy(policy(), bindings(cluster));
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
                .withNamespaceSelector(new LabelSelector(namespaces, Map.of()))
                .withObjectSelector(new LabelSelector())
                .endMatchConstraints()
                .withMatchConditions(conditions)
                .withVariables(variables())
                .withValidations(validations())
                .endSpec()
                .build();
    }

    private List<Variable> variables() {
        var all = new ArrayList<>(variables);
        if (!joined.isEmpty()) {
            all.add(new Variable(refusal(), REFUSAL));
        }
        if (readsSettings(all)) {
            all.add(0, new Variable("namespaceObject.metadata.?annotations.orValue({})", SETTINGS));
        }
        return all;
    }

    /** What is admitted costs one look at each rule; the API server takes it twice, for the message even then. */
    private String refusal() {
        var satisfied = joined.stream().map(Rule::expression).collect(Collectors.joining(" && "));
        var messages = joined.stream().map(Rule::finding).collect(Collectors.joining(", "));
        return satisfied + " ? '' : [" + messages + "].filter(finding, finding != '').join('; also ')";
    }

    private boolean readsSettings(List<Variable> all) {
        return Stream.concat(
                        all.stream().map(Variable::getExpression),
                        apart.stream().flatMap(rule -> Stream.of(rule.expression(), rule.message())))
                .anyMatch(expression -> expression.contains("variables." + SETTINGS));
    }

    private List<Validation> validations() {
        var validations = new ArrayList<Validation>();
        if (!joined.isEmpty()) {
            validations.add(validation("variables." + REFUSAL + " == ''", "variables." + REFUSAL));
        }
        apart.forEach(rule -> validations.add(validation(rule.expression(), rule.message())));
        return validations;
    }

    private Validation validation(String expression, String message) {
        var validation = new Validation();
        validation.setExpression(expression + " || " + exempt);
        validation.setMessageExpression(message);
        validation.setMessage("not allowed in this tenant");
        validation.setReason("Forbidden");
        return validation;
    }

    /**
     * One for each label of objects, for a selector of the policy itself could not say "or"; each leaves out what those before
     * it judge, for the API server evaluates a policy once for every binding that matches. Defaults are written out, as the
     * server stores them.
     */
    private List<ValidatingAdmissionPolicyBinding> bindings(ClusterView cluster) {
        var action = cluster.profile().enforcement().wireName();
        var bindings = new ArrayList<ValidatingAdmissionPolicyBinding>();
        var judged = new ArrayList<LabelSelectorRequirement>();
        for (var label : objects) {
            var selected = new ArrayList<>(List.of(label));
            selected.addAll(judged);
            judged.add(without(label));
            var resources = new MatchResourcesBuilder()
                    .withMatchPolicy("Equivalent")
                    .withNamespaceSelector(new LabelSelector())
                    .withObjectSelector(new LabelSelector(selected, Map.of()))
                    .build();
            bindings.add(binding(bindings.isEmpty() ? name : name + "-" + (bindings.size() + 1), action, resources));
        }
        return bindings.isEmpty() ? List.of(binding(name, action, null)) : bindings;
    }

    private static LabelSelectorRequirement without(LabelSelectorRequirement label) {
        return label.getValues().isEmpty()
                ? new LabelSelectorRequirement(label.getKey(), "DoesNotExist", List.of())
                : new LabelSelectorRequirement(label.getKey(), "NotIn", label.getValues());
    }

    private ValidatingAdmissionPolicyBinding binding(
            String binding, String action, @Nullable MatchResources resources) {
        return new ValidatingAdmissionPolicyBindingBuilder()
                .withNewMetadata()
                .withName(binding)
                .endMetadata()
                .withNewSpec()
                .withPolicyName(name)
                .withMatchResources(resources)
                .withValidationActions(action)
                .endSpec()
                .build();
    }

    private record Rule(String expression, String message) {
        String finding() {
            return expression + " ? '' : (" + message + ")";
        }
    }
}

package io.tenantry.internal.render;

import static io.tenantry.sample.Yaml.lines;
import static io.tenantry.sample.Yaml.problems;
import static io.tenantry.sample.Yaml.profile;
import static io.tenantry.sample.Yaml.tenant;
import static io.tenantry.sample.Yaml.tenantNamed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import io.tenantry.sample.Ceiling;
import io.tenantry.sample.CeilingContributor;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import io.tenantry.validation.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names, labels and annotations, each problem at its own place. */
class IdentityRulesTest {
    private static final String LABEL = "but must be a DNS label; use lower-case letters, digits and -, beginning and"
            + " ending with a letter or digit [NAME_INVALID]";

    @Test
    void refusesNamesThatAreNoDnsLabels() {
        assertThat(problems(tenantNamed("Acme", "namespaces:", "- name: a", "- b_c")))
                .containsExactly(
                        "0.yaml:3:18: metadata.name is \"Acme\" " + LABEL,
                        "0.yaml:7:5: spec.namespaces[1] is \"b_c\" " + LABEL);
        assertThat(problems(tenant("namespaces: [{name: " + "a".repeat(64) + "}]")))
                .singleElement()
                .asString()
                .startsWith("0.yaml:5:23: spec.namespaces[" + "a".repeat(64)
                        + "] is 64 characters long but a DNS label has at most 63; shorten it by 1");
    }

    @Test
    void refusesAKeyThatAContributorNeeds() {
        assertThat(problems(tenant("annotations: {sample.example.com/zones: mine}")))
                .singleElement()
                .asString()
                .startsWith("0.yaml:5:43: spec.annotations.sample.example.com/zones is set by the section ")
                .endsWith(" [LABEL_RESERVED]");
    }

    @Test
    void wantsANamespaceToHaveAName() {
        assertThat(problems(tenant("namespaces:", "- name: a", "- {pods: 1}", "- name: kube-x")))
                .containsExactly(
                        "0.yaml:7:5: spec.namespaces[1].name is missing; name the namespace [NAME_MISSING]",
                        "0.yaml:8:11: spec.namespaces[kube-x] is a namespace of the system, which no tenant may own;"
                                + " choose another name, such as acme-prod [NAMESPACE_OF_SYSTEM]");
    }

    @Test
    void refusesNamespacesOfTheSystemWhereverTheyAreNamed() {
        var ofSystem = " is a namespace of the system, which no tenant may own; choose another name, such as ";
        assertThat(problems(
                        tenant("namespace: kube-public"),
                        tenantNamed("default"),
                        tenantNamed("b", "namespaces: [{name: here}]"),
                        profile("platformNamespace: here")))
                .containsExactly(
                        "0.yaml:5:14: spec.namespace" + ofSystem + "acme-prod [NAMESPACE_OF_SYSTEM]",
                        "1.yaml:3:18: metadata.name" + ofSystem + "default-prod [NAMESPACE_OF_SYSTEM]",
                        "2.yaml:5:23: spec.namespaces[here]" + ofSystem + "b-prod [NAMESPACE_OF_SYSTEM]");
    }

    @Test
    void refusesNamespacesThatASectionOfTheProfileNames() {
        assertThat(problems(tenant("namespace: ingress"), profile("ceiling: {namespace: ingress}")))
                .containsExactly("0.yaml:5:14: spec.namespace is a namespace of the system, which no tenant may own;"
                        + " choose another name, such as acme-prod [NAMESPACE_OF_SYSTEM]");
    }

    @Test
    void findsTenantsAndNamespacesThatAreThereTwice() {
        assertThat(problems(tenant("namespaces: [x, x]"), tenant("namespace: y"), tenantNamed("other", "namespace: y")))
                .containsExactly(
                        "0.yaml:5:19: spec.namespaces[1] is listed twice; list it once, under one tenant"
                                + " [NAMESPACE_TWICE]",
                        "1.yaml:3:18: metadata.name is the name of another tenant too, in 0.yaml:3; give each tenant a"
                                + " name of its own [TENANT_TWICE]",
                        "2.yaml:5:14: spec.namespace belongs to tenant acme too, in 1.yaml:3; list it once, under one"
                                + " tenant [NAMESPACE_TWICE]");
    }

    @Test
    void findsWhatIsThereTwiceInWhateverOrderTheFilesCome() {
        var one = Source.ofString("1.yaml", tenant("namespace: x"));
        var two = Source.ofString("2.yaml", tenant("namespace: x"));
        var tenantry = Tenantry.of(new CeilingContributor());
        assertThat(tenantry.validate(Input.of(two, one))).isEqualTo(tenantry.validate(Input.of(one, two)));
    }

    @Test
    void judgesTenantsThatLackAValueToo() {
        assertThat(problems(
                        tenant("ceiling: {contact: {phone: '1'}}", "namespaces: [x, default]"),
                        tenant("namespace: x", "ceiling: {contact: {phone: '1'}}")))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("0.yaml:5:22: spec.ceiling.contact.name is missing"),
                        problem -> assertThat(problem).startsWith("0.yaml:6:19: spec.namespaces[1] is a namespace of"),
                        problem -> assertThat(problem).startsWith("1.yaml:3:18: metadata.name is the name of another"),
                        problem -> assertThat(problem).startsWith("1.yaml:5:14: spec.namespace belongs to tenant acme"),
                        problem -> assertThat(problem).startsWith("1.yaml:6:22: spec.ceiling.contact.name is missing"));
    }

    @Test
    void wantsOneWayToNameNamespaces() {
        assertThat(problems(tenant("namespace: a", "namespaces: [b]")))
                .containsExactly("0.yaml:5:14: spec.namespace stands beside spec.namespaces; move it into"
                        + " spec.namespaces as - name: NAME [NAMESPACE_AND_NAMESPACES]");
    }

    @Test
    void keepsLabelsAndAnnotationsOfThePlatformToItself() {
        var reserved = " is reserved for the platform; use a prefix of your own, such as example.com/ [LABEL_RESERVED]";
        assertThat(problems(tenant(
                        "labels: {tenantry.io/tenant: x, app.kubernetes.io/part-of: fine, team: fine}",
                        "annotations: {scheduler.alpha.kubernetes.io/node-selector: x}",
                        "namespaces:",
                        "- name: a",
                        "  labels: {pod-security.kubernetes.io/enforce: privileged}",
                        "  annotations: {app.kubernetes.io/managed-by: me}")))
                .containsExactly(
                        "0.yaml:5:32: spec.labels.tenantry.io/tenant" + reserved,
                        "0.yaml:6:62: spec.annotations.scheduler.alpha.kubernetes.io/node-selector" + reserved,
                        "0.yaml:9:50: spec.namespaces[a].labels.pod-security.kubernetes.io/enforce" + reserved,
                        "0.yaml:10:49: spec.namespaces[a].annotations.app.kubernetes.io/managed-by" + reserved);
    }

    @Test
    void refusesLabelsThatKubernetesRefuses() {
        assertThat(problems(tenant("labels: {'a b': x, team: 'x y'}")))
                .satisfiesExactly(
                        problem ->
                                assertThat(problem).startsWith("0.yaml:5:19: spec.labels.a b is \"a b\" but must be a"),
                        problem ->
                                assertThat(problem).startsWith("0.yaml:5:28: spec.labels.team is \"x y\" but must be"));
    }

    @Test
    void holdsAllAnnotationsOfANamespaceToTheSizeThatKubernetesTakes() {
        var half = "x".repeat(128 * 1024);
        var tenant = tenant(
                "annotations: {one: " + half + "}",
                "namespaces:",
                "- {name: a, annotations: {two: " + half + "}}",
                "- {name: b, annotations: {one: " + half + "}}");
        assertThat(problems(tenant))
                .singleElement()
                .asString()
                .startsWith("0.yaml:7:28: spec.namespaces[a].annotations has 262")
                .endsWith(" bytes in all but must have at most 262144 with the tenant's and those of its sections;"
                        + " shorten the values [LABEL_INVALID]");
    }

    @Test
    void judgesTenantsInJavaAlike() {
        var tenant = Tenant.named("kube-system")
                .labels(Map.of("tenantry.io/x", "y"))
                .namespace("a", a -> a.withLabels(Map.of("b c", "d")))
                .namespace("A")
                .build();
        var validation = Tenantry.of(new CeilingContributor())
                .validate(Input.of(tenant, Tenant.named("default").build()));
        assertThat(lines(validation.problems()))
                .extracting(line -> line.replaceAll("( is| belongs) .*", ""))
                .isEqualTo(List.of(
                        "tenant default: metadata.name",
                        "tenant kube-system: spec.labels.tenantry.io/x",
                        "tenant kube-system: spec.namespaces[A]",
                        "tenant kube-system: spec.namespaces[a].labels.b c"));
    }

    @Test
    void letsContributorsNameObjectsOfATenantWhoseNameIsWrong() {
        var naming = new CeilingContributor() {
            @Override
            public void validate(TenantView<Ceiling> tenant, Problems problems) {
                problems.notice("NAMED", "is " + tenant.objectName("x").length(), "");
            }
        };
        var input = Input.of(Tenant.named("Not a name!").build());
        assertThat(Tenantry.of(naming).validate(input).errors())
                .extracting(Problem::code)
                .containsExactly("NAME_INVALID");
    }
}

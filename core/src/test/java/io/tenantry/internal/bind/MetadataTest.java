package io.tenantry.internal.bind;

import static io.tenantry.sample.Yaml.problems;
import static io.tenantry.sample.Yaml.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The name of a document, and what stands beside it. */
class MetadataTest {

    @Test
    void wantsATenantToHaveAName() {
        var missing = " metadata.name is missing; name the tenant, such as name: acme-corp [NAME_MISSING]";
        assertThat(problems(document("Tenant", ""))).containsExactly("0.yaml:1:1:" + missing);
        assertThat(problems(document("Tenant", "metadata:"))).containsExactly("0.yaml:3:10:" + missing);
        assertThat(problems(document("Tenant", "metadata: {}"))).containsExactly("0.yaml:3:11:" + missing);
        assertThat(problems(document("Tenant", "metadata: {name: ''}"))).containsExactly("0.yaml:3:18:" + missing);
    }

    @Test
    void wantsAProfileToHaveNone() {
        for (var metadata : new String[] {"", "metadata:", "metadata: {}", "metadata: {name: }"}) {
            assertThat(problems(document("ClusterProfile", metadata), tenant())).isEmpty();
        }
    }

    @Test
    void saysWhatIsOfAnotherForm() {
        for (var kind : new String[] {"Tenant", "ClusterProfile"}) {
            assertThat(problems(document(kind, "metadata: acme"), tenant()))
                    .containsExactly("0.yaml:3:11: metadata is acme but must be a mapping; write name: NAME below it,"
                            + " indented [TYPE_MISMATCH]");
            assertThat(problems(document(kind, "metadata: {name: [acme]}"), tenant()))
                    .containsExactly("0.yaml:3:18: metadata.name is a list but must be a single value; write one name"
                            + " behind the colon [TYPE_MISMATCH]");
            assertThat(problems(document(kind, "metadata: {name: other, labels: [a]}"), tenant()))
                    .containsExactly("0.yaml:3:33: metadata.labels is a list but must be a mapping; remove it"
                            + " [TYPE_MISMATCH]");
        }
    }

    @Test
    void goesOnAfterANameThatIsMissing() {
        assertThat(problems(document("Tenant", "metadata: {nam: acme}\nspec: {pods: many}")))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("0.yaml:3:11: metadata.name is missing"),
                        problem -> assertThat(problem).contains("metadata.nam is not known; did you mean name?"),
                        problem -> assertThat(problem).contains("spec.pods is many but must be a whole number"));
    }

    @Test
    void letsNoLabelGoWithoutEffect() {
        assertThat(
                        problems(
                                document(
                                        "Tenant",
                                        "metadata: {name: acme, labels: {team: a}, annotations: {tenantry.io/x: b, example.com/y: c}}")))
                .containsExactly(
                        "0.yaml:3:33: metadata.labels.team would reach no Namespace; write it as spec.labels.team"
                                + " [KEY_MISPLACED]",
                        "0.yaml:3:57: metadata.annotations.tenantry.io/x would reach no Namespace; write it as"
                                + " spec.annotations.tenantry.io/x [KEY_MISPLACED]",
                        "0.yaml:3:75: metadata.annotations.example.com/y would reach no Namespace; write it as"
                                + " spec.annotations.example.com/y [KEY_MISPLACED]");
        assertThat(problems(document("ClusterProfile", "metadata: {labels: {team: a}}"), tenant()))
                .containsExactly(
                        "0.yaml:3:21: metadata.labels.team would reach no Namespace; remove it" + " [KEY_MISPLACED]");
    }

    private static String document(String kind, String rest) {
        return "apiVersion: tenantry.io/v1alpha1\nkind: " + kind + "\n" + rest + "\n";
    }
}

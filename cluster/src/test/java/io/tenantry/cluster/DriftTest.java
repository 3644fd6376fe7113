package io.tenantry.cluster;

import static io.tenantry.cluster.Tenancy.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.testkit.controlplane.ControlPlane;
import io.tenantry.testkit.controlplane.ControlPlaneTest;
import io.tenantry.validation.Problem;
import org.junit.jupiter.api.Test;

@ControlPlaneTest
class DriftTest {
    private static final ApplyOptions FORCE = new ApplyOptions(false, true, false, false);

    @Test
    void namesTheFieldThatDriftedAndWhoOwnsIt(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-drifted");
        var documents = tenant("drifted", "podQuota: 5");
        tenancy.apply(documents);
        patchPods(controlPlane, "drifted", "7");

        var field = new FieldChange("spec.hard.pods", "\"7\"", "\"5\"", "intruder");
        assertThat(tenancy.diff(documents).changes())
                .singleElement()
                .satisfies(step -> assertThat(step.fields()).containsExactly(field));
        assertThat(tenancy.plan(ApplyOptions.NONE, documents).problems())
                .extracting(Problem::code, Problem::message)
                .containsExactly(tuple(
                        "FIELD_CONFLICT",
                        "spec.hard.pods of ResourceQuota drifted/tenantry-quota is owned by intruder"));

        assertThat(tenancy.apply(FORCE, documents).failures()).isEmpty();
        assertThat(tenancy.diff(documents).isEmpty()).isTrue();
    }

    @Test
    void seesAFieldThatIsNoLongerWanted(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-shrunk");
        tenancy.apply(tenant("shrunk", "displayName: Shrunk"));

        assertThat(tenancy.plan(ApplyOptions.NONE, tenant("shrunk")).changes())
                .flatExtracting(Step::fields)
                .containsExactly(
                        new FieldChange("metadata.annotations['tenantry.io/display-name']", "\"Shrunk\"", "", ""));
        tenancy.apply(tenant("shrunk"));
        assertThat(tenancy.at("/api/v1/namespaces/shrunk", "/metadata/annotations/tenantry.io~1display-name"))
                .isEmpty();
    }

    @Test
    void seesAChangeThatWasAppliedInItsOwnName(ControlPlane controlPlane) {
        var tenancy = new Tenancy(controlPlane, "platform-imitated");
        var documents = tenant("imitated", "podQuota: 5");
        tenancy.apply(documents);
        var other = tenancy.render(tenant("imitated", "podQuota: 6"));
        other.objects(other.tenants().get(0))
                .forEach(manifest ->
                        controlPlane.administrator().apply(manifest.object()).orFail());

        assertThat(tenancy.diff(documents).changes())
                .flatExtracting(Step::fields)
                .extracting(FieldChange::path)
                .contains("spec.hard.pods");
    }

    private static void patchPods(ControlPlane controlPlane, String namespace, String pods) {
        controlPlane
                .administrator()
                .send(
                        "PATCH",
                        "/api/v1/namespaces/" + namespace + "/resourcequotas/tenantry-quota?fieldManager=intruder",
                        "application/merge-patch+json",
                        "{\"spec\": {\"hard\": {\"pods\": \"" + pods + "\"}}}")
                .orFail();
    }
}

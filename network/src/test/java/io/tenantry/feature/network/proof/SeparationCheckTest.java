package io.tenantry.feature.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.tenantry.Input;
import io.tenantry.Labels;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import io.tenantry.feature.network.Network;
import io.tenantry.feature.network.NetworkContributor;
import io.tenantry.spi.Enforcement;
import io.tenantry.spi.ManifestContributor;
import io.tenantry.spi.Manifests;
import io.tenantry.spi.Section;
import io.tenantry.spi.TenantView;
import io.tenantry.validation.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeparationCheckTest {
    private static final SeparationCheck CHECK = new SeparationCheck();
    private static final Tenantry TENANTRY = Tenantry.of(List.of(new NetworkContributor()), List.of(CHECK));
    private static final Tenant ACME =
            Tenant.named("acme").namespace("acme-prod").namespace("acme-dev").build();
    private static final Tenant LAB = Tenant.named("lab").build();

    /** A module that opens what the section closes. */
    public record Opener(Boolean open) {}

    @Test
    void passesForIsolatedTenants() {
        var result = TENANTRY.validate(Input.of(ACME, LAB));

        assertThat(result.valid()).isTrue();
        assertThat(result.checks()).anySatisfy(check -> {
            assertThat(check.name()).isEqualTo("tenant-separation");
            assertThat(check.passed()).isTrue();
        });
    }

    @Test
    void findsWhatPoliciesOfTheClusterOpen() {
        var problems = problems(out("lab", "lab"), in("acme-prod", "db"));

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).code()).isEqualTo("NETWORK_NOT_SEPARATED");
        assertThat(problems.get(0).tenant()).isEqualTo("lab");
        assertThat(problems.get(0).sentence())
                .contains("lets tenant lab reach tenant acme: a pod of lab → a pod of acme-prod with app=db on TCP 1")
                .contains("out by lab/lab egress[0], in by acme-prod/db ingress[0]")
                .contains("remove that rule of lab/lab, or declare it on both sides");
    }

    @Test
    void needsBothSidesToBeOpen() {
        assertThat(problems(out("lab", "lab"))).isEmpty();
        assertThat(problems(in("acme-prod", "db"))).isEmpty();
    }

    @Test
    void takesWhatIsRenderedForWhatTheClusterHasUnderTheSameName() {
        assertThat(problems(out("lab", "tenant-lab"), in("acme-prod", "tenant-acme")))
                .isEmpty();
    }

    @Test
    void looksAtTenantsThatOnlyTheClusterHas() {
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName("old")
                .addToLabels(Labels.TENANT, "old")
                .endMetadata()
                .build();

        assertThat(problems(namespace)).isEmpty();
        assertThat(problems(namespace, in("acme-prod", "db")))
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .contains("lets tenant old reach tenant acme")
                .contains("out by the lack of a policy for its egress");
    }

    @Test
    void letsTenantsBeOpenThatBothAskForIt() {
        var one = Tenant.named("one").with(Network.of(network -> network.networkIsolation(false)));
        var two = Tenant.named("two").with(Network.of(network -> network.networkIsolation(false)));

        assertThat(TENANTRY.validate(Input.of(one.build(), two.build(), LAB)).valid())
                .isTrue();
        assertThat(TENANTRY.validate(Input.of(one.build(), LAB).besides(List.of(out("lab", "lab"))))
                        .errors())
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("NETWORK_NOT_SEPARATED");
    }

    @Test
    void judgesWhatOtherModulesRender() {
        var tenantry = Tenantry.of(List.of(new NetworkContributor(), opener()), List.of(CHECK));

        assertThat(tenantry.validate(Input.of(ACME, LAB)).errors())
                .hasSize(2)
                .allMatch(problem -> problem.code().equals("NETWORK_NOT_SEPARATED"));
        assertThat(tenantry.withoutChecks().validate(Input.of(ACME, LAB)).valid())
                .isTrue();
    }

    @Test
    void saysThatMoreIsOpenThanItLists() {
        var input = Input.of(Tenant.named("t0").build());
        for (int i = 1; i < 8; i++) {
            input = input.plus(Tenant.named("t" + i).build());
        }
        var tenantry = Tenantry.of(List.of(new NetworkContributor(), opener()), List.of(CHECK));

        assertThat(tenantry.validate(input).errors()).hasSize(Proof.MOST + 1);
    }

    @Test
    void refusesAPolicyThatNoServerHas() {
        var policy = in("acme-prod", "odd");
        policy.getSpec().getIngress().get(0).setFrom(List.of(new NetworkPolicyPeer()));

        assertThat(problems(policy)).extracting(Problem::code).containsExactly("NETWORK_POLICY_INVALID");
    }

    @Test
    void namesWhatMakesItsAssumptionsTrue() {
        var proof = Proof.of(RenderedNetwork.of(TENANTRY.render(Input.of(ACME, LAB))));

        assertThat(proof.separated()).isTrue();
        assertThat(proof.assumptions())
                .anySatisfy(assumption -> assertThat(assumption.enforcedBy()).isEqualTo("the API server"))
                .anySatisfy(assumption -> assertThat(assumption.text()).contains("not in 3 of 3 namespaces"));
    }

    private static List<Problem> problems(HasMetadata... existing) {
        return TENANTRY.validate(Input.of(ACME, LAB).besides(List.of(existing))).errors();
    }

    private static NetworkPolicy out(String namespace, String name) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withPolicyTypes("Egress")
                .addNewEgress()
                .endEgress()
                .endSpec()
                .build();
    }

    private static NetworkPolicy in(String namespace, String name) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(Map.of("app", "db"))
                .endPodSelector()
                .withPolicyTypes("Ingress")
                .addNewIngress()
                .endIngress()
                .endSpec()
                .build();
    }

    private static ManifestContributor<Opener> opener() {
        return new ManifestContributor<>() {
            @Override
            public Section<Opener> section() {
                return Section.named("opener", Opener.class, level -> new Opener(true));
            }

            @Override
            public Manifests contribute(TenantView<Opener> tenant) {
                var out = Manifests.builder();
                tenant.namespaces().forEach(namespace -> {
                    out.add(out(namespace.name(), "out")).makesTrue(Enforcement.NETWORK_PLUGIN, "open");
                    out.add(in(namespace.name(), "in")).makesTrue(Enforcement.NETWORK_PLUGIN, "open");
                });
                return out.build();
            }
        };
    }
}

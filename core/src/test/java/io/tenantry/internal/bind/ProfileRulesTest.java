package io.tenantry.internal.bind;

import static io.tenantry.sample.Yaml.lines;
import static io.tenantry.sample.Yaml.problems;
import static io.tenantry.sample.Yaml.profile;
import static io.tenantry.sample.Yaml.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.ClusterProfile;
import io.tenantry.ClusterProfile.ApiServer;
import io.tenantry.ClusterProfileBuilder;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import io.tenantry.sample.Ceiling;
import io.tenantry.sample.CeilingContributor;
import io.tenantry.spi.Problems;
import io.tenantry.spi.TenantView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the profile that no cluster has, each problem at its own place. */
class ProfileRulesTest {

    @Test
    void findsEveryWrongValueAtOnce() {
        assertThat(problems(profile(
                        "podCIDRs: [banana, 10.244.0.0/16, 10.0.0.1/8]",
                        "serviceCIDRs: [10.96.0.0]",
                        "nodeCIDRs: ['2001:db8::1/32', '::/129']",
                        "apiServer: {addresses: [localhost], port: 65536}",
                        "nodes: [{count: -1, cpu: '0', memory: -1Gi, pods: 0}]",
                        "storageClasses: [fast, Not A Class]",
                        "tenantResources: [certificates]",
                        "addOns: [Velero]",
                        "platformNamespace: Platform",
                        "usernamePrefix: 'system:'",
                        "groupPrefix: '-'",
                        "acceptsNotEnforced: [ceiling.pods, ceiling.volumes.x.claims, ceiling.windws, sky]")))
                .containsExactly(
                        "0.yaml:5:14: spec.podCIDRs[0] is \"banana\" but must be a range of IP addresses;"
                                + " write it such as 10.244.0.0/16 [PROFILE_INVALID]",
                        "0.yaml:5:37: spec.podCIDRs[2] is \"10.0.0.1/8\" but must begin with the first address of"
                                + " the range; write 10.0.0.0/8 [PROFILE_INVALID]",
                        "0.yaml:6:18: spec.serviceCIDRs[0] is \"10.96.0.0\" but must be a range of IP addresses;"
                                + " write it such as 10.244.0.0/16 [PROFILE_INVALID]",
                        "0.yaml:7:15: spec.nodeCIDRs[0] is \"2001:db8::1/32\" but must begin with the first address"
                                + " of the range; write 2001:db8:0:0:0:0:0:0/32 [PROFILE_INVALID]",
                        "0.yaml:7:33: spec.nodeCIDRs[1] is \"::/129\" but must be a range of IP addresses;"
                                + " write it such as 10.244.0.0/16 [PROFILE_INVALID]",
                        "0.yaml:8:27: spec.apiServer.addresses[0] is \"localhost\" but must be an IP address;"
                                + " write it such as 192.168.0.10 [PROFILE_INVALID]",
                        "0.yaml:8:45: spec.apiServer.port is 65536 but must be from 1 to 65535;"
                                + " write it such as 6443 [PROFILE_INVALID]",
                        "0.yaml:9:19: spec.nodes[0].count is -1 but must be above 0;"
                                + " write how many nodes there are, or remove the entry [PROFILE_INVALID]",
                        "0.yaml:9:28: spec.nodes[0].cpu is 0 but must be above 0;"
                                + " write what kubectl describe node calls Allocatable [PROFILE_INVALID]",
                        "0.yaml:9:41: spec.nodes[0].memory is -1Gi but must be above 0;"
                                + " write what kubectl describe node calls Allocatable [PROFILE_INVALID]",
                        "0.yaml:9:53: spec.nodes[0].pods is 0 but must be above 0;"
                                + " write how many pods a node takes, or remove it [PROFILE_INVALID]",
                        "0.yaml:10:26: spec.storageClasses[1] is \"Not A Class\" but must be a DNS subdomain;"
                                + " use lower-case letters, digits, - and ., each part beginning and ending with a"
                                + " letter or digit [NAME_INVALID]",
                        "0.yaml:11:21: spec.tenantResources[0] is \"certificates\" but must be a resource with its"
                                + " group; write it as kubectl api-resources does, such as"
                                + " certificates.cert-manager.io [NAME_INVALID]",
                        "0.yaml:12:12: spec.addOns[0] is \"Velero\" but must be a DNS label; use lower-case letters,"
                                + " digits and -, beginning and ending with a letter or digit [NAME_INVALID]",
                        "0.yaml:13:22: spec.platformNamespace is \"Platform\" but must be a DNS label; use lower-case"
                                + " letters, digits and -, beginning and ending with a letter or digit [NAME_INVALID]",
                        "0.yaml:14:19: spec.usernamePrefix is \"system:\" but system: belongs to Kubernetes; write"
                                + " what the API server puts before names, such as oidc:, or nothing [PROFILE_INVALID]",
                        "0.yaml:15:16: spec.groupPrefix is \"-\" but no name begins so; write what the API server"
                                + " puts before names, such as oidc:, or nothing [PROFILE_INVALID]",
                        "0.yaml:16:64: spec.acceptsNotEnforced[2] is \"ceiling.windws\" but must be a section, a key"
                                + " of one, or ValidatingAdmissionPolicy; write it such as quota.softLimits"
                                + " [PROFILE_INVALID]",
                        "0.yaml:16:80: spec.acceptsNotEnforced[3] is \"sky\" but must be a section, a key of one, or"
                                + " ValidatingAdmissionPolicy; write it such as quota.softLimits [PROFILE_INVALID]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "::/0",
                "10.0.0.10/32",
                "2001:db8::/32",
                "fd00:10:96::/112",
                "2001:DB8:0:0:0:0:0:1/128"
            })
    void takesRangesAsKubernetesDoes(String range) {
        assertThat(AddressText.range(range)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10.0.0.0/",
                "/8",
                "10.0.0.0/08",
                "10.0.0.0/33",
                "010.0.0.0/8",
                "10.0.0/8",
                "256.0.0.0/8",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "::ffff:10.0.0.0/104",
                "fe80::1%eth0/128",
                "example.com/8",
                "1:2/8",
                ":/8",
                "10.0.0.0/99999999999"
            })
    void refusesWhatKubernetesWouldNotTakeForARange(String range) {
        assertThat(AddressText.range(range)).isPresent();
    }

    @Test
    void judgesAProfileInJavaAlike() {
        var profile = ClusterProfileBuilder.builder()
                .podCIDRs(List.of("10.0.0.1/8"))
                .apiServer(new ApiServer(List.of(), 6443))
                .build();
        var input = Input.of(Tenant.named("acme").build()).on(profile);
        assertThat(lines(Tenantry.of(new CeilingContributor()).validate(input).problems()))
                .containsExactly(
                        "spec.apiServer.addresses is an empty list; list at least one address, or remove apiServer"
                                + " [PROFILE_INVALID]",
                        "spec.podCIDRs[0] is \"10.0.0.1/8\" but must begin with the first address of the range;"
                                + " write 10.0.0.0/8 [PROFILE_INVALID]");
    }

    @Test
    void showsContributorsTheDefaultOfWhatIsWrongAndOnlyOfThat() {
        var seen = new ArrayList<ClusterProfile>();
        var looking = new CeilingContributor() {
            @Override
            public void validate(TenantView<Ceiling> tenant, Problems problems) {
                seen.add(tenant.cluster().profile());
            }
        };
        Tenantry.of(looking)
                .validate(Input.of(
                        Source.ofString("tenant.yaml", tenant()),
                        Source.ofString(
                                "profile.yaml", profile("podCIDRs: [10.0.0.0/8, banana]", "groupPrefix: 'g:'"))));
        assertThat(seen).singleElement().satisfies(profile -> {
            assertThat(profile.podCIDRs()).isEmpty();
            assertThat(profile.groupPrefix()).isEqualTo("g:");
        });
    }
}

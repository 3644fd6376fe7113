package io.tenantry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TotalsCommandTest {
    private static final String TENANTS = """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: acme}
            spec: {cpuQuota: "1500m", memoryQuota: 512Gi, storageQuota: 1Ti, podQuota: 10}
            ---
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata: {name: widgets}
            spec: {cpuQuota: 1e1, memoryQuota: 384Gi, storageQuota: 1Ti, podQuota: 20}
            """;
    private static final String PROFILE = """
            ---
            apiVersion: tenantry.io/v1alpha1
            kind: ClusterProfile
            metadata: {name: default}
            spec: {nodes: [{count: 2, cpu: "23", memory: 1Ti, pods: 100}]}
            """;

    @Test
    void sumsMixedUnitsExactly() {
        var json = Cli.withInput(TENANTS, "totals", "-o", "json", "-").json();

        assertThat(json.propertyNames())
                .containsExactly(
                        "tenantCount",
                        "totalCpuQuota",
                        "totalMemoryQuota",
                        "totalStorageQuota",
                        "totalPodQuota",
                        "tenants",
                        "capacity");
        assertThat(json.path("tenantCount").asInt()).isEqualTo(2);
        assertThat(json.path("totalCpuQuota").asString()).isEqualTo("11500m");
        assertThat(json.path("totalMemoryQuota").asString()).isEqualTo("896Gi");
        assertThat(json.path("totalStorageQuota").asString()).isEqualTo("2Ti");
        assertThat(json.path("totalPodQuota").asInt()).isEqualTo(30);
        assertThat(json.at("/tenants/0/tenant").asString()).isEqualTo("acme");
        assertThat(json.path("capacity").isNull()).isTrue();
    }

    @Test
    void comparesWithTheNodes() {
        var capacity = Cli.withInput(TENANTS + PROFILE, "totals", "-o", "json", "-")
                .json()
                .path("capacity");

        assertThat(capacity.path("cpu").asString()).isEqualTo("46");
        assertThat(capacity.path("cpuPercent").asString()).isEqualTo("25.0");
    }

    @Test
    void printsATableForPeople() {
        var run = Cli.withInput(TENANTS + PROFILE, "totals", "-");

        assertThat(run.code()).isZero();
        assertThat(run.out()).containsPattern("all 2 +11500m +896Gi +2Ti +30\n").containsPattern("share +25.0 %");
    }
}

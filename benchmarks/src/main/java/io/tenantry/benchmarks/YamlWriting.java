package io.tenantry.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.tenantry.manifest.ManifestWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Objects a second as YAML: ours, Jackson's mapper and fabric8's, on the same objects of many tenants. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class YamlWriting {

    private static final int TENANTS = 100;
    private static final int OBJECTS = 6 * TENANTS;

    private final List<HasMetadata> objects = new ArrayList<>(OBJECTS);
    private final ObjectWriter jackson = YAMLMapper.builder()
            .changeDefaultPropertyInclusion(unused -> JsonInclude.Value.ALL_NON_NULL)
            .build()
            .writer();

    public YamlWriting() {
        for (int i = 0; i < TENANTS; i++) {
            addTenant(String.format(Locale.ROOT, "tenant-%04d", i));
        }
    }

    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public void tenantry() throws IOException {
        try (ManifestWriter writer = ManifestWriter.yaml(OutputStream.nullOutputStream())) {
            for (HasMetadata object : objects) {
                writer.write(object);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public void jacksonYamlMapper() {
        try (SequenceWriter writer = jackson.writeValues(OutputStream.nullOutputStream())) {
            writer.writeAll(objects);
        }
    }

    @Benchmark
    @OperationsPerInvocation(OBJECTS)
    public void fabric8AsYaml(Blackhole sink) {
        for (HasMetadata object : objects) {
            sink.consume(Serialization.asYaml(object));
        }
    }

    private void addTenant(String name) {
        Map<String, String> labels = Map.of(
                "app.kubernetes.io/managed-by", "tenantry", "tenantry.io/tenant", name, "tenantry.io/level", "strict");
        objects.add(new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .withLabels(labels)
                .addToAnnotations("tenantry.io/description", "Batch jobs of team " + name + ": nightly, weekly")
                .endMetadata()
                .build());
        addQuota(name, labels);
        addLimits(name, labels);
        addPolicy(name, labels);
        addRoles(name, labels);
    }

    private void addQuota(String name, Map<String, String> labels) {
        objects.add(new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("compute")
                .withNamespace(name)
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addToHard("requests.cpu", new Quantity("200"))
                .addToHard("requests.memory", new Quantity("512Gi"))
                .addToHard("limits.cpu", new Quantity("400"))
                .addToHard("limits.memory", new Quantity("1Ti"))
                .addToHard("pods", new Quantity("500"))
                .endSpec()
                .build());
    }

    private void addLimits(String name, Map<String, String> labels) {
        objects.add(new LimitRangeBuilder()
                .withNewMetadata()
                .withName("defaults")
                .withNamespace(name)
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewLimit()
                .withType("Container")
                .addToDefault("cpu", new Quantity("500m"))
                .addToDefault("memory", new Quantity("512Mi"))
                .addToDefaultRequest("cpu", new Quantity("100m"))
                .addToMax("cpu", new Quantity("8"))
                .endLimit()
                .endSpec()
                .build());
    }

    private void addPolicy(String name, Map<String, String> labels) {
        objects.add(new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("allow-from-ingress")
                .withNamespace(name)
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .addNewIngress()
                .addNewFrom()
                .withNewNamespaceSelector()
                .addToMatchLabels("kubernetes.io/metadata.name", "ingress-nginx")
                .endNamespaceSelector()
                .endFrom()
                .addNewPort()
                .withProtocol("TCP")
                .withPort(new IntOrString(443))
                .endPort()
                .endIngress()
                .endSpec()
                .build());
    }

    private void addRoles(String name, Map<String, String> labels) {
        objects.add(new RoleBuilder()
                .withNewMetadata()
                .withName("developer")
                .withNamespace(name)
                .withLabels(labels)
                .endMetadata()
                .addNewRule()
                .withApiGroups("", "apps")
                .withResources("pods", "deployments", "services")
                .withVerbs("get", "list", "watch", "create", "update", "delete")
                .endRule()
                .build());
        objects.add(new RoleBindingBuilder()
                .withNewMetadata()
                .withName("developers")
                .withNamespace(name)
                .withLabels(labels)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", "developer")
                .addNewSubject("rbac.authorization.k8s.io", "Group", "oidc:" + name, null)
                .build());
    }
}

package io.tenantry.feature.quota;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.tenantry.Amount;
import io.tenantry.spi.AdmittedPods;
import io.tenantry.spi.Facts;
import io.tenantry.spi.TenantView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the workloads that attacks ask for; but for what the attack is about, nothing in them is forbidden. */
final class Workloads {
    private static final String IMAGE = "registry.k8s.io/pause:3.10";
    private static final Map<String, String> SELECTED = Map.of("app.kubernetes.io/name", "attack");

    private final AdmittedPods admitted;

    private Workloads(AdmittedPods admitted) {
        this.admitted = admitted;
    }

    /** Those that this tenant's namespaces admit. */
    static Workloads of(TenantView<?> tenant) {
        return new Workloads(tenant.fact(Facts.ADMITTED_PODS).orElse(namespace -> restricted()));
    }

    /** Whether a pod needs whole CPUs here, so that none can be small. */
    boolean haveWholeCpus(String namespace) {
        var resources = container(admitted.in(namespace)).getResources();
        return resources != null && resources.getLimits().containsKey("cpu");
    }

    /** The least more CPU than this that a container can have here. */
    Amount above(String namespace, Amount cpu) {
        return haveWholeCpus(namespace)
                ? cpu.floorTo(Amount.cores(1)).plus(Amount.cores(1))
                : cpu.plus(Amount.millicores(1));
    }

    /** A pod of one container with these requests and limits. */
    Pod pod(String namespace, Map<String, Quantity> requests, Map<String, Quantity> limits) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("attack")
                .endMetadata()
                .withSpec(with(requests, limits, admitted.in(namespace)))
                .build();
    }

    Deployment deployment(String namespace, int replicas) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("attack")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .withMatchLabels(SELECTED)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(SELECTED)
                .endMetadata()
                .withSpec(admitted.in(namespace))
                .endTemplate()
                .endSpec()
                .build();
    }

    StatefulSet statefulSet(String namespace, int replicas) {
        return new StatefulSetBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("attack")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withServiceName("attack")
                .withNewSelector()
                .withMatchLabels(SELECTED)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(SELECTED)
                .endMetadata()
                .withSpec(admitted.in(namespace))
                .endTemplate()
                .endSpec()
                .build();
    }

    /** Gives a new workload the name of what runs already when an attack begins. */
    static <T extends HasMetadata> T running(T workload) {
        workload.getMetadata().setName("attacked");
        return workload;
    }

    static Service service(String namespace, String type) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("attack")
                .endMetadata()
                .withNewSpec()
                .withType(type)
                .withSelector(SELECTED)
                .addNewPort()
                .withPort(80)
                .endPort()
                .endSpec()
                .build();
    }

    static PersistentVolumeClaim claim(String namespace, String storage, @Nullable String storageClass) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("attack")
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName(storageClass)
                .withNewResources()
                .addToRequests("storage", new Quantity(storage))
                .endResources()
                .endSpec()
                .build();
    }

    private static PodSpec with(Map<String, Quantity> requests, Map<String, Quantity> limits, PodSpec spec) {
        container(spec)
                .setResources(new ResourceRequirementsBuilder()
                        .withRequests(requests)
                        .withLimits(limits)
                        .build());
        return spec;
    }

    private static Container container(PodSpec spec) {
        return spec.getContainers().get(0);
    }

    /** A spec that Pod Security admits as restricted. */
    private static PodSpec restricted() {
        return new PodSpecBuilder()
                .withAutomountServiceAccountToken(false)
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(65535L)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .addNewContainer()
                .withName("main")
                .withImage(IMAGE)
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .endContainer()
                .build();
    }
}

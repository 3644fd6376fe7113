package io.tenantry.feature.quota;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the workloads that attacks ask for; but for what the attack is about, nothing in them is forbidden. */
final class Workloads {
    private static final String IMAGE = "registry.k8s.io/pause:3.10";
    private static final Map<String, String> SELECTED = Map.of("app.kubernetes.io/name", "attack");

    private Workloads() {}

    /** A pod of one container with these requests and limits. */
    static Pod pod(String namespace, Map<String, Quantity> requests, Map<String, Quantity> limits) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("attack")
                .endMetadata()
                .withSpec(podSpec(requests, limits))
                .build();
    }

    static Deployment deployment(String namespace, int replicas) {
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
                .withSpec(podSpec(Map.of(), Map.of()))
                .endTemplate()
                .endSpec()
                .build();
    }

    static StatefulSet statefulSet(String namespace, int replicas) {
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
                .withSpec(podSpec(Map.of(), Map.of()))
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

    /** A spec that Pod Security admits as restricted. */
    private static PodSpec podSpec(Map<String, Quantity> requests, Map<String, Quantity> limits) {
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
                .withNewResources()
                .withRequests(requests)
                .withLimits(limits)
                .endResources()
                .endContainer()
                .build();
    }
}

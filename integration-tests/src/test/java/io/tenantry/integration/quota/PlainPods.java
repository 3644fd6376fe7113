package io.tenantry.integration.quota;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.stream.IntStream;

/** Pods that state no requests and no limits. */
final class PlainPods {
    private PlainPods() {}

    static Pod of(String namespace, String name, int containers) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withContainers(IntStream.range(0, containers)
                        .mapToObj(PlainPods::container)
                        .toList())
                .endSpec()
                .build();
    }

    private static Container container(int number) {
        return new ContainerBuilder()
                .withName("container-" + number)
                .withImage("registry.k8s.io/pause:3.10")
                .build();
    }
}

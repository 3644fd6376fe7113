package io.tenantry.spi;

import io.fabric8.kubernetes.api.model.PodSpec;

/**
 * Pods that the namespaces of a tenant admit, for attacks and twins that differ from one in a single thing.
 *
 * <pre>{@code
 * var pods = tenant.fact(Facts.ADMITTED_PODS).orElse(namespace -> plainPod());
 * pods.in("acme-prod")   // has an image, a user, labels of nodes that the settings of acme-prod ask for
 * }</pre>
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec">PodSpec</a>
 */
@FunctionalInterface
public interface AdmittedPods {

    /** The spec of such a pod, with one container; a new one at each call, which the caller may change. */
    PodSpec in(String namespace);
}

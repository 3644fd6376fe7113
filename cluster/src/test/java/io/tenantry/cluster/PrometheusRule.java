package io.tenantry.cluster;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A kind that the control plane does not serve. */
@Group("monitoring.coreos.com")
@Version("v1")
public final class PrometheusRule extends CustomResource<Void, Void> implements Namespaced {
    private static final long serialVersionUID = 1;
}

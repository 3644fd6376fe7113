package io.tenantry.feature.rbac;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.tenantry.spi.Actor;
import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.Mechanism;
import io.tenantry.spi.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the roles of one namespace must not allow. */
final class RbacAttacks {
    private static final String RBAC = "rbac.authorization.k8s.io/v1";
    private static final String PRIVILEGED =
            "{\"metadata\":{\"labels\":{\"pod-security.kubernetes.io/enforce\":\"privileged\"}}}";
    private static final String UNOWNED = "{\"metadata\":{\"labels\":{\"tenantry.io/tenant\":null,"
            + "\"pod-security.kubernetes.io/enforce\":\"privileged\"}}}";
    private static final String NAME = "tenantry-attack";
    private static final String SYSTEM = "kube-system";

    private final NamespaceAccess access;
    private final String namespace;
    private final List<Attack> attacks = new ArrayList<>();

    RbacAttacks(NamespaceAccess access) {
        this.access = access;
        this.namespace = access.name();
    }

    List<Attack> all() {
        if (!access.roles().permissions("admin").isEverything()) {
            onNamespace();
            onWhatBoundsTheTenant();
            onRouting();
            onRights();
        }
        beyondTheNamespace();
        asDeveloper();
        asViewer();
        return List.copyOf(attacks);
    }

    private void onNamespace() {
        var itself = object("v1", "Namespace", null, namespace);
        asAdmin("namespace/relabel", Request.patch(itself, PRIVILEGED));
        asAdmin("namespace/drop-tenant-and-relabel", Request.patch(itself, UNOWNED));
        asAdmin("namespace/status", Request.patch(itself, "{\"status\":{}}").on("status"));
        asAdmin("namespace/finalize", Request.update(itself).on("finalize"));
        asAdmin("namespace/delete", Request.delete(itself));
    }

    private void onWhatBoundsTheTenant() {
        edits("mtb/PL1-CC-TI-1/resource-quotas/", object("v1", "ResourceQuota", namespace, NAME));
        edits("rbac/admin/limitranges/", object("v1", "LimitRange", namespace, NAME));
    }

    private void edits(String control, HasMetadata own) {
        named("admin", control + "create", Request.create(own));
        named("admin", control + "update", Request.update(own));
        named("admin", control + "patch", Request.patch(own, "{\"spec\":{}}"));
        named("admin", control + "delete", Request.delete(own));
        named("admin", control + "deletecollection", Request.deleteCollection(own));
    }

    private void onRouting() {
        asAdmin("endpoints/create", Request.create(object("v1", "Endpoints", namespace, NAME)));
        asAdmin(
                "endpointslices/create",
                Request.create(object("discovery.k8s.io/v1", "EndpointSlice", namespace, NAME)));
        asAdmin(
                "services/status",
                Request.patch(object("v1", "Service", namespace, NAME), "{\"status\":{}}")
                        .on("status"));
        asAdmin(
                "pods/status",
                Request.patch(object("v1", "Pod", namespace, NAME), "{\"status\":{\"podIP\":\"10.0.0.1\"}}")
                        .on("status"));
        asAdmin("pods/binding", Request.create(object("v1", "Binding", namespace, NAME)));
    }

    /** Where nothing guards them, tenants have no rights that a guard would make safe. */
    private void onRights() {
        if (access.roles().guarded()) {
            return;
        }
        asAdmin("roles/create", Request.create(object(RBAC, "Role", namespace, NAME)));
        asAdmin("rolebindings/create", Request.create(object(RBAC, "RoleBinding", namespace, NAME)));
        asAdmin("rolebindings/delete-all", Request.deleteCollection(object(RBAC, "RoleBinding", namespace, NAME)));
        var policy = object("networking.k8s.io/v1", "NetworkPolicy", namespace, NAME);
        asAdmin("networkpolicies/create", Request.create(policy));
        asAdmin("networkpolicies/delete-all", Request.deleteCollection(policy));
    }

    private void beyondTheNamespace() {
        cluster("clusterrolebindings", RBAC, "ClusterRoleBinding");
        cluster("clusterroles", RBAC, "ClusterRole");
        cluster("namespaces", "v1", "Namespace");
        cluster("persistentvolumes", "v1", "PersistentVolume");
        cluster("storageclasses", "storage.k8s.io/v1", "StorageClass");
        cluster("priorityclasses", "scheduling.k8s.io/v1", "PriorityClass");
        cluster("customresourcedefinitions", "apiextensions.k8s.io/v1", "CustomResourceDefinition");
        cluster("webhooks", "admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration");
        cluster("certificates", "certificates.k8s.io/v1", "CertificateSigningRequest");
        cluster("nodes", "v1", "Node");
        others("secrets", object("v1", "Secret", SYSTEM, NAME));
        others("configmaps", object("v1", "ConfigMap", SYSTEM, NAME));
        others("deployments", object("apps/v1", "Deployment", SYSTEM, NAME));
        asAdmin("system/pods/create", Request.create(object("v1", "Pod", SYSTEM, NAME)));
        asAdmin("system/rolebindings/create", Request.create(object(RBAC, "RoleBinding", SYSTEM, NAME)));
        asAdmin(
                "system/tokens/create",
                Request.create(object("v1", "ServiceAccount", SYSTEM, "namespace-controller"))
                        .on("token"));
    }

    private void cluster(String control, String apiVersion, String kind) {
        var object = object(apiVersion, kind, null, NAME);
        asAdmin("cluster/" + control + "/create", Request.create(object));
        named("admin", "mtb/PL1-CC-CPI-1/cluster-scoped/" + control + "-get", Request.get(object));
        named("admin", "mtb/PL1-CC-CPI-1/cluster-scoped/" + control + "-update", Request.update(object));
    }

    /** A namespace that is not the tenant's; that there is another tenant is not for this one to know. */
    private void others(String control, HasMetadata object) {
        named("admin", "mtb/PL1-CC-TI-2/other-tenants/" + control + "-get", Request.get(object));
        named("admin", "mtb/PL1-CC-TI-2/other-tenants/" + control + "-update", Request.update(object));
    }

    private void asDeveloper() {
        as("developer", "deployments/delete", Request.delete(object("apps/v1", "Deployment", namespace, NAME)));
        as("developer", "secrets/delete-all", Request.deleteCollection(object("v1", "Secret", namespace, NAME)));
        as("developer", "rolebindings/create", Request.create(object(RBAC, "RoleBinding", namespace, NAME)));
        as("developer", "serviceaccounts/create", Request.create(object("v1", "ServiceAccount", namespace, NAME)));
        as(
                "developer",
                "tokens/create",
                Request.create(object("v1", "ServiceAccount", namespace, NAME)).on("token"));
        as(
                "developer",
                "pods/exec",
                Request.create(object("v1", "Pod", namespace, NAME)).on("exec"));
        as("developer", "namespace/relabel", Request.patch(object("v1", "Namespace", null, namespace), PRIVILEGED));
    }

    private void asViewer() {
        as("viewer", "secrets/read", Request.get(object("v1", "Secret", namespace, NAME)));
        as("viewer", "configmaps/create", Request.create(object("v1", "ConfigMap", namespace, NAME)));
        as("viewer", "deployments/patch", Request.patch(object("apps/v1", "Deployment", namespace, NAME), "{}"));
        as("viewer", "pods/delete", Request.delete(object("v1", "Pod", namespace, NAME)));
        as(
                "viewer",
                "pods/exec",
                Request.create(object("v1", "Pod", namespace, NAME)).on("exec"));
    }

    private void asAdmin(String variant, Request request) {
        as("admin", variant, request);
    }

    private void as(String role, String variant, Request request) {
        named(role, "rbac/" + role + "/" + variant, request);
    }

    /** Unless a role that the tenant wrote itself allows it. */
    private void named(String role, String id, Request request) {
        if (!access.roles().isWritten(role)) {
            attacks.add(Attack.named(id)
                    .family("authorization")
                    .by(Actor.role(role))
                    .attempts(request)
                    .twin(allowed(role))
                    .stoppedBy(Layer.object(
                            Mechanism.AUTHORIZATION,
                            access.roles().carrier(role).key(namespace)))
                    .build());
        }
    }

    private Request allowed(String role) {
        return role.equals("viewer")
                ? Request.list(object("apps/v1", "Deployment", namespace, NAME))
                : Request.create(object("v1", "ConfigMap", namespace, NAME));
    }

    private static HasMetadata object(String apiVersion, String kind, @Nullable String namespace, String name) {
        var object = new GenericKubernetesResource();
        object.setApiVersion(apiVersion);
        object.setKind(kind);
        object.setMetadata(
                new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
        return object;
    }
}

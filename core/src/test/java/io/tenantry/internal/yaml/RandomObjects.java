package io.tenantry.internal.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Objects of the kinds that tenants are made of, with troublesome texts in every place that takes one. */
final class RandomObjects {

    private static final String[] CEL = {
        "object.spec.containers.all(c, !has(c.securityContext) || c.securityContext.privileged != true)",
        "!('tenantry.io/tenant' in object.metadata.labels)\n  || oldObject == null\n",
        "namespaceObject.metadata.annotations[\"tenantry.io/max\"] == \"10\"",
        "object.spec.replicas >= 2 ? true : false"
    };

    private static final String[] QUANTITIES = {"0", "1", "1500m", "64Gi", "1e3", "0.5", "1E", "12Ki", "-1", "010"};

    private final Random random;

    private RandomObjects(Random random) {
        this.random = random;
    }

    static HasMetadata next(Random random) {
        return new RandomObjects(random).object();
    }

    private HasMetadata object() {
        return switch (random.nextInt(9)) {
            case 0 ->
                new NamespaceBuilder()
                        .withMetadata(meta())
                        .withNewSpec()
                        .withFinalizers(texts())
                        .endSpec()
                        .build();
            case 1 ->
                new ResourceQuotaBuilder()
                        .withMetadata(meta())
                        .withNewSpec()
                        .withHard(quantities())
                        .withScopes(texts())
                        .endSpec()
                        .build();
            case 2 -> limitRange();
            case 3 -> networkPolicy();
            case 4 ->
                new RoleBuilder()
                        .withMetadata(meta())
                        .addNewRule()
                        .withApiGroups(texts())
                        .withResources(texts())
                        .withVerbs(texts())
                        .endRule()
                        .addNewRule()
                        .endRule()
                        .build();
            case 5 ->
                new RoleBindingBuilder()
                        .withMetadata(meta())
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", text())
                        .addNewSubject("rbac.authorization.k8s.io", "Group", text(), null)
                        .addNewSubject("", "ServiceAccount", text(), text())
                        .build();
            case 6 ->
                new ConfigMapBuilder()
                        .withMetadata(meta())
                        .withData(map())
                        .withImmutable(random.nextBoolean())
                        .build();
            case 7 -> policy();
            default -> deployment();
        };
    }

    private HasMetadata limitRange() {
        return new LimitRangeBuilder()
                .withMetadata(meta())
                .withNewSpec()
                .addNewLimit()
                .withType(text())
                .withDefault(quantities())
                .withMax(quantities())
                .withMaxLimitRequestRatio(quantities())
                .endLimit()
                .endSpec()
                .build();
    }

    private HasMetadata networkPolicy() {
        return new NetworkPolicyBuilder()
                .withMetadata(meta())
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(map())
                .endPodSelector()
                .withPolicyTypes(texts())
                .addNewIngress()
                .endIngress()
                .addNewEgress()
                .addNewTo()
                .withNewIpBlock()
                .withCidr("10.0.0.0/8")
                .withExcept(texts())
                .endIpBlock()
                .endTo()
                .addNewTo()
                .withNewNamespaceSelector()
                .addNewMatchExpression()
                .withKey(text())
                .withOperator("In")
                .withValues(texts())
                .endMatchExpression()
                .endNamespaceSelector()
                .endTo()
                .addNewPort()
                .withPort(port())
                .withEndPort(random.nextInt(65_536))
                .endPort()
                .endEgress()
                .endSpec()
                .build();
    }

    private HasMetadata policy() {
        return new ValidatingAdmissionPolicyBuilder()
                .withMetadata(meta())
                .withNewSpec()
                .withFailurePolicy("Fail")
                .withNewMatchConstraints()
                .addNewResourceRule()
                .withApiGroups(texts())
                .withApiVersions("*")
                .withOperations("CREATE", "*")
                .withResources(texts())
                .endResourceRule()
                .withNewNamespaceSelector()
                .endNamespaceSelector()
                .endMatchConstraints()
                .addNewVariable(CEL[random.nextInt(CEL.length)], text())
                .addNewValidation()
                .withExpression(CEL[random.nextInt(CEL.length)])
                .withMessage(text())
                .endValidation()
                .endSpec()
                .build();
    }

    private HasMetadata deployment() {
        return new DeploymentBuilder()
                .withMetadata(meta())
                .withNewSpec()
                .withReplicas(random.nextInt(3))
                .withNewSelector()
                .endSelector()
                .withNewTemplate()
                .withNewSpec()
                .withHostNetwork(random.nextBoolean())
                .addNewContainer()
                .withName(text())
                .withArgs(texts())
                .addNewEnv()
                .withName(text())
                .withValue(text())
                .endEnv()
                .withNewLivenessProbe()
                .withNewHttpGet()
                .withPort(port())
                .endHttpGet()
                .endLivenessProbe()
                .withNewResources()
                .withLimits(quantities())
                .endResources()
                .endContainer()
                .addNewVolume()
                .withName(text())
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private ObjectMeta meta() {
        return new ObjectMetaBuilder()
                .withName(text())
                .withNamespace(text())
                .withLabels(map())
                .withAnnotations(map())
                .withGeneration(random.nextLong())
                .build();
    }

    private IntOrString port() {
        return random.nextBoolean() ? new IntOrString(random.nextInt(65_536)) : new IntOrString(text());
    }

    /** Without lone surrogates: fabric8's writer and JSON have none. */
    private String text() {
        return new String(RandomTexts.next(random).getBytes(UTF_8), UTF_8);
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private Map<String, String> map() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(text(), text());
        }
        return map;
    }

    private Map<String, Quantity> quantities() {
        Map<String, Quantity> quantities = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            quantities.put(text(), new Quantity(QUANTITIES[random.nextInt(QUANTITIES.length)]));
        }
        return quantities;
    }
}

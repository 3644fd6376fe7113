package io.tenantry.feature.isolation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantry.spi.Attack;
import io.tenantry.spi.Attack.Layer;
import io.tenantry.spi.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every evil, by every way in which it can get into a pod: in containers of each kind, and for one evil of each control in
 * the templates of each workload.
 */
final class PodAttacks {
    private static final String FAMILY = "pods";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final String EPHEMERAL = "ephemeralcontainers";

    private final AttackList out;
    private final AttackedPod admitted;

    private PodAttacks(AttackList out) {
        this.out = out;
        this.admitted = AttackedPod.admitted(out.tenant().tenant(), out.isolation());
    }

    static void add(AttackList out) {
        var attacks = new PodAttacks(out);
        if (!out.mayBeCreated(attacks.admitted.pod(out.namespace()))) {
            return;
        }
        var controls = new HashSet<String>();
        for (var evil : PodEvils.of(out.level(), out.isolation())) {
            attacks.add(evil);
            if (evil.showsInTemplates() && controls.add(evil.control())) {
                attacks.templates(evil);
            }
        }
        PodBenchmarks.of(out.level(), out.isolation()).forEach(attacks::addBenchmark);
        attacks.resize();
        attacks.tolerateNothing();
    }

    private void add(PodEvil evil) {
        pod("isolation/pods/" + evil.id() + "/pod", FAMILY, evil);
        if (evil.place() == PodEvil.Place.CONTAINER) {
            initContainer(evil);
            ephemeralContainer(evil);
        }
    }

    private void addBenchmark(String id, PodEvil evil) {
        pod("mtb/" + id, "mtb", evil);
    }

    private void pod(String id, String family, PodEvil evil) {
        add(id, family, evil, evil.in(admitted).pod(out.namespace()), admitted.pod(out.namespace()));
    }

    private void initContainer(PodEvil evil) {
        var extra = AttackedPod.container("extra", out.isolation());
        var twin = admitted.with(Map.of("initContainers", List.of(extra)));
        var evilTwin = admitted.with(Map.of("initContainers", List.of(AttackedPod.merged(extra, evil.fields()))));
        add(
                "isolation/pods/" + evil.id() + "/init-container",
                FAMILY,
                evil,
                evilTwin.pod(out.namespace()),
                twin.pod(out.namespace()));
    }

    private void ephemeralContainer(PodEvil evil) {
        if (!evil.fitsEphemeralContainers()) {
            return;
        }
        var extra = AttackedPod.container("extra", out.isolation());
        extra.remove("resources");
        var running = running();
        out.add(Attack.named("isolation/pods/" + evil.id() + "/ephemeral-container")
                .family(FAMILY)
                .given(running)
                .attempts(Request.patch(running, ephemeral(AttackedPod.merged(extra, evil.fields())))
                        .on(EPHEMERAL))
                .twin(Request.patch(running, ephemeral(extra)).on(EPHEMERAL))
                .stoppedBy(evil.layers(out.namespace()).toArray(Layer[]::new))
                .build());
    }

    private void templates(PodEvil evil) {
        var twins = admitted.workloads(out.namespace());
        var evils = evil.in(admitted).workloads(out.namespace());
        for (int i = 0; i < twins.size(); i++) {
            var twin = twins.get(i);
            if (out.mayBeCreated(twin)) {
                out.add(Attack.named("isolation/pods/" + evil.id() + "/"
                                + twin.getKind().toLowerCase(Locale.ROOT))
                        .family(FAMILY)
                        .attempts(Request.create(evils.get(i)))
                        .twin(Request.create(twin))
                        .stoppedBy(Layer.policy(String.valueOf(evil.policy())))
                        .build());
            }
        }
    }

    /** Where the cluster does not add it, a pod must tolerate the taint of its tenant's nodes. */
    private void tolerateNothing() {
        if (!out.isolation().dedicatedNodes()
                || NodePlacement.isSetBy(out.tenant().cluster())) {
            return;
        }
        var fields = new TreeMap<>(admitted.fields());
        fields.remove("tolerations");
        out.add(Attack.named("isolation/pods/placement/tolerations-missing/pod")
                .family(FAMILY)
                .attempts(Request.create(new AttackedPod(fields).pod(out.namespace())))
                .twin(Request.create(admitted.pod(out.namespace())))
                .stoppedBy(Layer.policy(PodsPolicy.NAME))
                .build());
    }

    /** A pod whose CPUs are its own may not grow into parts of others. */
    private void resize() {
        if (!out.isolation().cpuPinning()) {
            return;
        }
        var running = running();
        out.add(Attack.named("isolation/pods/cpu-pinning/resize")
                .family(FAMILY)
                .given(running)
                .attempts(Request.patch(running, resources("1500m")).on("resize"))
                .twin(Request.patch(running, resources("2")).on("resize"))
                .stoppedBy(Layer.policy(PodsPolicy.NAME))
                .build());
    }

    private void add(String id, String family, PodEvil evil, HasMetadata attack, HasMetadata twin) {
        out.add(Attack.named(id)
                .family(family)
                .given(evil.given().toArray(HasMetadata[]::new))
                .attempts(Request.create(attack))
                .twin(Request.create(twin))
                .stoppedBy(evil.layers(out.namespace()).toArray(Layer[]::new))
                .build());
    }

    private HasMetadata running() {
        var running = admitted.pod(out.namespace());
        running.getMetadata().setName(Samples.NAME + "-running");
        return running;
    }

    private static String ephemeral(Map<String, Object> container) {
        return json(Map.of("spec", new TreeMap<>(Map.of("ephemeralContainers", List.of(container)))));
    }

    private String resources(String cpu) {
        var main =
                AttackedPod.merged(AttackedPod.container("main", out.isolation()), Map.of("resources", amounts(cpu)));
        return json(Map.of("spec", Map.of("containers", new ArrayList<>(List.of(main)))));
    }

    private static Map<String, Object> amounts(String cpu) {
        var amounts = new TreeMap<>(Map.of("cpu", cpu, "memory", "128Mi"));
        return new TreeMap<>(Map.of("limits", amounts, "requests", amounts));
    }

    private static String json(Map<String, Object> fields) {
        return JSON.writeValueAsString(fields);
    }
}

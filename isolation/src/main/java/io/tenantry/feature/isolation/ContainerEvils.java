package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.PodSecurityLevel.BASELINE;
import static io.tenantry.feature.isolation.PodSecurityLevel.PRIVILEGED;
import static io.tenantry.feature.isolation.PodSecurityLevel.RESTRICTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What containers must not be on their node. */
final class ContainerEvils {
    private static final String POLICY = PodsPolicy.NAME;

    /** Those that the standard baseline lets containers add. */
    private static final List<String> BASELINE_CAPABILITIES = List.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private ContainerEvils() {}

    static List<PodEvil> of(Isolation isolation) {
        var evils = new ArrayList<PodEvil>();
        if (!isolation.allowPrivilegedContainers()) {
            evils.add(privileged(isolation));
        }
        evils.addAll(capabilities(isolation));
        if (isolation.podSecurityPolicy() != PRIVILEGED) {
            evils.addAll(host());
            evils.addAll(baseline());
        }
        if (isolation.podSecurityPolicy() == RESTRICTED) {
            evils.addAll(restricted());
        }
        evils.addAll(profiles(isolation));
        if (isolation.cpuPinning()) {
            evils.add(PodEvil.spec(
                    "cpu-pinning/of-the-pod",
                    Map.of("resources", Map.of("limits", Map.of("cpu", "2", "memory", "256Mi"))),
                    PodsPolicy.NAME));
            evils.add(PodEvil.container(
                    "cpu-pinning/parts-of-a-cpu",
                    Map.of("resources", Map.of("limits", Map.of("cpu", "1500m"))),
                    PodsPolicy.NAME));
        }
        return evils;
    }

    /** Privileged containers cannot be without privilege escalation. */
    static PodEvil privileged(Isolation isolation) {
        return inSecurityContext(
                        "privileged/container", Map.of("privileged", true, "allowPrivilegeEscalation", true), POLICY)
                .orPodSecurity(isolation.podSecurityPolicy() != PRIVILEGED);
    }

    static List<PodEvil> capabilities(Isolation isolation) {
        var restricted = Capabilities.normalised(isolation.restrictedCapabilities());
        if (restricted.isEmpty()) {
            return List.of();
        }
        var evils = new ArrayList<PodEvil>();
        var name = restricted.get(0).equals(Capabilities.ALL) ? "NET_ADMIN" : restricted.get(0);
        for (var spelling : List.of(name, "CAP_" + name, name.toLowerCase(Locale.ROOT), Capabilities.ALL)) {
            evils.add(capability("capabilities/add-" + spelling, spelling, isolation));
        }
        return evils;
    }

    /** The API server itself refuses CAP_SYS_ADMIN without privilege escalation. */
    private static PodEvil capability(String id, String name, Isolation isolation) {
        var added = Map.of("allowPrivilegeEscalation", true, "capabilities", Map.of("add", List.of(name)));
        boolean baseline = isolation.podSecurityPolicy() == BASELINE;
        return inSecurityContext(id, added, POLICY)
                .orPodSecurity(isolation.podSecurityPolicy() == RESTRICTED
                        || (baseline && !BASELINE_CAPABILITIES.contains(name)));
    }

    private static List<PodEvil> host() {
        return List.of(
                host("host/network", "hostNetwork"),
                host("host/pid", "hostPID"),
                host("host/ipc", "hostIPC"),
                hostPort(),
                hostProcess());
    }

    /** Of a node with Windows, whose network such a pod must share. */
    private static PodEvil hostProcess() {
        var options = Map.of("hostProcess", true, "runAsUserName", "NT AUTHORITY\\SYSTEM");
        return PodEvil.spec(
                        "host/process",
                        Map.of("hostNetwork", true, "securityContext", Map.of("windowsOptions", options)),
                        POLICY)
                .orPodSecurity(true);
    }

    static PodEvil host(String id, String field) {
        return PodEvil.spec(id, Map.of(field, true), POLICY).orPodSecurity(true);
    }

    static PodEvil hostPort() {
        var port = Map.of("containerPort", 8080, "hostPort", 8080);
        return PodEvil.container("host/port", Map.of("ports", List.of(port)), POLICY)
                .orPodSecurity(true);
    }

    /** What Pod Security alone refuses, by the standard baseline. */
    private static List<PodEvil> baseline() {
        return List.of(
                hostPath(),
                inSecurityContext("seccomp/unconfined", Map.of("seccompProfile", Map.of("type", "Unconfined")), null)
                        .orPodSecurity(true),
                PodEvil.spec(
                                "sysctls/unsafe",
                                Map.of(
                                        "securityContext",
                                        Map.of("sysctls", List.of(Map.of("name", "kernel.msgmax", "value", "1")))),
                                null)
                        .orPodSecurity(true));
    }

    static PodEvil hostPath() {
        var volume = Map.of("name", "node", "hostPath", Map.of("path", "/"));
        return PodEvil.spec("host/path", Map.of("volumes", List.of(volume)), null)
                .orPodSecurity(true);
    }

    /** What Pod Security alone refuses, by the standard restricted. */
    private static List<PodEvil> restricted() {
        return List.of(runAsRoot(), privilegeEscalation());
    }

    static PodEvil runAsRoot() {
        return inSecurityContext("root/user", Map.of("runAsUser", 0, "runAsNonRoot", false), null)
                .orPodSecurity(true);
    }

    static PodEvil privilegeEscalation() {
        return inSecurityContext("root/privilege-escalation", Map.of("allowPrivilegeEscalation", true), null)
                .orPodSecurity(true);
    }

    private static List<PodEvil> profiles(Isolation isolation) {
        var evils = new ArrayList<PodEvil>();
        boolean judged = isolation.podSecurityPolicy() != PRIVILEGED;
        if (isolation.appArmor()) {
            evils.add(inSecurityContext(
                            "app-armor/unconfined", Map.of("appArmorProfile", Map.of("type", "Unconfined")), POLICY)
                    .orPodSecurity(judged));
        }
        if (isolation.selinux()) {
            evils.add(inSecurityContext(
                    "selinux/foreign-level", Map.of("seLinuxOptions", Map.of("level", "s0:c0,c1")), POLICY));
            evils.add(inSecurityContext("selinux/no-level", Map.of("seLinuxOptions", Map.of()), POLICY));
            evils.add(PodEvil.spec(
                            "selinux/type",
                            Map.of("securityContext", Map.of("seLinuxOptions", Map.of("type", "spc_t"))),
                            POLICY)
                    .orPodSecurity(judged));
        }
        return evils;
    }

    private static PodEvil inSecurityContext(String id, Map<String, ?> fields, @Nullable String policy) {
        return PodEvil.container(id, Map.of("securityContext", fields), policy);
    }
}

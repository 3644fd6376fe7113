package io.tenantry.feature.isolation;

import static io.tenantry.feature.isolation.PodSecurityLevel.RESTRICTED;

import io.tenantry.IsolationLevel;
import java.util.Map;
import java.util.TreeMap;

/**
 * The checks of the Kubernetes Multi-Tenancy Benchmarks on pods, by their ids.
 *
 * @see <a href="https://github.com/kubernetes-retired/multi-tenancy/tree/master/benchmarks">Multi-Tenancy Benchmarks</a>
 */
final class PodBenchmarks {
    private PodBenchmarks() {}

    /** They hold where the Pod Security Standard is restricted, as it is under strict and standard. */
    static Map<String, PodEvil> of(IsolationLevel level, Isolation isolation) {
        var checks = new TreeMap<String, PodEvil>();
        if (level == IsolationLevel.PERMISSIVE || isolation.podSecurityPolicy() != RESTRICTED) {
            return checks;
        }
        ContainerEvils.capabilities(isolation).stream()
                .limit(1)
                .forEach(evil -> checks.put("PL1-BC-CPI-3/added-capabilities", evil));
        checks.put("PL1-BC-CPI-4/run-as-root", ContainerEvils.runAsRoot());
        checks.put("PL1-BC-CPI-5/privileged", ContainerEvils.privileged(isolation));
        checks.put("PL1-BC-CPI-6/privilege-escalation", ContainerEvils.privilegeEscalation());
        checks.put("PL1-BC-HI-1/host-path", ContainerEvils.hostPath());
        checks.put("PL1-BC-HI-3/host-network", ContainerEvils.host("host/network", "hostNetwork"));
        checks.put("PL1-BC-HI-3/host-ports", ContainerEvils.hostPort());
        checks.put("PL1-BC-HI-4/host-pid", ContainerEvils.host("host/pid", "hostPID"));
        checks.put("PL1-BC-HI-5/host-ipc", ContainerEvils.host("host/ipc", "hostIPC"));
        checks.put("PL1-CC-DI-1/pull-policy", ImageEvils.neverPulled());
        return checks;
    }
}

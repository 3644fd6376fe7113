package io.tenantry.cli;

import io.tenantry.Tenant;
import io.tenantry.manifest.Rendered;
import java.util.List;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The tenants that a command is limited to. */
final class TenantNames {
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = "Only this tenant, without what is shared; may be repeated. All are checked all the same.")
    private List<String> names = List.of();

    /** Those of the tenants that were named, or all when none was; never changes their order. */
    List<Tenant> of(Rendered rendered) {
        if (names.isEmpty()) {
            return rendered.tenants();
        }
        var byName = new TreeMap<String, Tenant>();
        rendered.tenants().forEach(tenant -> byName.put(tenant.name(), tenant));
        for (var name : names) {
            if (!byName.containsKey(name)) {
                throw new ParameterException(
                        spec.commandLine(), Unknown.message("--tenant", name, "tenant", byName.keySet()));
            }
        }
        byName.keySet().retainAll(names);
        return List.copyOf(byName.values());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }
}

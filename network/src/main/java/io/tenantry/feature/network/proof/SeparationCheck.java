package io.tenantry.feature.network.proof;

import io.tenantry.Tenant;
import io.tenantry.feature.network.reachability.Decision;
import io.tenantry.feature.network.reachability.Direction;
import io.tenantry.feature.network.reachability.Endpoint;
import io.tenantry.feature.network.reachability.Pod;
import io.tenantry.feature.network.reachability.Separation.Counterexample;
import io.tenantry.manifest.Rendered;
import io.tenantry.spi.Problems;
import io.tenantry.spi.RenderCheck;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The check {@code tenant-separation}: tenants that can reach each other without having declared it are an error. */
public final class SeparationCheck implements RenderCheck {

    @Override
    public String name() {
        return "tenant-separation";
    }

    @Override
    public void check(Rendered rendered, Problems problems) {
        var network = RenderedNetwork.of(rendered);
        network.reading()
                .refused()
                .forEach(sentence -> problems.error(
                        "NETWORK_POLICY_INVALID",
                        "an existing " + sentence,
                        "give it as the API server has it: kubectl get networkpolicies -A -o yaml"));
        var found = Proof.separation(network).counterexamples(Proof.MOST + 1);
        var tenants = new HashMap<String, Tenant>();
        rendered.tenants().forEach(tenant -> tenants.put(tenant.name(), tenant));
        found.stream().limit(Proof.MOST).forEach(each -> new Report(network, tenants, each).to(problems));
        if (found.size() > Proof.MOST) {
            problems.error(
                    "NETWORK_NOT_SEPARATED",
                    "more tenants than these can reach each other",
                    "mend these first; tenantry matrix shows all that is open");
        }
    }

    /** One counterexample as a problem. */
    private record Report(RenderedNetwork network, Map<String, Tenant> tenants, Counterexample found) {

        void to(Problems problems) {
            var verdict = found.opening().verdict();
            var source = tenants.get(found.from());
            var destination = tenants.get(found.to());
            boolean bySource = destination == null || (source != null && isUnforeseen(verdict.egress()));
            var decision = bySource ? verdict.egress() : verdict.ingress();
            var at = place(problems, bySource ? source : destination, decision);
            at.error(
                    "NETWORK_NOT_SEPARATED",
                    "lets tenant " + found.from() + " reach tenant " + found.to() + ": " + found.connection()
                            + "; out by " + text(verdict.egress(), Direction.EGRESS) + ", in by "
                            + text(verdict.ingress(), Direction.INGRESS),
                    fix(decision));
        }

        private boolean isUnforeseen(Decision decision) {
            var rule = decision.rule();
            return rule == null || network.parameter(rule).isEmpty();
        }

        /** The parameter behind the rule, or the section. */
        private Problems place(Problems problems, @Nullable Tenant tenant, Decision decision) {
            var place = tenant == null ? problems : problems.of(tenant);
            var parameter = decision.rule() == null
                    ? "network"
                    : network.parameter(decision.rule()).orElse("network");
            for (var key : parameter.split("\\.", -1)) {
                place = place.at(key);
            }
            return place;
        }

        private String text(Decision decision, Direction direction) {
            var rule = decision.rule();
            if (rule == null) {
                return "the lack of a policy for its " + direction;
            }
            var parameter = network.parameter(rule).map(key -> " (" + key + ")").orElse("");
            return rule + parameter;
        }

        private String fix(Decision decision) {
            var rule = decision.rule();
            var remove = rule == null
                    ? "isolate it"
                    : network.parameter(rule).isPresent() ? "narrow it" : "remove that rule of " + rule.policy();
            var source = namespace(found.connection().source());
            var destination = namespace(found.connection().destination());
            return remove + ", or declare it on both sides: network.allowToNamespaces: [" + destination + "] for "
                    + found.from() + ", network.allowFromNamespaces: [" + source + "] for " + found.to();
        }

        private static String namespace(Endpoint end) {
            return end instanceof Pod pod ? pod.namespace() : "";
        }
    }
}

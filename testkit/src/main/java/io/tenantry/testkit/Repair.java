package io.tenantry.testkit;

import io.tenantry.Input;
import io.tenantry.Tenantry;
import io.tenantry.testkit.TenantText.SectionKey;
import io.tenantry.validation.Problem;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes proposed tenants valid together, all of them at once: leaves out keys that problems name, and writes those that
 * are named and missing, as the registries of a strict tenant.
 */
final class Repair {
    private final Tenantry tenantry;
    private final ConfigValues values;
    private final Random random;
    private final Function<List<String>, Input> input;

    /** How many values were tried for keys that were missing. */
    private final Map<Missing, Integer> tried = new HashMap<>();

    private record Missing(String tenant, SectionKey key) {}

    Repair(Tenantry tenantry, ConfigValues values, Random random, Function<List<String>, Input> input) {
        this.tenantry = tenantry;
        this.values = values;
        this.random = random;
        this.input = input;
    }

    /**
     * The proposals made valid, in their order; where no key helps, as on a cluster that is too old, as they are then.
     * What is changed is judged again without the others, of which there are many more, and in the end with them.
     */
    List<TenantText> of(List<TenantText> proposals) {
        var tenants = new LinkedHashMap<String, TenantText>();
        proposals.forEach(tenant -> tenants.put(tenant.name(), tenant));
        var judged = proposals;
        while (true) {
            var problems = problems(judged);
            var changed = judged.stream()
                    .map(tenant -> changed(tenant, problems.getOrDefault(tenant.name(), List.of())))
                    .filter(tenant -> !tenant.equals(tenants.get(tenant.name())))
                    .toList();
            if (changed.isEmpty() && judged.size() == tenants.size()) {
                return judged;
            }
            changed.forEach(tenant -> tenants.put(tenant.name(), tenant));
            judged = changed.isEmpty() ? List.copyOf(tenants.values()) : changed;
        }
    }

    private Map<String, List<Problem>> problems(List<TenantText> tenants) {
        var texts = tenants.stream().map(TenantText::toString).toList();
        return tenantry.validate(input.apply(texts)).errors().stream()
                .filter(problem -> problem.tenant() != null)
                .collect(Collectors.groupingBy(problem -> String.valueOf(problem.tenant())));
    }

    /** The tenant without what its problems name; where that is not written, without half of what stands around it. */
    private TenantText changed(TenantText tenant, List<Problem> problems) {
        if (problems.isEmpty()) {
            return tenant;
        }
        var named = named(tenant, problems);
        var text = tenant;
        for (var key : named) {
            text = text.with(key, instead(tenant, key));
        }
        if (!text.equals(tenant)) {
            return text;
        }
        var sections = named.stream().map(SectionKey::section).collect(Collectors.toSet());
        var around = optional(tenant, key -> sections.contains(key.section()));
        return withoutHalf(around.isEmpty() ? optional(tenant, key -> true) : around, tenant);
    }

    private static Set<SectionKey> named(TenantText tenant, List<Problem> problems) {
        return problems.stream()
                .flatMap(problem -> SectionKey.at(problem.path(), tenant).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What to write for a key that is named: nothing, or a value not tried before of one that is missing. */
    private String instead(TenantText tenant, SectionKey key) {
        var missing = new Missing(tenant.name(), key);
        if (tenant.keys().contains(key) && !tried.containsKey(missing)) {
            return "";
        }
        var fitting = fitting(key);
        int next = tried.merge(missing, 1, Integer::sum) - 1;
        return next < fitting.size() ? fitting.get(next) : "";
    }

    private List<SectionKey> optional(TenantText tenant, Predicate<SectionKey> which) {
        return tenant.keys().stream()
                .filter(key -> which.test(key) && !tried.containsKey(new Missing(tenant.name(), key)))
                .toList();
    }

    private TenantText withoutHalf(List<SectionKey> keys, TenantText tenant) {
        var shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, random);
        var text = tenant;
        for (var key : shuffled.subList(0, (keys.size() + 1) / 2)) {
            text = text.with(key, "");
        }
        return text;
    }

    private List<String> fitting(SectionKey key) {
        return tenantry.sections().stream()
                .filter(section -> section.name().equals(key.section()))
                .flatMap(section -> Arrays.stream(section.type().getRecordComponents()))
                .filter(component -> component.getName().equals(key.name()))
                .findFirst()
                .map(this::fitting)
                .orElse(List.of());
    }

    private List<String> fitting(RecordComponent component) {
        return values.fitting(component.getGenericType(), component.getName());
    }
}

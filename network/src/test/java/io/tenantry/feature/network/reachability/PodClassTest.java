package io.tenantry.feature.network.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.feature.network.reachability.Selector.Operator;
import io.tenantry.feature.network.reachability.Selector.Requirement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PodClassTest {
    private static final Selector WEB = selector("app", Operator.IN, "web");
    private static final Selector NO_TIER = selector("tier", Operator.DOES_NOT_EXIST);

    @Test
    void takesNoLabelsWhereNoneAreNeeded() {
        assertThat(PodClass.outside(List.of(WEB)).labelsOutside(List.of())).contains(new TreeMap<>());
    }

    @Test
    void takesALabelToGetOutOfASelector() {
        assertThat(PodClass.outside(List.of(WEB, NO_TIER)).labelsOutside(List.of()))
                .hasValue(new TreeMap<>(Map.of("tier", "any")));
    }

    @Test
    void seesThatNothingIsLeft() {
        assertThat(PodClass.outside(List.of(Selector.EVERYTHING)).isEmpty()).isTrue();
        assertThat(PodClass.of(WEB).and(PodClass.outside(List.of(WEB))).isEmpty())
                .isTrue();
        assertThat(PodClass.outside(List.of(NO_TIER, selector("tier", Operator.EXISTS)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void findsTheOneWayAmongManySelectors() {
        var many = IntStream.range(0, 200)
                .mapToObj(i -> new Selector(List.of(
                        new Requirement("app", Operator.IN, List.of("a" + i)),
                        new Requirement("tier", Operator.IN, List.of("t" + i)))))
                .toList();
        var wanted = PodClass.of(selector("app", Operator.IN, "a7"));

        assertThat(wanted.and(PodClass.outside(many)).labelsOutside(List.of()))
                .hasValue(new TreeMap<>(Map.of("app", "a7")));
        assertThat(wanted.and(PodClass.of(selector("tier", Operator.IN, "t7")))
                        .and(PodClass.outside(many))
                        .isEmpty())
                .isTrue();
    }

    private static Selector selector(String key, Operator operator, String... values) {
        return new Selector(List.of(new Requirement(key, operator, List.of(values))));
    }
}

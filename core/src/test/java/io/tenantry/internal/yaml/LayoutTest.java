package io.tenantry.internal.yaml;

import static io.tenantry.internal.yaml.Readers.assertReadsBack;
import static io.tenantry.internal.yaml.Readers.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.StreamWriteException;

class LayoutTest {

    private static final long SEED = Long.getLong("yaml.seed", 20_240_601L);
    private static final int TREES = 20_000;

    @Test
    void indentsByTwoAndListsNotAtAll() {
        Map<String, Object> port = new TreeMap<>(Map.of("port", 80, "protocols", List.of("TCP", "UDP")));
        assertThat(yaml(Map.of("spec", Map.of("rules", List.of(Map.of("ports", List.of(port, port)))))))
                .isEqualTo("""
                        ---
                        spec:
                          rules:
                          - ports:
                            - port: 80
                              protocols:
                              - TCP
                              - UDP
                            - port: 80
                              protocols:
                              - TCP
                              - UDP
                        """);
    }

    @Test
    void writesEmptyCollectionsInFlowStyle() {
        assertThat(yaml(Map.of("a", Map.of()), List.of(Map.of(), List.of(), List.of(List.of())), Map.of(), List.of()))
                .isEqualTo("""
                        ---
                        a: {}
                        ---
                        - {}
                        - []
                        - - []
                        ---
                        {}
                        ---
                        []
                        """);
    }

    @Test
    void putsListsInListsOnOneLine() {
        List<Object> tree = List.of(List.of(1, List.of(2, Map.of("a", List.of(3)))), 4);
        assertThat(yaml(tree)).isEqualTo("""
                ---
                - - 1
                  - - 2
                    - a:
                      - 3
                - 4
                """);
        assertReadsBack(tree);
    }

    @Test
    void marksKeysThatAreTooLongForAnImplicitOne() {
        assertThat(yaml(Map.of("k".repeat(1024), 1))).isEqualTo("---\n" + "k".repeat(1024) + ": 1\n");
        assertThat(yaml(List.of(Map.of("k".repeat(1025), Map.of("a", 1)))))
                .isEqualTo("---\n- ? " + "k".repeat(1025) + "\n  :\n    a: 1\n");
    }

    @Test
    void sortsTheKeysOfMaps() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", 2);
        assertThat(yaml(map)).isEqualTo("---\na: 2\nb: 1\n");
    }

    @Test
    void readsBackRandomTrees() {
        Random random = new Random(SEED);
        for (int i = 0; i < TREES; i++) {
            Object tree = tree(random, 0);
            try {
                assertReadsBack(tree);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("tree " + i + " of -Dyaml.seed=" + SEED + ": " + tree, e);
            }
        }
    }

    @Test
    void refusesEventsInAnOrderThatMakesNoDocument() {
        JsonGenerator generator = ModelWriter.yaml(new ByteArrayOutputStream()).generator();
        generator.writeStartObject();
        assertThatThrownBy(() -> generator.writeString("a")).isInstanceOf(StreamWriteException.class);
        assertThatThrownBy(generator::writeEndArray).isInstanceOf(StreamWriteException.class);
        generator.writeName("a");
        assertThatThrownBy(() -> generator.writeName("b")).isInstanceOf(StreamWriteException.class);
        assertThatThrownBy(() -> generator.writeRawValue("{}")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> generator.writeRaw('x')).isInstanceOf(UnsupportedOperationException.class);
    }

    private static @Nullable Object tree(Random random, int depth) {
        int kind = depth == 0 ? 7 + random.nextInt(5) : random.nextInt(depth > 5 ? 7 : 12);
        int size = random.nextInt(4);
        return switch (kind) {
            case 0 -> random.nextBoolean();
            case 1 -> null;
            case 2 -> random.nextInt();
            case 3 -> random.nextDouble() * Math.pow(10, random.nextInt(40) - 20.0);
            case 4, 5, 6 -> RandomTexts.next(random);
            case 7, 8, 9 -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = 0; i < size; i++) {
                    map.put(RandomTexts.next(random), tree(random, depth + 1));
                }
                yield map;
            }
            default -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    list.add(tree(random, depth + 1));
                }
                yield list;
            }
        };
    }
}

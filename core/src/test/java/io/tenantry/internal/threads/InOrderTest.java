package io.tenantry.internal.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private static final List<Integer> NUMBERS =
            IntStream.range(0, 1_000).boxed().toList();

    @Test
    void keepsTheOrderOfTheItems() {
        assertThat(InOrder.batches(NUMBERS, 7, List::copyOf).stream().flatMap(List::stream))
                .isEqualTo(NUMBERS);
        assertThat(InOrder.batches(List.of(), 7, List::copyOf)).isEmpty();
    }

    @Test
    void worksOnASingleBatchWhereItIs() {
        assertThat(InOrder.batches(NUMBERS, 1_000, batch -> Thread.currentThread()))
                .containsExactly(Thread.currentThread());
    }

    @Test
    void throwsTheFirstFailureInTheOrderOfTheItems() {
        for (int round = 0; round < 20; round++) {
            assertThatThrownBy(() -> InOrder.batches(NUMBERS, 10, InOrderTest::failFrom500))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("500");
        }
        assertThatThrownBy(() -> InOrder.batches(NUMBERS, 10, InOrderTest::overflow))
                .isInstanceOf(StackOverflowError.class);
    }

    private static int failFrom500(List<Integer> batch) {
        if (batch.get(0) >= 500) {
            throw new IllegalStateException(batch.get(0).toString());
        }
        return batch.get(0);
    }

    private static int overflow(List<Integer> batch) {
        throw new StackOverflowError();
    }
}

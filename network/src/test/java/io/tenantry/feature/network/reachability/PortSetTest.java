package io.tenantry.feature.network.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortSetTest {
    @Test
    void printsRangesByProtocol() {
        var set = PortSet.of(Protocol.UDP, 53, 53)
                .plus(PortSet.of(Protocol.TCP, 8000, 8100))
                .plus(PortSet.of(Port.tcp(80)))
                .plus(PortSet.of(Protocol.SCTP));

        assertThat(set).hasToString("TCP 80,8000-8100 UDP 53 SCTP all");
        assertThat(PortSet.ALL).hasToString("all");
        assertThat(PortSet.NONE).hasToString("none");
    }

    @Test
    void joinsRangesThatTouch() {
        assertThat(PortSet.of(Protocol.TCP, 1, 9).plus(PortSet.of(Protocol.TCP, 10, 20)))
                .hasToString("TCP 1-20");
        assertThat(PortSet.of(Protocol.TCP).plus(PortSet.of(Protocol.UDP)).plus(PortSet.of(Protocol.SCTP)))
                .isEqualTo(PortSet.ALL);
    }

    @Test
    void cutsHolesAtBothEnds() {
        assertThat(PortSet.ALL.minus(PortSet.of(Port.tcp(1))).minus(PortSet.of(Port.udp(65_535))))
                .hasToString("TCP 2-65535 UDP 1-65534 SCTP all");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 65536", "9, 8"})
    void refusesWhatIsNoRange(int first, int last) {
        assertThatIllegalArgumentException().isThrownBy(() -> PortSet.of(Protocol.TCP, first, last));
    }

    @Test
    void agreesWithSetsOfSinglePorts() {
        var random = new Random(5);
        for (int i = 0; i < 500; i++) {
            var one = random(random);
            var other = random(random);
            var union = bits(one);
            union.or(bits(other));
            var common = bits(one);
            common.and(bits(other));
            var rest = bits(one);
            rest.andNot(bits(other));

            assertThat(bits(one.plus(other))).isEqualTo(union);
            assertThat(bits(one.and(other))).isEqualTo(common);
            assertThat(bits(one.minus(other))).isEqualTo(rest);
            assertThat(one.plus(other)).isEqualTo(other.plus(one));
        }
    }

    private static PortSet random(Random random) {
        var set = PortSet.NONE;
        for (int i = random.nextInt(6); i > 0; i--) {
            var protocol = List.of(Protocol.values()).get(random.nextInt(3));
            int first = random.nextBoolean() ? 1 + random.nextInt(20) : 65_536 - 20 + random.nextInt(20);
            set = set.plus(PortSet.of(protocol, first, Math.min(65_535, first + random.nextInt(9))));
        }
        return set;
    }

    /** The ports as bits, as {@code contains} tells them. */
    private static BitSet bits(PortSet set) {
        var bits = new BitSet();
        for (var protocol : Protocol.values()) {
            IntStream.concat(IntStream.range(1, 40), IntStream.rangeClosed(65_500, 65_535))
                    .filter(number -> set.contains(new Port(protocol, number)))
                    .forEach(number -> bits.set(protocol.base() + number));
        }
        return bits;
    }
}

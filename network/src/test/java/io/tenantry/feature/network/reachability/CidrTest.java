package io.tenantry.feature.network.reachability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "0.0.0.0/0, 0.0.0.0/0",
        "::/0, ::/0",
        "203.0.113.9, 203.0.113.9/32",
        "2001:DB8::/32, 2001:db8::/32",
        "2001:0db8:0000::1, 2001:db8::1/128",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3/128"
    })
    void printsWhatEveryApiServerReads(String text, String canonical) {
        assertThat(Cidr.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.1",
                "10.0.0.0/33",
                "10.0.0.0/",
                "/8",
                "*",
                "10.0.0.0-5",
                "10.0.0.0/255.0.0.0",
                "0xA.0.0.0",
                "167772160",
                "fe80::1%eth0",
                "1::2::3",
                "localhost",
                "example.com/24",
                " 10.0.0.0/8",
                "10.0.0.0/8\n"
            })
    void refusesWhatIsNoBlock(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cidr.parse(text))
                .withMessageStartingWith("is " + text + " but must");
    }

    @ParameterizedTest
    @ValueSource(strings = {"010.0.0.0/8", "10.0.0.08", "10.0.0.0/08", "10.00.0.0/8"})
    void refusesLeadingZeros(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text)).withMessageContaining("leading zeros");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1/8, write 10.0.0.0/8 for the whole block, 10.0.0.1/32 for this",
        "2001:db8::1/32, write 2001:db8::/32 for the whole block, 2001:db8::1/128 for this"
    })
    void printsBothWaysOutOfHostBits(String text, String whole, String one) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cidr.parse(text))
                .withMessageContaining(whole)
                .withMessageContaining(one);
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:10.0.0.1, 10.0.0.1/32",
        "::ffff:10.0.0.0/104, 10.0.0.0/8",
        "::ffff:a00:0/104, 10.0.0.0/8",
        "::ffff:0:0/96, 0.0.0.0/0"
    })
    void refusesIpv4MappedIntoIpv6(String text, String fix) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cidr.parse(text)).withMessageEndingWith("; write " + fix);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "::/0, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, true",
        "2001:db8::/33, 2001:db8:7fff:ffff:ffff:ffff:ffff:ffff, true",
        "2001:db8::/33, 2001:db8:8000::, false",
        "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff, true",
        "2001:db8::/65, 2001:db8::8000:0:0:0, false",
        "2001:db8::/126, 2001:db8::3, true",
        "2001:db8::/126, 2001:db8::4, false"
    })
    void containsTheAddressesBehindItsPrefix(String block, String address, boolean contains) {
        assertThat(Cidr.parse(block).contains(Address.parse(address))).isEqualTo(contains);
    }

    @Test
    void overlapsWhatContainsItOrLiesInIt() {
        var block = Cidr.parse("10.0.0.0/8");

        assertThat(block.overlaps(Cidr.parse("10.9.0.0/16"))).isTrue();
        assertThat(Cidr.parse("10.9.0.0/16").overlaps(block)).isTrue();
        assertThat(block.overlaps(Cidr.parse("11.0.0.0/8"))).isFalse();
        assertThat(block.overlaps(Cidr.parse("::/0"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.255", "255.255.255.255", "::1", "::ffff:ffff:ffff:ffff", "0.0.0.0"})
    void stepsToTheNextAddressAndBack(String text) {
        var address = Address.parse(text);

        assertThat(address.next().previous()).isEqualTo(address);
        assertThat(address.previous().next()).isEqualTo(address);
        assertThat(address.next()).isNotEqualTo(address);
    }
}

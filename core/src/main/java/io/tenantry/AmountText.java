package io.tenantry;

import io.tenantry.Amount.Notation;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Prints exact values in the largest unit that needs no fraction. */
final class AmountText {

    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final String[] LARGE = {"", "k", "M", "G", "T", "P", "E"};
    private static final String[] SMALL = {"", "m", "u", "n"};
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    private AmountText() {}

    /** The API server's canonical form; below 1Ki and with a fraction it leaves the binary notation. */
    static String canonical(BigDecimal value, Notation notation) {
        if (notation == Notation.BINARY && value.scale() <= 0 && value.abs().compareTo(KIBI) >= 0) {
            return binary(value.toBigIntegerExact());
        }
        return notation == Notation.EXPONENT ? exponent(value) : decimal(value);
    }

    static String plain(BigDecimal value) {
        return value.scale() <= 0 ? value.toPlainString() : small(value);
    }

    static String bytes(BigDecimal value) {
        if (value.scale() > 0) {
            return small(value);
        }
        var binary = binary(value.toBigIntegerExact());
        var decimal = decimal(value);
        return binary.length() <= decimal.length() ? binary : decimal;
    }

    private static String binary(BigInteger whole) {
        var step = Math.min(Math.max(0, whole.getLowestSetBit()) / 10, BINARY.length - 1);
        return whole.shiftRight(10 * step) + BINARY[step];
    }

    private static String decimal(BigDecimal value) {
        if (value.scale() > 0) {
            return small(value);
        }
        var step = Math.min(zeros(value) / 3, LARGE.length - 1);
        return value.movePointLeft(3 * step).setScale(0).toPlainString() + LARGE[step];
    }

    /** The zeros before the point, or less than none for each digit after it. */
    private static int zeros(BigDecimal value) {
        return value.signum() == 0 ? 0 : -value.stripTrailingZeros().scale();
    }

    private static String small(BigDecimal value) {
        var step = Math.min((value.scale() + 2) / 3, SMALL.length - 1);
        return value.movePointRight(3 * step).toPlainString() + SMALL[step];
    }

    private static String exponent(BigDecimal value) {
        var power = 3 * Math.floorDiv(zeros(value), 3);
        var number = value.movePointLeft(power).setScale(0).toPlainString();
        return power == 0 ? number : number + "e" + power;
    }
}

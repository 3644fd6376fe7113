package io.tenantry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact Kubernetes quantity: an amount of cpu, bytes or things.
 *
 * <pre>{@code
 * Amount.of("1500m").plus(Amount.cores(2)).plain();            // "3500m"
 * Amount.gibibytes(512).plus(Amount.of("384Gi")).bytes();      // "896Gi"
 * Amount.of("1e3").equals(Amount.of("1k"));                    // true: equal by value
 * }</pre>
 *
 * <p>The grammar is <a
 * href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Kubernetes'
 * own</a>: a signed decimal with a suffix {@code n u m k M G T P E}, {@code Ki Mi Gi Ti Pi Ei}, an
 * exponent such as {@code e3}, or none. What the API server would silently cap or round (a
 * magnitude above 2^63-1, a part finer than 1n) is refused instead.
 *
 * <p>Immutable. Equality and order are by value, so {@code 1000m} equals {@code 1}. Arithmetic is
 * exact and unbounded: a sum may exceed what one quantity of Kubernetes holds.
 */
public final class Amount implements Comparable<Amount> {

    /** Nothing. */
    public static final Amount ZERO = new Amount(BigDecimal.ZERO, Notation.DECIMAL, "0");

    private static final int FINEST_SCALE = 9;
    private static final int LONGEST_SMALL = 18;

    private final BigDecimal value;
    private final Notation notation;
    private final @Nullable String written;

    Amount(BigDecimal value, Notation notation, @Nullable String written) {
        this.value = normal(value);
        this.notation = notation;
        this.written = written;
    }

    /** The one form of a value, so that equal values are equal: no zeros after the point, and a scale of 0 or more. */
    private static BigDecimal normal(BigDecimal value) {
        var stripped = value.scale() > 0 ? value.stripTrailingZeros() : value;
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * The amount that a user wrote.
     *
     * @throws IllegalArgumentException if the text is no quantity, or none that Kubernetes holds
     *     exactly; the message completes a sentence that begins with the name of what was written,
     *     as in {@code is "banana" but must be a Kubernetes quantity; write it such as 500m, 2 or 1Gi}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Amount parse(String text) {
        return AmountParser.parse(text);
    }

    /** The amount written so in code, as {@link #parse} reads it. */
    public static Amount of(String text) {
        return parse(text);
    }

    /** So many whole units: cores, bytes or things. */
    public static Amount of(long units) {
        return new Amount(BigDecimal.valueOf(units), Notation.DECIMAL, Long.toString(units));
    }

    /** So many whole units of a decimal that is exact already, in decimal notation. */
    public static Amount of(BigDecimal units) {
        return new Amount(units, Notation.DECIMAL, null);
    }

    /** So many cores of cpu. */
    public static Amount cores(long cores) {
        return of(cores);
    }

    /** So many thousandths of a core. */
    public static Amount millicores(long millicores) {
        return new Amount(BigDecimal.valueOf(millicores, 3), Notation.DECIMAL, millicores + "m");
    }

    /** So many Mi, of 2^20 bytes. */
    public static Amount mebibytes(long mebibytes) {
        return binary(mebibytes, 20, "Mi");
    }

    /** So many Gi, of 2^30 bytes. */
    public static Amount gibibytes(long gibibytes) {
        return binary(gibibytes, 30, "Gi");
    }

    /** So many Ti, of 2^40 bytes. */
    public static Amount tebibytes(long tebibytes) {
        return binary(tebibytes, 40, "Ti");
    }

    private static Amount binary(long count, int power, String suffix) {
        var value = Math.abs(count) <= Long.MAX_VALUE >> power
                ? BigDecimal.valueOf(count << power)
                : BigDecimal.valueOf(count).multiply(BigDecimal.valueOf(1L << power));
        return new Amount(value, Notation.BINARY, count + suffix);
    }

    /** This and the other together, in binary notation if either is. */
    public Amount plus(Amount other) {
        return new Amount(value.add(other.value), notation.with(other.notation), null);
    }

    /** This less the other, in binary notation if either is; may be negative. */
    public Amount minus(Amount other) {
        return new Amount(value.subtract(other.value), notation.with(other.notation), null);
    }

    /** This so many times. */
    public Amount times(long factor) {
        return new Amount(value.multiply(BigDecimal.valueOf(factor)), notation, null);
    }

    /**
     * The divisor-th part of this, rounded towards zero to 1n, the finest that Kubernetes holds.
     *
     * @throws ArithmeticException if the divisor is 0
     */
    public Amount dividedBy(long divisor) {
        if (isSmall() && divisor != 0 && value.longValue() % divisor == 0) {
            return new Amount(BigDecimal.valueOf(value.longValue() / divisor), notation, null);
        }
        var part = value.divide(BigDecimal.valueOf(divisor), FINEST_SCALE, RoundingMode.DOWN);
        return new Amount(part, notation, null);
    }

    /**
     * The largest multiple of the step that is not above this: {@code 2500m} in whole steps of 1 is 2.
     *
     * @throws ArithmeticException if the step is not positive
     */
    public Amount floorTo(Amount step) {
        if (isMultipleOf(step)) {
            return new Amount(value, notation, null);
        }
        var remainder = remainder(step);
        var floor = remainder.signum() < 0 ? value.subtract(remainder).subtract(step.value) : value.subtract(remainder);
        return new Amount(floor, notation, null);
    }

    /**
     * Whether this is the step any whole number of times: {@code 2500m} is a multiple of {@code 1m} and none of 1.
     *
     * @throws ArithmeticException if the step is not positive
     */
    public boolean isMultipleOf(Amount step) {
        return step.isUnit()
                ? value.scale() <= step.value.scale()
                : remainder(step).signum() == 0;
    }

    /** Whether this is 1, 0.1, 0.01 and so on: every value with no more decimals is a multiple of it. */
    private boolean isUnit() {
        return value.precision() == 1 && value.unscaledValue().equals(BigInteger.ONE);
    }

    private BigDecimal remainder(Amount step) {
        if (step.value.signum() <= 0) {
            throw new ArithmeticException("The step " + step + " is not positive");
        }
        return isSmall() && step.isSmall()
                ? BigDecimal.valueOf(value.longValue() % step.value.longValue())
                : value.remainder(step.value);
    }

    /**
     * How many times the step fits into this: 25 for {@code 2500m} in steps of {@code 100m}.
     *
     * @throws ArithmeticException if the step is 0
     */
    public BigInteger in(Amount step) {
        return isSmall() && step.isSmall()
                ? BigInteger.valueOf(value.longValue() / step.value.longValue())
                : value.divideToIntegralValue(step.value).toBigInteger();
    }

    /** Whether arithmetic on longs is exact and faster: most amounts are. */
    private boolean isSmall() {
        return value.scale() == 0 && value.precision() <= LONGEST_SMALL;
    }

    /** The smaller of the two; this one when they are equal. */
    public Amount min(Amount other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of the two; this one when they are equal. */
    public Amount max(Amount other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** The value in units (cores, bytes, things), with as many digits after the point as it needs. */
    public BigDecimal toBigDecimal() {
        return value;
    }

    /** The text as it was written, or {@link #canonical()} if this was computed. */
    @JsonValue
    public String text() {
        return written != null ? written : canonical();
    }

    /**
     * What the API server makes of this: no fraction, the largest suffix of its own notation that
     * stays exact, so {@code 1.5Gi} is {@code 1536Mi}, {@code 0.5} is {@code 500m}, {@code 1000} is
     * {@code 1k} and {@code 1e3} stays {@code 1e3}.
     */
    public String canonical() {
        return AmountText.canonical(value, notation);
    }

    /** For cpu and counts: whole units as a plain number, else the largest of {@code m u n} that stays exact. */
    public String plain() {
        return AmountText.plain(value);
    }

    /** For bytes: the shorter of the largest binary and the largest decimal suffix that stay exact; binary if equal. */
    public String bytes() {
        return AmountText.bytes(value);
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Amount amount && value.equals(amount.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }

    /** How a quantity is written; the API server keeps it through every change of the value. */
    enum Notation {
        BINARY,
        DECIMAL,
        EXPONENT;

        Notation with(Notation other) {
            return this == BINARY || other == BINARY ? BINARY : this;
        }
    }
}

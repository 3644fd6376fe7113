package io.tenantry;

import io.tenantry.Amount.Notation;
import io.tenantry.validation.Quoted;
import java.math.BigDecimal;
import java.util.Map;

/** Reads Kubernetes' grammar of quantities, in time and space bounded by {@link #LONGEST}. */
final class AmountParser {

    /** Far above any quantity that Kubernetes holds exactly, so that no input can cost much. */
    static final int LONGEST = 64;

    private static final int LARGEST_EXPONENT = 99;
    private static final int FINEST_SCALE = 9;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private static final Map<String, Integer> DECIMAL_POWERS =
            Map.of("n", -9, "u", -6, "m", -3, "", 0, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final Map<String, Integer> BINARY_POWERS =
            Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40, "Pi", 50, "Ei", 60);

    private final String text;

    private AmountParser(String text) {
        this.text = text;
    }

    static Amount parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("is " + text.length() + " characters long but must be a Kubernetes"
                    + " quantity of at most " + LONGEST + " characters; write it such as 500m, 2 or 1Gi");
        }
        return new AmountParser(text).parse();
    }

    private Amount parse() {
        var end = endOfNumber();
        var number = new BigDecimal(text.substring(0, end));
        var suffix = text.substring(end);
        var binary = BINARY_POWERS.get(suffix);
        if (binary != null) {
            return exact(number.multiply(BigDecimal.valueOf(1L << binary)), Notation.BINARY);
        }
        var decimal = DECIMAL_POWERS.get(suffix);
        if (decimal != null) {
            return exact(number.scaleByPowerOfTen(decimal), Notation.DECIMAL);
        }
        return exact(number.scaleByPowerOfTen(exponent(suffix)), Notation.EXPONENT);
    }

    /** Where the signed decimal ends; it has a digit, at most one point and no exponent. */
    private int endOfNumber() {
        var at = startsWithSign(text, 0) ? 1 : 0;
        var digits = 0;
        var points = 0;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            if (text.charAt(at) == '.') {
                points++;
            } else {
                digits++;
            }
            at++;
        }
        if (digits == 0 || points > 1) {
            throw malformed();
        }
        return at;
    }

    private int exponent(String suffix) {
        if (suffix.length() < 2 || Character.toLowerCase(suffix.charAt(0)) != 'e') {
            throw malformed();
        }
        var start = startsWithSign(suffix, 1) ? 2 : 1;
        var exponent = 0;
        for (var at = start; at < suffix.length(); at++) {
            if (!isDigit(suffix.charAt(at))) {
                throw malformed();
            }
            exponent = Math.min(LARGEST_EXPONENT, exponent * 10 + suffix.charAt(at) - '0');
        }
        if (start == suffix.length()) {
            throw malformed();
        }
        return suffix.charAt(1) == '-' ? -exponent : exponent;
    }

    private Amount exact(BigDecimal value, Notation notation) {
        if (value.abs().compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("is " + Quoted.of(text) + " but Kubernetes holds at most "
                    + Long.MAX_VALUE + ", which is a little less than 8Ei; write a smaller quantity");
        }
        var amount = new Amount(value, notation, text);
        if (amount.toBigDecimal().scale() > FINEST_SCALE) {
            throw new IllegalArgumentException("is " + Quoted.of(text)
                    + " but Kubernetes holds nothing finer than 1n, a billionth;" + " write fewer decimals");
        }
        return amount;
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "is " + Quoted.of(text) + " but must be a Kubernetes quantity; write it such as 500m, 2 or 1Gi");
    }

    private static boolean startsWithSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

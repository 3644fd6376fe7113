package io.tenantry.internal.yaml;

/**
 * Numbers in Java's notation as every YAML parser reads them: YAML 1.1 takes {@code 1E10} for a text and wants
 * {@code 1.0E+10}; what is not finite has names of its own.
 */
final class Numerals {

    private Numerals() {}

    static void write(String numeral, YamlSink sink) {
        switch (numeral) {
            case "NaN" -> sink.put(".nan");
            case "Infinity", "+Infinity" -> sink.put(".inf");
            case "-Infinity" -> sink.put("-.inf");
            default -> writeFinite(numeral, sink);
        }
    }

    private static void writeFinite(String numeral, YamlSink sink) {
        int exponent = Math.max(numeral.indexOf('E'), numeral.indexOf('e'));
        if (exponent < 0) {
            sink.put(numeral);
            return;
        }
        sink.put(numeral, 0, exponent);
        if (numeral.indexOf('.') < 0) {
            sink.put(".0");
        }
        sink.put('E');
        char sign = numeral.charAt(exponent + 1);
        if (sign != '-' && sign != '+') {
            sink.put('+');
        }
        sink.put(numeral, exponent + 1, numeral.length());
    }
}

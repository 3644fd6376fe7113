package io.tenantry.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Source;
import io.tenantry.validation.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {
    private static SourceText text(String text) {
        return new SourceText(Source.ofString("a.yaml", text));
    }

    @ParameterizedTest
    @CsvSource({"1, one", "2, two", "3, ''", "4, vier €😀", "5, five", "6, ''"})
    void findsLinesWithAnyLineEnd(int line, String expected) {
        assertThat(text("one\ntwo\r\n\nvier €😀\rfive\n").at(line, 1).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 1", "1, 99, 1, 4", "99, 1, 2, 1", "2, 3, 2, 3"})
    void staysWithinTheText(int line, int column, int shownLine, int shownColumn) {
        assertThat(text("abc\ndef").at(line, column))
                .extracting(Location::line, Location::column)
                .containsExactly(shownLine, shownColumn);
    }

    @Test
    void leavesOutAByteOrderMark() {
        assertThat(text("\uFEFFabc").at(1, 2)).isEqualTo(new Location("a.yaml", 1, 2, "abc"));
    }

    @Test
    void hidesWhatCouldSteerATerminal() {
        assertThat(text("a\t\u001B[31mb").at(1, 1).text()).isEqualTo("a \uFFFD[31mb");
    }

    @Test
    void shortensLongLinesAroundTheColumn() {
        String line = "é".repeat(300) + "X" + "😀".repeat(300);
        SourceText text = text("first\n" + line + "\n");

        for (int column : new int[] {1, 120, 121, 301, 300, 601}) {
            Location location = text.at(2, column);
            int[] shown = location.text().codePoints().toArray();
            assertThat(location.column()).isEqualTo(column);
            assertThat(shown.length).isLessThanOrEqualTo(162);
            assertThat(shown[location.caret() - 1])
                    .isEqualTo(line.codePoints().skip(column - 1).findFirst().orElseThrow());
        }
        assertThat(text.at(2, 1).text()).isEqualTo("é".repeat(160) + "…");
        assertThat(text.at(2, 301).text()).startsWith("…éé").endsWith("😀😀…");
        assertThat(text.at(2, 601).text()).startsWith("…😀😀").endsWith("😀😀");
    }
}

package io.tenantry.integration.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Source;
import io.tenantry.validation.Severity;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]*)(#[^)\\s]*)?\\)");
    private static final Pattern CODE = Pattern.compile("[\"`]([A-Z][A-Z0-9]*(_[A-Z0-9]+)+)[\"`]");

    static List<Path> pages() {
        return Documents.files("", ".md");
    }

    /** A block of a page, under its first line. */
    record Block(String name, String language, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Block> tenantFiles() {
        return blocks("yaml")
                .filter(block ->
                        block.text().startsWith("spec:") || block.text().contains("tenantry.io/v1alpha1"))
                .toList();
    }

    static List<Block> javaSnippets() {
        return blocks("java").toList();
    }

    @ParameterizedTest
    @MethodSource("tenantFiles")
    void tenantFilesOnPagesAreValid(Block block) {
        var envelope = "apiVersion: tenantry.io/v1alpha1\nkind: Tenant\nmetadata: {name: acme}\n";
        var text = block.text().startsWith("spec:") ? envelope + block.text() : block.text();

        assertThat(Documents.problems(Source.ofString(block.name(), text)))
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .isEmpty();
        assertThat(Documents.flaws(text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("javaSnippets")
    void javaOnPagesIsCompiledSomewhere(Block block) {
        var lines = lines(block.text()).toList();

        var compiled = Documents.files("", ".java").stream()
                .anyMatch(file -> hasInOrder(lines(Documents.text(file)).iterator(), lines));

        assertThat(compiled)
                .as("a source file has these lines in this order: %s", lines)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) {
        assertThat(LINK.matcher(Documents.text(page)).results()).allSatisfy(link -> {
            var target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target)).as("headings of %s", target).contains(link.group(2));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "core, docs/problems.md",
        "quota, docs/quota.md",
        "network, docs/network.md",
        "rbac, docs/rbac.md",
        "cluster, docs/apply.md"
    })
    void everyProblemOfAModuleIsExplainedAndNoOther(String module, String page) {
        var emitted = Documents.files(module + "/src/main/java", ".java").stream()
                .flatMap(file -> lines(Documents.text(file)))
                .filter(line -> !line.startsWith("*") && !line.startsWith("//"))
                .flatMap(DocumentationTest::codes)
                .distinct();
        var explained = lines(Documents.text(Documents.ROOT.resolve(page)))
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> codes(line.split("\\|", -1)[1]))
                .toList();

        assertThat(explained).doesNotHaveDuplicates().hasSizeGreaterThan(10);
        assertThat(emitted).containsExactlyInAnyOrderElementsOf(explained);
    }

    private static Stream<String> codes(String line) {
        return CODE.matcher(line).results().map(code -> code.group(1));
    }

    private static Stream<Block> blocks(String language) {
        return pages().stream().flatMap(page -> {
            var text = Documents.text(page);
            return BLOCK.matcher(text)
                    .results()
                    .filter(block -> block.group(1).equals(language))
                    .map(block -> block(page, text, block));
        });
    }

    private static Block block(Path page, String text, MatchResult match) {
        long line = text.substring(0, match.start()).lines().count() + 1;
        var name = Documents.ROOT.relativize(page) + ":" + line;
        return new Block(name, match.group(1), match.group(2));
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    /** Whether the lines stand in the text in this order; others may stand between them. */
    private static boolean hasInOrder(Iterator<String> text, List<String> lines) {
        return lines.stream().allMatch(line -> {
            while (text.hasNext()) {
                if (text.next().equals(line)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The headings of a page as links name them. */
    private static List<String> anchors(Path page) {
        return Documents.text(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> "#" + heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .toList();
    }
}

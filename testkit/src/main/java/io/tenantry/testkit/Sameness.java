package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.Tenantry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The same input gives the same bytes, whatever else is different. */
final class Sameness<C extends Record> {
    private static final int SHUFFLES = 10;
    private static final String BETWEEN_DOCUMENTS = "---\n";

    private final Subject<C> subject;
    private final List<String> texts;
    private final String expected;

    Sameness(Subject<C> subject) {
        this.subject = subject;
        this.texts = subject.texts(1);
        this.expected = RenderedText.of(subject.render(List.of(String.join(BETWEEN_DOCUMENTS, texts))));
    }

    /** Other hash salts, locales with other digits and other cases, other time zones. */
    void inOtherJvms(Path directory) {
        var contributors = subject.all().stream()
                .map(contributor -> contributor.getClass().getName())
                .toList();
        var documents = new ArrayList<>(texts);
        subject.profile().ifPresent(documents::add);
        var text = String.join(BETWEEN_DOCUMENTS, documents);
        var jvms = new ArrayList<SecondJvm>();
        for (var options : List.of(
                List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kathmandu"),
                List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=America/St_Johns"),
                List.of(
                        "-Duser.language=hi",
                        "-Duser.country=IN",
                        "-Duser.extensions=u-nu-deva",
                        "-Dfile.encoding=ISO-8859-1",
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=2"))) {
            var own = directory.resolve(Integer.toString(jvms.size()));
            jvms.add(SecondJvm.start(contributors, text, options, own));
        }
        for (var jvm : jvms) {
            assertSame(jvm.rendered(), expected);
        }
    }

    /** Contributors, files, and documents in a file. */
    void inWhateverOrder() {
        var random = new Random(2);
        for (int i = 0; i < SHUFFLES; i++) {
            var contributors = subject.all();
            Collections.shuffle(contributors, random);
            var documents = new ArrayList<>(texts);
            Collections.shuffle(documents, random);
            int half = random.nextInt(documents.size() - 1) + 1;
            var files = List.of(
                    String.join(BETWEEN_DOCUMENTS, documents.subList(0, half)),
                    String.join(BETWEEN_DOCUMENTS, documents.subList(half, documents.size())));
            var rendered = Tenantry.of(contributors, List.of()).render(subject.input(files));
            assertSame(withoutPlaces(RenderedText.of(rendered)), withoutPlaces(expected));
        }
    }

    /** Shows the first line that differs, for whole renderings are long. */
    private static void assertSame(String actual, String expected) {
        var lines = actual.lines().toList();
        var wanted = expected.lines().toList();
        for (int i = 0; i < Math.min(lines.size(), wanted.size()); i++) {
            assertThat(lines.get(i))
                    .as("line %d of all that is rendered", i + 1)
                    .isEqualTo(wanted.get(i));
        }
        assertThat(lines).as("number of lines of all that is rendered").hasSameSizeAs(wanted);
    }

    /** Warnings say where they are, and that differs. */
    private static String withoutPlaces(String text) {
        return text.replaceAll("(?m)^tenant-\\d+\\.yaml:\\d+:\\d+: .*\\R", "");
    }
}

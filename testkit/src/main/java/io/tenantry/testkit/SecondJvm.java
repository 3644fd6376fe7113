package io.tenantry.testkit;

import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.Tenantry;
import io.tenantry.spi.ManifestContributor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The same rendering in a Java process of its own, which has another hash salt, and may have another locale. */
final class SecondJvm {
    private static final String INPUT = "tenant-0.yaml";
    private static final String OUTPUT = "output";

    private final Path directory;
    private final Process process;

    private SecondJvm(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /** Starts rendering; {@code options} are those of the {@code java} command. */
    static SecondJvm start(List<String> contributors, String text, List<String> options, Path directory) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.add(SecondJvm.class.getName());
        command.add(directory.toString());
        command.addAll(contributors);
        try {
            Files.writeString(Files.createDirectories(directory).resolve(INPUT), text);
            var log = directory.resolve("log").toFile();
            return new SecondJvm(
                    directory,
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.to(log))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the process rendered. */
    String rendered() {
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError("the second JVM failed: " + Files.readString(directory.resolve("log")));
            }
            return Files.readString(directory.resolve(OUTPUT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the second JVM rendered", e);
        }
    }

    /** Renders the input in a directory with the contributors that are named after it. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        var directory = Path.of(arguments[0]);
        var contributors = new ArrayList<ManifestContributor<?>>();
        for (var name : Stream.of(arguments).skip(1).toList()) {
            contributors.add(Class.forName(name)
                    .asSubclass(ManifestContributor.class)
                    .getConstructor()
                    .newInstance());
        }
        var source = new Source(INPUT, Files.readAllBytes(directory.resolve(INPUT)));
        var rendered = Tenantry.of(contributors, List.of()).render(Input.of(source));
        Files.writeString(directory.resolve(OUTPUT), RenderedText.of(rendered), StandardCharsets.UTF_8);
    }
}

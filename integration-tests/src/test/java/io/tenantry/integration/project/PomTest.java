package io.tenantry.integration.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;

class PomTest {
    private static final String VERSIONS =
            "/project/properties/*[contains(name(), 'version')] | //dependency/version | //plugin/version | //path/version";

    @Test
    void theParentSaysOfEveryDependencyAndPluginWhyItIsThere() {
        var entries = Checkout.PARENT.nodes("//dependencies/dependency | //plugins/plugin");

        assertThat(entries).hasSizeGreaterThan(30).allSatisfy(entry -> {
            var before = siblingBefore(entry);
            assertThat(before).as(entry.getTextContent()).isNotNull();
            assertThat(before.getNodeType()).as(entry.getTextContent()).isEqualTo(Node.COMMENT_NODE);
            assertThat(before.getTextContent()).isNotBlank().doesNotContain("\n");
        });
    }

    @Test
    void modulesLeaveVersionsToTheParent() {
        assertThat(Checkout.MODULES.stream().filter(Pom::hasParent))
                .hasSizeGreaterThan(4)
                .allSatisfy(module -> assertThat(module.nodes(VERSIONS)).isEmpty());
    }

    @Test
    void modulesWithoutParentHaveItsVersions() {
        assertThat(Checkout.MODULES.stream().filter(module -> !module.hasParent()))
                .isNotEmpty()
                .allSatisfy(module -> {
                    assertThat(versionsOfOurs(module)).isNotEmpty().isSubsetOf(versionOfParent(), "${project.version}");
                    assertThat(pins(module))
                            .isNotEmpty()
                            .isSubsetOf(pins(Checkout.PARENT).toList());
                });
    }

    @Test
    void everyJarHasTheModuleNameOfItsArtifact() {
        assertThat(Checkout.MODULES.stream().filter(Pom::hasParent).filter(Pom::isPublished))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(module.text("/project/properties/tenantry.module"))
                        .isEqualTo("io." + module.artifactId().replace('-', '.')));
    }

    @Test
    void theBomManagesExactlyThePublishedModules() {
        var bom = Pom.in(Checkout.ROOT.resolve("bom"));

        assertThat(bom.texts("/project/dependencyManagement/dependencies/dependency/artifactId"))
                .containsExactlyInAnyOrderElementsOf(
                        Checkout.published().stream().map(Pom::artifactId).toList());
    }

    private static @Nullable Node siblingBefore(Node node) {
        var before = node.getPreviousSibling();
        while (before != null && before.getNodeType() == Node.TEXT_NODE) {
            before = before.getPreviousSibling();
        }
        return before;
    }

    private static Stream<String> versionsOfOurs(Pom module) {
        return module.texts("/project/version | //dependency[groupId='io.tenantry']/version").stream();
    }

    private static String versionOfParent() {
        return Checkout.PARENT.text("/project/version");
    }

    private static Stream<String> pins(Pom pom) {
        return pom.nodes("//plugins/plugin[version]").stream().map(PomTest::pin);
    }

    private static String pin(Node plugin) {
        var words = plugin.getTextContent().strip().split("\\s+", -1);
        return words[1] + ":" + words[2];
    }
}

package io.tenantry.internal.bind;

import static io.tenantry.sample.Yaml.problems;
import static io.tenantry.sample.Yaml.profile;
import static io.tenantry.sample.Yaml.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the keys and values of a document mean, and what is said of those that mean nothing. */
class BindingTest {

    @Test
    void acceptsATenantThatSaysNothing() {
        assertThat(problems(tenant())).isEmpty();
    }

    @Test
    void suggestsTheNearestKeyForOneThatIsUnknown() {
        assertThat(problems(tenant("isolationlevel: strict")))
                .containsExactly(
                        "0.yaml:5:3: spec.isolationlevel is not known; did you mean isolationLevel? [KEY_UNKNOWN]");
        assertThat(problems(tenant("ceiling:", "  podz: 1")))
                .containsExactly("0.yaml:6:5: spec.ceiling.podz is not known; did you mean pods? [KEY_UNKNOWN]");
    }

    @Test
    void namesTheSectionThatAMisplacedKeyBelongsTo() {
        assertThat(problems(tenant("tier: gold")))
                .containsExactly(
                        "0.yaml:5:3: spec.tier is a key of a section; write it as ceiling.tier [KEY_MISPLACED]");
    }

    @Test
    void namesTheModuleOfAKeyThatNoneOnTheClassPathKnows() {
        assertThat(problems(tenant("monthlyBudget: 1", "namespaces:", "- name: a", "  backup: {}")))
                .containsExactly(
                        "0.yaml:5:3: spec.monthlyBudget belongs to the module tenantry-billing, which is not on the class"
                                + " path; add io.tenantry:tenantry-billing or remove the key [KEY_OF_ABSENT_MODULE]",
                        "0.yaml:8:5: spec.namespaces[a].backup belongs to the module tenantry-backup, which is not on the"
                                + " class path; add io.tenantry:tenantry-backup or remove the key [KEY_OF_ABSENT_MODULE]");
    }

    @Test
    void namesTheModuleOfAnAbsentModulesPartOfTheProfile() {
        assertThat(problems(tenant(), profile("network: {dns: coredns}")))
                .containsExactly(
                        "1.yaml:5:3: spec.network belongs to the module tenantry-network, which is not on the class path;"
                                + " add io.tenantry:tenantry-network or remove the key [KEY_OF_ABSENT_MODULE]");
    }

    @Test
    void suggestsSectionsAndTenantDefaultsInTheProfile() {
        assertThat(problems(tenant(), profile("tenantDefault: {}", "ceilin: {}")))
                .containsExactly(
                        "1.yaml:5:3: spec.tenantDefault is not known; did you mean tenantDefaults? [KEY_UNKNOWN]",
                        "1.yaml:6:3: spec.ceilin is not known; did you mean ceiling? [KEY_UNKNOWN]");
    }

    @Test
    void saysWhatAValueOfTheWrongTypeMustBe() {
        assertThat(problems(tenant("ceiling: 5")))
                .containsExactly(
                        "0.yaml:5:12: spec.ceiling is 5 but must be a mapping; write its keys below it, indented:"
                                + " contact, cpu, hard, note, pods, ratio, tier, volumes, windows, zones [TYPE_MISMATCH]");
        assertThat(problems(tenant("ceiling: {zones: here, volumes: [a], pods: {a: 1}}")))
                .containsExactly(
                        "0.yaml:5:20: spec.ceiling.zones is here but must be a list; write [here] [TYPE_MISMATCH]",
                        "0.yaml:5:35: spec.ceiling.volumes is a list but must be a mapping; write a key and its value on"
                                + " each line below it, indented [TYPE_MISMATCH]",
                        "0.yaml:5:46: spec.ceiling.pods is a mapping but must be a single value; write one value behind"
                                + " the colon [TYPE_MISMATCH]");
    }

    @Test
    void takesNoTextForANumberAndNoNumberForABoolean() {
        assertThat(problems(tenant("ceiling: {pods: \"5\", hard: \"true\", ratio: \"0.5\"}")))
                .containsExactly(
                        "0.yaml:5:19: spec.ceiling.pods is \"5\" but must be a whole number; write it without quotes"
                                + " [VALUE_INVALID]",
                        "0.yaml:5:30: spec.ceiling.hard is \"true\" but must be true or false; write it without quotes"
                                + " [VALUE_INVALID]",
                        "0.yaml:5:45: spec.ceiling.ratio is \"0.5\" but must be a decimal number; write it with digits"
                                + " and one point, such as 0.05, without quotes [VALUE_INVALID]");
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThat(problems(tenant("pods: 99999999999")))
                .containsExactly("0.yaml:5:9: spec.pods is 99999999999 but must be between -2147483648 and 2147483647;"
                        + " write a smaller number [VALUE_INVALID]");
        assertThat(problems(tenant("pods: 123456789012345678901234567890")))
                .singleElement()
                .asString()
                .contains("must be between");
    }

    @Test
    void namesTheConstantsOfAnEnum() {
        assertThat(problems(tenant("isolationLevel: strickt", "ceiling: {tier: Gold}")))
                .containsExactly(
                        "0.yaml:5:19: spec.isolationLevel is strickt but must be one of strict, standard, permissive;"
                                + " write strict [VALUE_INVALID]",
                        "0.yaml:6:19: spec.ceiling.tier is Gold but must be one of gold, silver; write gold"
                                + " [VALUE_INVALID]");
    }

    @Test
    void showsAValueThatOnlyItsTypeUnderstandsAsItIsWritten() {
        assertThat(problems(tenant("cpu: banana", "namespaces: [{name: a, cpu: \"banana\"}]")))
                .containsExactly(
                        "0.yaml:5:8: spec.cpu is banana but must be a Kubernetes quantity; write it such as 500m, 2 or"
                                + " 1Gi [VALUE_INVALID]",
                        "0.yaml:6:31: spec.namespaces[a].cpu is \"banana\" but must be a Kubernetes quantity; write it"
                                + " such as 500m, 2 or 1Gi [VALUE_INVALID]");
    }

    @Test
    void refusesItemsAndEntriesWithoutAValue() {
        assertThat(problems(tenant("labels: {team: }", "ceiling: {zones: [a, ~], volumes: {fast: , slow: {}}}")))
                .containsExactly(
                        "0.yaml:5:17: spec.labels.team is empty; give it a value or remove it [VALUE_MISSING]",
                        "0.yaml:6:24: spec.ceiling.zones[1] is empty; give it a value or remove it [VALUE_MISSING]",
                        "0.yaml:6:43: spec.ceiling.volumes.fast is empty; give it a value or remove it [VALUE_MISSING]",
                        "0.yaml:6:52: spec.ceiling.volumes.slow.claims is missing; write it; it has no default"
                                + " [VALUE_MISSING]");
    }

    @Test
    void tellsKeysFromIndexes() {
        assertThat(problems(tenant("ceiling: {volumes: {8: {}}}")))
                .containsExactly("0.yaml:5:26: spec.ceiling.volumes.8.claims is missing; write it; it has no default"
                        + " [VALUE_MISSING]");
    }

    @Test
    void wantsAListOfNamespacesToNameSome() {
        assertThat(problems(tenant("namespaces: []")))
                .containsExactly(
                        "0.yaml:5:15: spec.namespaces is an empty list but a tenant has at least one namespace;"
                                + " list one, or remove the key for a namespace named like the tenant [NAMESPACES_EMPTY]");
    }

    @Test
    void reportsANameOfAnotherFormOnce() {
        assertThat(problems(tenant("namespaces: [{name: [a]}, [b], ~]", "displayName: x")))
                .containsExactly(
                        "0.yaml:5:23: spec.namespaces[0].name is a list but must be a single value; write one value"
                                + " behind the colon [TYPE_MISMATCH]",
                        "0.yaml:5:29: spec.namespaces[1] is a list but must be the name of a namespace; write name: NAME"
                                + " [TYPE_MISMATCH]",
                        "0.yaml:5:34: spec.namespaces[2] is empty but must be the name of a namespace; write name: NAME"
                                + " [TYPE_MISMATCH]");
    }

    @Test
    void wantsTheKeysOfRecordsInListsAndMaps() {
        assertThat(problems(tenant("ceiling:", "  windows: [{day: mon}]", "  volumes: {fast: {storage: 1Gi}}")))
                .containsExactly(
                        "0.yaml:6:15: spec.ceiling.windows[0].hours is missing; write it; it has no default"
                                + " [VALUE_MISSING]",
                        "0.yaml:7:21: spec.ceiling.volumes.fast.claims is missing; write it; it has no default"
                                + " [VALUE_MISSING]");
        assertThat(problems(tenant("ceiling: {contact: {phone: '1'}}")))
                .containsExactly("0.yaml:5:22: spec.ceiling.contact.name is missing; write it; it has no default"
                        + " [VALUE_MISSING]");
    }

    @Test
    void showsWhatTerminalsWouldObeyAsQuestionMarks() {
        assertThat(problems(tenant("\"a\\eb\": 1", "ceiling: {pods: \"\\e[2J\"}")))
                .containsExactly(
                        "0.yaml:5:3: spec.a?b is not known; remove it, or add the module that knows it [KEY_UNKNOWN]",
                        "0.yaml:6:19: spec.ceiling.pods is \"?[2J\" but must be a whole number; write it without quotes"
                                + " [VALUE_INVALID]");
    }

    @Test
    void endsAfterAHundredProblemsOfOneDocument() {
        var keys = new String[5000];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = "k" + i + ": 1";
        }
        assertThat(problems(tenant(keys)))
                .hasSize(101)
                .contains("0.yaml:104:3: has 100 problems or more, but only so many are shown; repair these first"
                        + " [TOO_MANY_PROBLEMS]");
    }
}

package io.tenantry.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tenantry.Input;
import io.tenantry.Source;
import io.tenantry.internal.bind.InputBinder;
import io.tenantry.spi.Section;
import io.tenantry.validation.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentSchemaTest {
    public record Other(Integer count) {}

    private static final Section<Other> OTHER = Section.named("other", Other.class, level -> new Other(1));

    private static final List<Section<?>> SECTIONS = List.of(Shop.SECTION, OTHER);
    private static final String TEXT = DocumentSchema.of(SECTIONS);
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(TEXT, InputFormat.JSON);

    @Test
    void isA2020SchemaByItsOwnMetaSchema() {
        var metaSchema = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(TEXT, InputFormat.JSON)).isEmpty();
        assertThat(metaSchema.validate("{\"type\": \"text\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void isTheSameTextForSectionsInAnyOrder() {
        assertThat(DocumentSchema.of(List.of(OTHER, Shop.SECTION))).isEqualTo(TEXT);
        assertThat(TEXT).endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void describesKeysAndSections() {
        assertThat(at("/$defs/Shop/properties/sign/description")).isEqualTo("\"Over the door.\"");
        assertThat(at("/$defs/tenant-spec/properties/shop/description")).isEqualTo("\"What is sold\"");
        assertThat(at("/$defs/tenant-spec/properties/owner/description")).contains("answers for the tenant");
    }

    @Test
    void pointsShorthandAtTheKeyThatItStandsFor() {
        for (var place : List.of("tenant-spec", "namespace-entry", "tenant-defaults")) {
            assertThat(at("/$defs/" + place + "/properties/floor"))
                    .isEqualTo("{\"$ref\":\"#/$defs/Shop/properties/floor\"}");
        }
    }

    @Test
    void statesDefaultsOnceOrByLevel() {
        assertThat(at("/$defs/Shop/properties/open/default")).isEqualTo("true");
        assertThat(at("/$defs/Shop/properties/discount/default")).isEqualTo("0.15");
        assertThat(at("/$defs/Shop/properties/floor/default")).isEqualTo("\"1Gi\"");
        assertThat(at("/$defs/Shop/properties/size/default")).isEqualTo("\"VeryLarge\"");
        assertThat(at("/$defs/Shop/properties/address/default")).isEqualTo("{\"street\":\"Main Street\"}");
        assertThat(at("/$defs/Shop/properties/shelves/default")).isEqualTo("[{\"goods\":\"tea\",\"boards\":3}]");
        assertThat(at("/$defs/Shop/properties/prices/default")).isEqualTo("{\"tea\":\"2\"}");
        assertThat(at("/$defs/Shop/properties/doors/x-tenantry-defaults"))
                .isEqualTo("{\"strict\":1,\"standard\":2,\"permissive\":2}");
        assertThat(at("/$defs/Shop/properties/version/x-tenantry-defaults"))
                .isEqualTo("{\"strict\":\"1.33\",\"standard\":\"1.33\"}");
        assertThat(at("/$defs/Shop/properties/sign/default")).isEmpty();
        assertThat(at("/$defs/Street/properties/name/default")).isEqualTo("\"High Street\"");
        assertThat(at("/$defs/tenant-spec/properties/isolationLevel/default")).isEqualTo("\"standard\"");
        assertThat(at("/$defs/cluster-profile-spec/properties/kubernetesVersion/default"))
                .isEqualTo("\"1.33\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "displayName: ACME",
                "displayName: 12",
                "displayName: no",
                "displayName:",
                "isolationLevel: strict",
                "labels: {team: platform, floor: 3}",
                "namespace: acme-prod",
                "namespaces:",
                "namespaces: [acme-prod, {name: acme-dev, sign: Dev, shop: {doors: 3}, labels: {a: b}}]",
                "sign: Tea",
                "floor: 1.5Gi",
                "floor: 20",
                "floor: 0.5",
                "floor: +.5e3",
                "address: {number: 3}",
                "shop:",
                "shop: {open: false, doors: 3, visitors: 9223372036854775807, discount: 0.05}",
                "shop: {open: null, doors: null, prices: null, shelves: null}",
                "shop: {version: 1.30}",
                "shop: {version: v1.33.2-gke.1}",
                "shop: {size: VeryLarge}",
                "shop: {size: small}",
                "shop: {staff: [ann, 2, true]}",
                "shop: {shifts: [[ann, bob], []]}",
                "shop: {shelves: [{goods: tea}, {goods: coffee, boards: 2}]}",
                "shop: {prices: {tea: 2, coffee: 500m}}",
                "shop: {rooms: {left: {boards: 2, goods: tea}}}",
                "shop: {port: 80/TCP}",
                "shop: {port: {number: 80}}",
                "other: {count: -1}",
            })
    void acceptsWhatTheBinderReads(String spec) {
        var document = tenant(spec);

        assertThat(bind(document)).isEmpty();
        assertThat(SCHEMA.validate(document, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour: red",
                "doors: 3",
                "displayName: [ACME]",
                "isolationLevel: Strict",
                "isolationLevel: 1",
                "labels: [team]",
                "labels: {team: [platform]}",
                "labels: {old: null}",
                "namespaces: []",
                "namespace: [acme]",
                "namespace:",
                "namespaces: acme",
                "namespaces: [null]",
                "namespaces: [[acme]]",
                "namespaces: [{sign: Dev}]",
                "namespaces: [{name: acme-dev, sings: Dev}]",
                "namespaces: [{name: acme-dev, namespaces: []}]",
                "{namespace: a, namespaces: [b]}",
                "floor: banana",
                "floor: 1 Gi",
                "floor: 1gi",
                "floor: 1e400",
                "floor: [1]",
                "floor: true",
                "address: Main Street",
                "address: {streets: Main Street}",
                "shop: []",
                "shop: {colour: red}",
                "shop: {open: yes}",
                "shop: {open: 'true'}",
                "shop: {open: 1}",
                "shop: {doors: 1.5}",
                "shop: {doors: '3'}",
                "shop: {doors: 3000000000}",
                "shop: {visitors: 9223372036854775808}",
                "shop: {discount: '0.05'}",
                "shop: {discount: a tenth}",
                "shop: {version: 1.19}",
                "shop: {version: 1.99}",
                "shop: {version: '2.33'}",
                "shop: {version: new}",
                "shop: {size: LARGE}",
                "shop: {staff: ann}",
                "shop: {staff: [null]}",
                "shop: {shelves: [{boards: 2}]}",
                "shop: {shelves: [null]}",
                "shop: {shifts: [null]}",
                "shop: {shifts: [ann]}",
                "shop: {shelves: [{goods: tea, boards: two}]}",
                "shop: {prices: {tea: cheap}}",
                "shop: {prices: {gone: null}}",
                "shop: {rooms: {left: null}}",
                "shop: {prices: [2]}",
                "shop: {rooms: {left: tea}}",
                "shop: {port: [80]}",
                "shop: {port: {number: 80, name: http}}",
                "other: {count: 1, counts: 2}",
            })
    void refusesWhatTheBinderRefuses(String spec) {
        var document = tenant(spec);

        assertThat(bind(document)).isNotEmpty();
        assertThat(SCHEMA.validate(document, InputFormat.YAML)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{kubernetesVersion: '1.30', enforcement: audit, platformNamespace: platform}",
                "{apiServer: {addresses: [192.168.0.10], port: 6443}}",
                "{nodes: [{count: 10, cpu: '16', memory: 64Gi, pods: 110}], addOns: [velero]}",
                "{shop: {name: Low Street, houses: [{street: Low Street, number: 1}]}}",
                "{tenantDefaults: {sign: Tea, shop: {doors: 3}}}",
                "{tenantDefaults: null, shop: null, usernamePrefix: null}",
            })
    void acceptsProfilesThatTheBinderReads(String spec) {
        var document = profile(spec);

        assertThat(bind(document)).isEmpty();
        assertThat(SCHEMA.validate(document, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kubernetesVersion: '1.23'}",
                "{enforcement: Deny}",
                "{nodes: [{count: 10}]}",
                "{nodes: {count: 10}}",
                "{apiServer: {adresses: []}}",
                "{shop: {doors: 3}}",
                "{other: {count: 3}}",
                "{sign: Tea}",
                "{tenantDefaults: {displayName: ACME}}",
                "{tenantDefaults: []}",
                "{tenantDefaults: {shop: {door: 3}}}",
            })
    void refusesProfilesThatTheBinderRefuses(String spec) {
        var document = profile(spec);

        assertThat(bind(document)).isNotEmpty();
        assertThat(SCHEMA.validate(document, InputFormat.YAML)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "annotations: {config.kubernetes.io/path: a.yaml, internal.config.kubernetes.io/index: '0'}",
                "annotations: {internal.kpt.dev/upstream-identifier: x}, labels: {app.kubernetes.io/managed-by: kustomize}",
                "annotations: null, labels: {}",
            })
    void acceptsWhatToolsNoteOnDocuments(String metadata) {
        for (var kind : List.of("Tenant", "ClusterProfile")) {
            var document = "{apiVersion: tenantry.io/v1alpha1, kind: %s, metadata: {name: acme, %s}}"
                    .formatted(kind, metadata);

            assertThat(bind(document)).isEmpty();
            assertThat(SCHEMA.validate(document, InputFormat.YAML)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{kind: Tenant, metadata: {name: acme}}",
                "{apiVersion: tenantry.io/v1, kind: Tenant, metadata: {name: acme}}",
                "{apiVersion: tenantry.io/v1alpha1, metadata: {name: acme}}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Deployment, metadata: {name: acme}}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Tenant}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Tenant, metadata: {}}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Tenant, metadata: {name: null}}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Tenant, metadata: {name: acme, namespace: a}}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Tenant, metadata: acme}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Tenant, metadata: {name: acme, labels: {team: a}}}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Tenant, metadata: {name: acme, labels: [a]}}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Tenant, metadata: {name: acme, annotations: {tenantry.io/x: y}}}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Tenant,"
                        + " metadata: {name: acme, labels: {app.kubernetes.io/part-of: x}}}",
                "{apiVersion: tenantry.io/v1alpha1, kind: ClusterProfile, metadata: [a]}",
                "{apiVersion: tenantry.io/v1alpha1, kind: ClusterProfile, metadata: {name: [a]}}",
                "{apiVersion: tenantry.io/v1alpha1, kind: ClusterProfile, metadata: {labels: {a: b}}}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Tenant, metadata: {name: acme}, spec: []}",
                "{apiVersion: tenantry.io/v1alpha1, kind: Tenant, metadata: {name: acme}, displayName: ACME}",
            })
    void refusesDocumentsThatTheBinderRefuses(String document) {
        assertThat(bind(document)).isNotEmpty();
        assertThat(SCHEMA.validate(document, InputFormat.YAML)).isNotEmpty();
    }

    private static String tenant(String spec) {
        return document("Tenant", spec);
    }

    private static String profile(String spec) {
        return document("ClusterProfile", spec);
    }

    private static String document(String kind, String spec) {
        return """
                apiVersion: tenantry.io/v1alpha1
                kind: %s
                metadata: {name: acme}
                spec:
                  %s
                """.formatted(kind, spec);
    }

    private static List<Problem> bind(String document) {
        var problems = new ArrayList<Problem>();
        new InputBinder(SECTIONS, problems).bind(Input.of(Source.ofString("acme.yaml", document)));
        return problems;
    }

    private static String at(String pointer) {
        JsonNode node = JsonMapper.shared().readTree(TEXT).at(pointer);
        return node.isMissingNode() ? "" : node.toString();
    }
}

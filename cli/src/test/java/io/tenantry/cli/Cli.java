package io.tenantry.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of the program and what came of it. */
record Cli(int code, String out, String err) {
    static final String ACME = """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata:
              name: acme-corp
            spec:
              displayName: ACME Corporation
              owner: platform-team@acme.com
              namespaces:
              - name: acme-corp-prod
              - name: acme-corp-dev
            """;
    static final String WIDGETS = """
            apiVersion: tenantry.io/v1alpha1
            kind: Tenant
            metadata:
              name: widgets
            """;

    static Cli run(String... args) {
        return withInput("", args);
    }

    static Cli withInput(String in, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(args, new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, err);
        return new Cli(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}

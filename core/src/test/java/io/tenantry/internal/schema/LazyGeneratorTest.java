package io.tenantry.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.Input;
import io.tenantry.Tenant;
import io.tenantry.Tenantry;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LazyGeneratorTest {
    public static final class Render implements Supplier<Object> {
        @Override
        public Object get() {
            return Tenantry.of()
                    .render(Input.of(Tenant.named("acme").build()))
                    .tenants()
                    .toString();
        }
    }

    public static final class PrintSchema implements Supplier<Object> {
        @Override
        public Object get() {
            return Tenantry.of().schema();
        }
    }

    @Test
    void rendersWithoutTheGeneratorOnTheClassPath() throws Exception {
        assertThat(callWithoutGenerator(Render.class)).isEqualTo("[acme]");
        assertThatThrownBy(() -> callWithoutGenerator(PrintSchema.class)).isInstanceOf(NoClassDefFoundError.class);
    }

    private static Object callWithoutGenerator(Class<? extends Supplier<Object>> type)
            throws ReflectiveOperationException, IOException {
        var urls = new ArrayList<URL>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("jsonschema-generator")) {
                urls.add(url(entry));
            }
        }
        try (var loader = new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            var call = loader.loadClass(type.getName()).getConstructor().newInstance();
            return ((Supplier<?>) call).get();
        }
    }

    private static URL url(String path) throws MalformedURLException {
        return Path.of(path).toUri().toURL();
    }
}

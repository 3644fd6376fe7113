package io.tenantry.internal.yaml;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.ser.AnyGetterWriter;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.BeanSerializer;
import tools.jackson.databind.ser.UnrolledBeanSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.bean.BeanSerializerBase;

/**
 * The rule of fabric8's {@code UnmatchedFieldTypeModule}: what a model holds in {@code additionalProperties} takes the
 * place of its own property of that name. The map is asked once per object here, not once per property.
 */
final class KubernetesBeans extends ValueSerializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueSerializer<?> modifySerializer(
            SerializationConfig config, BeanDescription.Supplier description, ValueSerializer<?> serializer) {
        AnnotatedMember additional = description.get().findAnyGetter();
        return additional != null && isPlain(serializer)
                ? new WithAdditional((BeanSerializerBase) serializer, additional)
                : serializer;
    }

    private static boolean isPlain(ValueSerializer<?> serializer) {
        return serializer.getClass() == BeanSerializer.class || serializer.getClass() == UnrolledBeanSerializer.class;
    }

    private static final class WithAdditional extends BeanSerializer {

        private final AnnotatedMember additional;

        WithAdditional(BeanSerializerBase serializer, AnnotatedMember additional) {
            super(serializer);
            this.additional = additional;
        }

        @Override
        protected void _serializePropertiesNoView(
                Object bean, JsonGenerator generator, SerializationContext context, BeanPropertyWriter[] properties) {
            @Nullable Object values = additional.getValue(bean);
            if (values instanceof Map<?, ?> map && !map.isEmpty()) {
                super._serializePropertiesNoView(bean, generator, context, without(map, properties));
            } else {
                super._serializePropertiesNoView(bean, generator, context, properties);
            }
        }

        private static BeanPropertyWriter[] without(Map<?, ?> replaced, BeanPropertyWriter[] properties) {
            BeanPropertyWriter[] rest = new BeanPropertyWriter[properties.length];
            int size = 0;
            for (BeanPropertyWriter property : properties) {
                if (property instanceof AnyGetterWriter || !replaced.containsKey(property.getName())) {
                    rest[size++] = property;
                }
            }
            return Arrays.copyOf(rest, size);
        }
    }
}

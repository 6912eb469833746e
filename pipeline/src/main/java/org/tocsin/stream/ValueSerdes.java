package org.tocsin.stream;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/** Makes the serdes of topics' values, of the class that the configuration names. */
final class ValueSerdes {
    private ValueSerdes() {}

    /** A configured serde for records of a class. */
    static <V extends SpecificRecord> Serde<V> of(Class<V> schema, PipelineConfig config) {
        String name = config.text(Setting.VALUE_SERDE);
        Map<String, Object> settings = config.serde();
        settings.put(RegistryAvroSerde.TYPE, schema.getName());
        settings.put("specific.avro.reader", true);
        try {
            @SuppressWarnings("unchecked") // whoever names another class answers for what it reads and writes
            Serde<V> serde = (Serde<V>) Class.forName(name)
                    .asSubclass(Serde.class)
                    .getDeclaredConstructor()
                    .newInstance();
            serde.configure(settings, false);
            return serde;
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    Setting.VALUE_SERDE.key() + " names '" + name + "', which is not on the class path", e);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    Setting.VALUE_SERDE.key() + " names '" + name
                            + "', which is no Serde with a public constructor without arguments",
                    e);
        }
    }
}

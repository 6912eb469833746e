package org.tocsin.stream;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Under which subject the schema of a topic's values is registered; named as Confluent's serializers name them. */
enum SubjectNames {
    /** The topic's name and "-value". */
    TOPIC("TopicNameStrategy") {
        @Override
        String subject(String topic, String record) {
            return topic + "-value";
        }
    },
    /** The full name of the record. */
    RECORD("RecordNameStrategy") {
        @Override
        String subject(String topic, String record) {
            return record;
        }
    },
    /** The topic's name, "-" and the full name of the record. */
    TOPIC_RECORD("TopicRecordNameStrategy") {
        @Override
        String subject(String topic, String record) {
            return topic + "-" + record;
        }
    };

    /** The setting that chooses one. */
    static final String KEY = "value.subject.name.strategy";

    private static final String PACKAGE = "io.confluent.kafka.serializers.subject.";

    private final String strategy;

    SubjectNames(String strategy) {
        this.strategy = strategy;
    }

    abstract String subject(String topic, String record);

    /** The one of a name, with or without Confluent's package. */
    static SubjectNames named(String name) {
        String simple = name.startsWith(PACKAGE) ? name.substring(PACKAGE.length()) : name;
        return Arrays.stream(values())
                .filter(names -> names.strategy.equals(simple))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(KEY + " is '" + name + "'; there are "
                        + known().stream().map(known -> PACKAGE + known).collect(Collectors.joining(", "))));
    }

    private static List<String> known() {
        return Arrays.stream(values()).map(names -> names.strategy).toList();
    }
}

package org.tocsin.stream;

import java.util.regex.Pattern;
import org.slf4j.spi.LoggingEventBuilder;

/** The fields that a log line about an article has beside its words, where lines are JSON. */
final class LogFields {
    private static final String ARTICLE = "article.id";
    private static final String TOPIC = "kafka.topic";
    private static final String PARTITION = "kafka.partition";
    private static final String OFFSET = "kafka.offset";

    /** Terminals and readers of lines obey these; JSON does not escape them all. */
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cntrl}\\x7f-\\x9f\\u2028\\u2029]");

    private LogFields() {}

    /** An identifier, which its publisher chose, without what drives a terminal. */
    static String printable(String identifier) {
        return COMMANDS.matcher(identifier).replaceAll("?");
    }

    /** Adds where a record stands. */
    static LoggingEventBuilder at(LoggingEventBuilder line, String topic, int partition, long offset) {
        return line.addKeyValue(TOPIC, topic)
                .addKeyValue(PARTITION, Integer.toString(partition))
                .addKeyValue(OFFSET, Long.toString(offset));
    }

    /** Adds where the record of an article stands, and its id. */
    static LoggingEventBuilder of(LoggingEventBuilder line, String article, DeadLetter.Origin origin) {
        return at(line.addKeyValue(ARTICLE, printable(article)), origin.topic(), origin.partition(), origin.offset());
    }
}

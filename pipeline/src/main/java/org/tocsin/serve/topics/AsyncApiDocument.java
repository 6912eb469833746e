package org.tocsin.serve.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.tocsin.event.EventType;
import org.tocsin.schema.Article;
import org.tocsin.schema.Incident;
import org.tocsin.stream.CloudEvent;
import org.tocsin.stream.DeadLetter;
import org.tocsin.stream.FirstReport;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** The AsyncAPI 3.0 document of the topics: their names, keys, values in Avro, headers and how long they are kept. */
public final class AsyncApiDocument {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
    private static final String KAFKA_BINDING = "0.5.0";

    private final Topics topics;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private AsyncApiDocument(Topics topics) {
        this.topics = topics;
    }

    /**
     * The document.
     *
     * @param topics of the configuration
     * @param version of the program
     */
    public static ObjectNode of(Topics topics, String version) {
        AsyncApiDocument made = new AsyncApiDocument(topics);
        made.describe(version);
        return made.document;
    }

    private void describe(String version) {
        document.put("asyncapi", "3.0.0");
        ObjectNode info = document.putObject("info")
                .put("title", "Tocsin topics")
                .put("version", version)
                .put(
                        "description",
                        "News articles in, conflict events and incidents out. Keys are strings in UTF-8. Values are"
                                + " Avro in Confluent's wire format: a zero byte, the schema's id in the Schema Registry"
                                + " (four bytes, the highest first), the record. Read with"
                                + " isolation.level=read_committed.");
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", CloudEvent.MEDIA_TYPE);
        for (String part : new String[] {"channels", "operations", "components"}) {
            document.putObject(part);
        }
        avro("Article", "articles", "receive", topics.articles(), Article.getClassSchema());
        for (Map.Entry<EventType<?>, ? extends Topic<?, ?>> type :
                topics.events().entrySet()) {
            Schema schema = SpecificData.get().getSchema(type.getKey().schema());
            ObjectNode message =
                    avro(schema.getName(), "events_" + type.getKey().name(), "send", type.getValue(), schema);
            header(message, FirstReport.HEADER, "Empty; there where the event did not stand before.");
            cloudEvent(message);
        }
        cloudEvent(avro("Incident", "incidents", "send", topics.incidents(), Incident.getClassSchema()));
        cloudEvent(avro(
                "IncidentRevision",
                "incidents_revisions",
                "send",
                topics.incidentRevisions(),
                Incident.getClassSchema()));
        deadLetters();
    }

    private ObjectNode avro(String message, String channel, String action, Topic<?, ?> topic, Schema schema) {
        ObjectNode told = message(message, channel, action, topic);
        told.put("contentType", CloudEvent.MEDIA_TYPE);
        ObjectNode payload = told.putObject("payload").put("schemaFormat", AVRO);
        payload.set("schema", tree(schema));
        ObjectNode binding = told.putObject("bindings").putObject("kafka");
        binding.putObject("key").put("type", "string");
        binding.put("schemaIdLocation", "payload")
                .put("schemaIdPayloadEncoding", "confluent")
                .put("bindingVersion", KAFKA_BINDING);
        return told;
    }

    private void deadLetters() {
        ObjectNode told = message("DeadLetter", "articles_dead_letters", "send", topics.deadLetters());
        told.put("contentType", "application/octet-stream");
        told.putObject("payload").put("description", "The value of the article's record as it came, whatever it is.");
        header(told, DeadLetter.REASON, "Why, as a code, for example unknown-schema.");
        header(told, DeadLetter.MESSAGE, "Why, in words.");
        header(told, DeadLetter.TOPIC, "Topic that the record came from.");
        header(told, DeadLetter.PARTITION, "Its partition, decimal.");
        header(told, DeadLetter.OFFSET, "Its offset, decimal.");
        header(told, DeadLetter.TIMESTAMP, "Its time, milliseconds since 1970, decimal.");
        header(told, DeadLetter.VERSION, "Version of Tocsin that gave it up.");
    }

    private ObjectNode message(String message, String channel, String action, Topic<?, ?> topic) {
        ObjectNode at = document.withObjectProperty("channels").putObject(channel);
        at.put("address", topic.name()).put("description", topic.holds());
        at.putObject("messages").putObject(message).put("$ref", "#/components/messages/" + message);
        ObjectNode kafka = at.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", topic.partitions());
        ObjectNode settings = kafka.putObject("topicConfiguration");
        if (topic.keep() instanceof Topic.Keep.ForMillis time) {
            settings.putArray("cleanup.policy").add("delete");
            settings.put("retention.ms", time.millis());
        } else {
            settings.putArray("cleanup.policy").add("compact");
        }
        settings.put("max.message.bytes", topic.largest());
        kafka.put("bindingVersion", KAFKA_BINDING);
        ObjectNode operation = document.withObjectProperty("operations").putObject(action + "_" + channel);
        operation.put("action", action).put("summary", topic.holds());
        operation.putObject("channel").put("$ref", "#/channels/" + channel);
        operation.putArray("messages").addObject().put("$ref", "#/channels/" + channel + "/messages/" + message);
        ObjectNode told = document.withObjectProperty("components")
                .withObjectProperty("messages")
                .putObject(message);
        return told.put("name", message).put("summary", topic.holds());
    }

    private static void cloudEvent(ObjectNode message) {
        CloudEvent.names().forEach(name -> header(message, name, "Of CloudEvents 1.0, binary mode."));
    }

    private static void header(ObjectNode message, String name, String meaning) {
        ObjectNode headers = message.withObjectProperty("headers").put("type", "object");
        headers.withObjectProperty("properties")
                .putObject(name)
                .put("type", "string")
                .put("description", meaning);
    }

    private static ObjectNode tree(Schema schema) {
        try {
            return (ObjectNode) MAPPER.readTree(schema.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema " + schema.getFullName() + " is no JSON", e);
        }
    }
}

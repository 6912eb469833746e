package org.tocsin.stream;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One thing that a user must be allowed in Kafka.
 *
 * @param resource what with: topics, a consumer group or ids of transactions, by name or by what names begin with
 * @param operation what to do with it
 * @param purpose what for, for people
 */
public record Right(ResourcePattern resource, AclOperation operation, String purpose) {
    /** Rights that Kafka takes to hold {@link AclOperation#DESCRIBE} too. */
    private static final Set<AclOperation> TELLING = Set.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DELETE);

    static Right of(ResourceType type, String name, AclOperation operation, String purpose) {
        return new Right(new ResourcePattern(type, name, PatternType.LITERAL), operation, purpose);
    }

    static Right ofAll(ResourceType type, String prefix, AclOperation operation, String purpose) {
        return new Right(new ResourcePattern(type, prefix, PatternType.PREFIXED), operation, purpose);
    }

    /** The right in one phrase, for example {@code READ on the topic articles}. */
    public String text() {
        return operation + " on " + resourceText();
    }

    /** Whether who has this right may also see that the resource is there. */
    boolean tells() {
        return TELLING.contains(operation);
    }

    /** Whether it is about a resource of this name. */
    boolean isAbout(ResourceType type, String name) {
        return resource.resourceType() == type
                && (isPrefix() ? name.startsWith(resource.name()) : name.equals(resource.name()));
    }

    /** The words of {@code kafka-acls.sh} behind the names of broker and user. */
    List<String> grant() {
        return List.of(
                "--operation",
                words(operation.name()).replace(" ", ""),
                option(),
                resource.name(),
                "--resource-pattern-type",
                isPrefix() ? "prefixed" : "literal");
    }

    private String resourceText() {
        String name = resource.name();
        return switch (resource.resourceType()) {
            case GROUP -> isPrefix() ? "groups that begin with " + name : "the group " + name;
            case TRANSACTIONAL_ID ->
                isPrefix() ? "transactional ids that begin with " + name : "the transactional id " + name;
            default -> isPrefix() ? "topics that begin with " + name : "the topic " + name;
        };
    }

    private String option() {
        return switch (resource.resourceType()) {
            case GROUP -> "--group";
            case TRANSACTIONAL_ID -> "--transactional-id";
            default -> "--topic";
        };
    }

    private boolean isPrefix() {
        return resource.patternType() == PatternType.PREFIXED;
    }

    /** DESCRIBE_CONFIGS as "Describe Configs". */
    private static String words(String constant) {
        StringBuilder words = new StringBuilder();
        for (String word : constant.split("_")) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }
}

package org.tocsin.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.schema.Actor;

/** How the speaker of a figure stands to the event, weightiest first. */
enum Authority {
    /** Who counts on the spot or speaks for them: hospitals, rescuers, health services, police, local authorities, witnesses. */
    ON_SPOT,
    /** Officials elsewhere, and observers. */
    OFFICIAL,
    /** The article itself, or other media. */
    MEDIA,
    /** Armed forces and groups that are neither accused of the attack nor claim it. */
    FORCES,
    /** The side that is accused of the attack or claims it. */
    PARTY;

    private record Words(String phrase, Authority authority) {}

    private static final List<Words> WORDS = load();

    /** The authority of a speaker by name, office and body; null is the article itself. Who is a party only the incident tells. */
    static Authority of(@Nullable Actor speaker) {
        if (speaker == null) {
            return MEDIA;
        }
        String told = " " + text(speaker) + " ";
        for (Words words : WORDS) {
            if (told.contains(words.phrase())) {
                return words.authority();
            }
        }
        return byKind(speaker);
    }

    /** All that is known of a speaker, as lower-case words with single spaces. */
    static String text(Actor speaker) {
        return Stream.of(speaker.getName(), speaker.getText(), speaker.getRole(), speaker.getOrganization())
                .filter(Objects::nonNull)
                .map(part -> part.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}'-]+", " ")
                        .strip())
                .collect(Collectors.joining(" "));
    }

    private static Authority byKind(Actor speaker) {
        return switch (speaker.getKind()) {
            case MILITARY, ARMED_GROUP -> FORCES;
            // a person of a state whose office no row tells is mostly one of the place
            case STATE -> speaker.getRole() != null ? ON_SPOT : OFFICIAL;
            case IGO, NGO -> OFFICIAL;
            case MEDIA -> MEDIA;
            // a person or body whose office the text does not tell is mostly one of the place
            case PERSON, OTHER, UNKNOWN -> ON_SPOT;
        };
    }

    private static List<Words> load() {
        List<Words> words = new ArrayList<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(Authority.class, "authority.tsv", "words", "authority")
                .rows()) {
            Authority authority = row.constant("authority", Authority.class);
            if (authority == null) {
                throw row.error("an authority is needed");
            }
            words.add(new Words(" " + row.required("words") + " ", authority));
        }
        return List.copyOf(words);
    }
}

package org.tocsin.event.statement;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** Who spoke or was named last while a document is read, so that "he", "it" and "I" are known. */
final class Memory {
    private static final Pattern PLURAL = Pattern.compile(".*[a-z]s");

    @Nullable
    Anchored<Actor> person;

    @Nullable
    Anchored<Actor> body;

    /** Who says "I" and "we" in this paragraph: the one in front of the colon, or whoever issues the whole text. */
    @Nullable
    Anchored<Actor> first;

    /** Who issues the whole text, where it is itself a statement. */
    @Nullable
    Actor issuer;

    /** Who says "I" and "we" outside quotation marks in a text that is not marked as a statement, but may well be one. */
    @Nullable
    Actor house;

    /** Whose words follow, by a sentence that ended with a colon: "The minister said:". */
    @Nullable
    Anchored<Actor> introduced;

    /** Whether the words introduced stand between quotation marks. */
    boolean quoted;

    @Nullable
    Reading last;

    /** Who says "I" and "we" outside quotation marks; null where nobody is known to. */
    @Nullable
    Actor firstPerson() {
        Actor quoted = firstPersonQuoted();
        return quoted != null ? quoted : house;
    }

    /** Who says "I" and "we" inside quotation marks, where the sentence itself does not tell; null where nobody is known to. */
    @Nullable
    Actor firstPersonQuoted() {
        if (first != null) {
            return first.value();
        }
        return introduced != null ? introduced.value() : issuer;
    }

    /** Whether somebody spoke last whom nothing tells, such as residents, so that "they" may be those. */
    boolean strangers;

    /** The one whose words these are, where the text tells his own state as who speaks: "Lin Jian: China opposes". */
    Anchored<Actor> asSpokenFor(Anchored<Actor> speaker) {
        Actor voice = firstPersonQuoted();
        Actor state = speaker.value();
        if (voice == null || !isOwnState(voice, state)) {
            return speaker;
        }
        Actor spoken = new Actor(
                voice.getName(),
                state.getText(),
                voice.getRole(),
                voice.getOrganization(),
                voice.getCountry(),
                voice.getKind());
        return new Anchored<>(spoken, speaker.start(), speaker.end());
    }

    /** Whether a text is, or may well be, itself a statement, whose "it" is hardly a group that it tells of. */
    boolean isRelease() {
        return firstPerson() != null;
    }

    /** Whether an actor is the state of whoever's words these are. */
    boolean speaksFor(Actor state) {
        Actor voice = firstPersonQuoted();
        return voice != null && isOwnState(voice, state);
    }

    private static boolean isOwnState(Actor voice, Actor state) {
        return voice.getRole() != null
                && state.getKind() == ActorKind.STATE
                && state.getRole() == null
                && voice.getCountry() != null
                && voice.getCountry().equals(state.getCountry());
    }

    /** Notes whoever speaks. */
    void note(Subject subject) {
        strangers = false;
        Actor actor = subject.actor().value();
        if (actor.getKind() == ActorKind.PERSON || actor.getRole() != null && !isPlural(actor)) {
            person = subject.actor();
        } else {
            body = subject.actor();
        }
    }

    private static boolean isPlural(Actor actor) {
        String name = actor.getName();
        return name != null && PLURAL.matcher(name).matches();
    }

    /** Where nobody speaks, a pronoun of the next sentence is whom this one names first. */
    void noteFirstNamed(Speakers speakers) {
        person = speakers.firstPerson().map(Speaker::actor).orElse(person);
        body = speakers.firstBody().map(Speaker::actor).orElse(body);
    }
}

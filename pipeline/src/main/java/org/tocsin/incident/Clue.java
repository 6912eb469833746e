package org.tocsin.incident;

import java.util.Locale;

/** One kind of evidence on whether two accounts are about one real-world event, with the points that it is worth. Own choices. */
enum Clue {
    SAME_PLACE(40),
    PLACE_WITHIN(10),
    PLACE_NAMED(30),
    PLACE_NEARBY(-20),
    SAME_DAY(30),
    DAYS_OVERLAP(20),
    SAME_TIME_OF_DAY(5),
    OTHER_TIME_OF_DAY(-40),
    ONE_DAY_APART(-20),
    TWO_DAYS_APART(-40),
    DAYS_APART(-60),
    SAME_METHOD(15),
    KINDRED_METHOD(5),
    OTHER_METHOD(-30),
    SAME_ATTACKER(5),
    OTHER_ATTACKER(-50),
    RIVAL_BLAME(-10),
    SAME_TARGET(20),
    TARGET_TOLD(10),
    OTHER_TARGET(-30),
    RIVAL_TARGET(-10),
    SAME_NAME(20),
    MORE_NAMES(15),
    SAME_KILLED(15),
    SAME_INJURED(15),
    SAME_TOLL(15),
    EARLIER_TOLL(20),
    FAR_TOLL(-50),
    NEAR_COPY(60),
    ONE_ARTICLE(-30),
    REST_OF_THE_TOLL(25),
    TWO_TOLLS_OF_ONE_ARTICLE(-200),
    CLOSED_BEFORE(-20),
    SAME_NUMBER(20),
    OTHER_NUMBER(-200),
    SAME_SPEECH(45),
    SAME_ADDRESSEE(10),
    SAME_CHANGE(5),
    CONTRADICTION(-200);

    private final int points;

    Clue(int points) {
        this.points = points;
    }

    /** What it is worth; below 0 where it speaks against one event. */
    int points() {
        return points;
    }

    /** What it is, in words. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

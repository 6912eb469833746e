package org.tocsin.incident;

/** Event types whose reports may be about one real-world event. A strike and its casualties are one family, any other type its own. */
enum EventFamily {
    STRIKE(new StrikeMatch()),
    STATEMENT(new StatementMatch()),
    INTERCEPTION(new InterceptionMatch()),
    TERRITORY(new TerritoryMatch());

    private final MatchRule rule;

    EventFamily(MatchRule rule) {
        this.rule = rule;
    }

    /** The family of an event type. */
    static EventFamily of(String eventType) {
        return switch (eventType) {
            case "strike", "casualty" -> STRIKE;
            case "statement" -> STATEMENT;
            case "interception" -> INTERCEPTION;
            case "territory" -> TERRITORY;
            default ->
                throw new IllegalArgumentException("No rule says when two reports of type '" + eventType
                        + "' are about one event; add the type to EventFamily");
        };
    }

    /** When two accounts of this family are about one event. */
    MatchRule rule() {
        return rule;
    }
}

package org.tocsin.event.statement;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** The state or international body on whose own pages an article stands, told by its address (official-hosts.tsv). */
final class Publisher {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final List<Host> HOSTS =
            KnowledgeTable.load(Publisher.class, "official-hosts.tsv", "host", "name", "country", "kind")
                    .rows()
                    .stream()
                    .map(Publisher::host)
                    .toList();
    /** Parts of the address of a state's own pages, as in "gov.uk", "mfa.gov.tr", "diplomatie.gouv.fr". */
    private static final Set<String> STATE_PARTS = KnowledgeTable.words(Publisher.class, "official-host-parts.tsv");

    private Publisher() {}

    private record Host(String ending, Actor actor) {}

    private static Host host(KnowledgeTable.Row row) {
        ActorKind kind = Optional.ofNullable(row.constant("kind", ActorKind.class))
                .orElseThrow(() -> row.error("kind is empty"));
        String name = row.required("name");
        String country = row.cell("country");
        return new Host(
                row.required("host"), new Actor(name, name, null, null, country.isEmpty() ? null : country, kind));
    }

    /** The publisher of an article; null where its address is none of a state or international body. */
    static @Nullable Actor of(NewsArticle article) {
        String host = hostOf(article);
        if (host == null) {
            return null;
        }
        for (Host official : HOSTS) {
            if (host.equals(official.ending()) || host.endsWith("." + official.ending())) {
                return official.actor();
            }
        }
        List<String> parts = Arrays.asList(host.split("\\."));
        String last = parts.get(parts.size() - 1).toUpperCase(Locale.ROOT);
        String country = last.equals("UK") ? "GB" : last;
        boolean official = COUNTRIES.contains(country) && parts.stream().anyMatch(STATE_PARTS::contains);
        if (!official) {
            return null;
        }
        String name = new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.ENGLISH);
        return new Actor(name, name, null, null, country, ActorKind.STATE);
    }

    /** ISO code of the state on whose pages an article stands; null where it stands on none's. */
    static @Nullable String country(NewsArticle article) {
        Actor publisher = of(article);
        return publisher == null ? null : publisher.getCountry();
    }

    private static @Nullable String hostOf(NewsArticle article) {
        if (article.url() == null) {
            return null;
        }
        try {
            String host = new URI(article.url()).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return null; // an address that is none tells no publisher
        }
    }
}

package org.tocsin.arrival.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.arrival.Draft;
import org.tocsin.arrival.Limits;
import org.tocsin.arrival.Unreadable;
import org.tocsin.arrival.format.FeedItem;
import org.tocsin.arrival.text.MainText;
import org.tocsin.arrival.text.Page;

/** Where the text of an item comes from: the feed alone, or the page that it leads to where the feed only has a summary. */
public enum PageTexts {
    /** The feed's own text, be it a summary. */
    OF_FEED {
        @Override
        Draft whole(FeedItem item, PoliteFetcher web) {
            return item.draft();
        }
    },
    /** The main text of the page, where the feed only has a summary. */
    OF_PAGE {
        @Override
        Draft whole(FeedItem item, PoliteFetcher web) throws InterruptedException, Unreadable {
            String url = item.draft().url();
            return item.extent() == FeedItem.Extent.WHOLE || url == null
                    ? item.draft()
                    : fromPage(item.draft(), url, web);
        }
    };

    /**
     * An item with the text that is wanted.
     *
     * @throws Unreadable if the page cannot be had or holds no article
     */
    abstract Draft whole(FeedItem item, PoliteFetcher web) throws InterruptedException, Unreadable;

    private static Draft fromPage(Draft item, String url, PoliteFetcher web) throws InterruptedException, Unreadable {
        Fetched fetched = web.get(address(url), Map.of(), Limits.PAGE_BYTES);
        if (fetched instanceof Fetched.Failed failed) {
            throw new Unreadable(failed.reason());
        }
        if (!(fetched instanceof Fetched.Document document)
                || !document.type().matches("text/html|application/xhtml\\+xml")) {
            throw new Unreadable("it is no page of HTML");
        }
        Page page = MainText.of(document.bytes(), document.charset());
        return new Draft(
                item.id(),
                first(item.title(), page.title()),
                page.text(),
                item.publishedAt() == null ? page.publishedAt() : item.publishedAt(),
                url,
                first(item.source(), page.site()),
                first(item.language(), page.language()));
    }

    private static URI address(String url) throws Unreadable {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new Unreadable("its link is no address");
        }
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || one.isBlank() ? other : one;
    }

    /** What an item says in the feed, as one text: it is dealt with again where this changes. */
    static String mark(Draft draft) {
        Instant at = draft.publishedAt();
        String published = at == null ? "" : at.toString();
        return SeenItems.sha256(
                String.join("\u001f", text(draft.title()), text(draft.text()), text(draft.url()), published));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

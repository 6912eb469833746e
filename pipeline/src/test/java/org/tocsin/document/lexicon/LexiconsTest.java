package org.tocsin.document.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.MentionFinder;
import org.tocsin.document.opennlp.NewsAnnotator;

class LexiconsTest {
    static List<KnowledgeTable.Row> cases() {
        return KnowledgeTable.load(LexiconsTest.class, "cases.tsv", "case", "text", "expected")
                .rows();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhoAndWhatIsNamed(KnowledgeTable.Row row) {
        List<MentionFinder> finders = new ArrayList<>(Lexicons.words());
        finders.addAll(Lexicons.persons());

        Document document = new NewsAnnotator(finders)
                .annotate(new NewsArticle("case", "", row.required("text"), null, null, null));

        List<String> read = document.sentences().get(0).mentions().stream()
                .map(LexiconsTest::line)
                .filter(line -> !line.isEmpty())
                .toList();
        String expected = row.cell("expected");
        if (expected.isEmpty()) {
            assertThat(read).as(row.required("case")).isEmpty();
        } else {
            assertThat(read).as(row.required("case")).contains(expected);
        }
    }

    private static String line(Mention mention) {
        if (mention instanceof ActorMention actor) {
            return (actor.demonym() ? "demonym " : "actor ") + actor.name() + " " + actor.country() + " "
                    + actor.kind();
        }
        if (mention instanceof PersonMention person) {
            return "person " + person.name() + " " + person.role() + " " + person.country();
        }
        if (mention instanceof WeaponMention weapon) {
            String system = weapon.system() == null ? "-" : weapon.system();
            return "weapon " + system + " " + (weapon.method() == null ? "-" : weapon.method());
        }
        return "";
    }
}

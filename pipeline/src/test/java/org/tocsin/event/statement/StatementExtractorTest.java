package org.tocsin.event.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.event.CodedCases;
import org.tocsin.schema.Span;
import org.tocsin.schema.Statement;

class StatementExtractorTest {
    static List<CodedCases.Case> cases() {
        return CodedCases.of(StatementExtractorTest.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhoSaysWhatToWhom(CodedCases.Case article) {
        List<Statement> statements = article.events(Statement.class);

        String read = statements.stream()
                .map(statement -> line(statement, article.expected().contains(">")))
                .collect(Collectors.joining("; "));
        assertThat(read).isEqualTo(article.expected());
    }

    /** A text that is itself a statement: its case, headline, address, paragraphs and the acts that are expected. */
    record Release(String name, String title, String url, String text, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Release> releases() {
        return KnowledgeTable.load(
                        StatementExtractorTest.class, "releases.tsv", "case", "title", "url", "text", "expected")
                .rows()
                .stream()
                .map(row -> new Release(
                        row.required("case"),
                        row.cell("title"),
                        row.cell("url"),
                        row.required("text").replace(" / ", "\n\n"),
                        row.cell("expected")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void readsWhoSpeaksInATextThatIsAStatement(Release release) {
        String read =
                CodedCases.code(release.title(), release.text(), release.url().isEmpty() ? null : release.url())
                        .stream()
                        .filter(Statement.class::isInstance)
                        .map(Statement.class::cast)
                        .map(statement -> line(statement, release.expected().contains(">")))
                        .collect(Collectors.joining("; "));

        assertThat(read).isEqualTo(release.expected());
    }

    private static String line(Statement statement, boolean withTarget) {
        String target = withTarget && !statement.getTargets().isEmpty()
                ? " > " + statement.getTargets().get(0).getName()
                : "";
        return statement.getAct() + " " + statement.getSpeaker().getName() + target;
    }

    @Test
    void severalSentencesOfOneSpeakerAndActAreOneStatementWithAllTheirEvidence() {
        String text =
                "Foreign Minister Ana Duarte condemned the shelling of the camp. \"The market was empty,\" an aide"
                        + " said. Duarte condemned the silence of the neighbours too.";

        List<Statement> condemned = new CodedCases.Case("merged", text, "")
                .events(Statement.class).stream()
                        .filter(statement -> statement.getSpeaker().getName().equals("Ana Duarte"))
                        .toList();

        assertThat(condemned).hasSize(1);
        assertThat(condemned.get(0).getEvidence()).hasSize(2);
    }

    @Test
    void spansGiveTheCharactersThatTheFieldsWereReadFrom() {
        String text =
                "Iran\u2019s foreign ministry rejected the \u201Cbaseless\u201D claim: \u201CWe never sent a single"
                        + " soldier there.\u201D";

        Statement statement =
                new CodedCases.Case("spans", text, "").events(Statement.class).get(0);

        assertThat(statement.getQuote()).isEqualTo("We never sent a single soldier there.");
        assertThat(statement.getSpans())
                .anySatisfy(span -> assertThat(words(text, span, "speaker")).isEqualTo("Iran\u2019s foreign ministry"))
                .anySatisfy(span -> assertThat(words(text, span, "quote")).isEqualTo(statement.getQuote()));
    }

    @Test
    void dayIsTheDayOfTheSpeechAndNeverThatOfWhatIsSaid() {
        String told = "President William Ruto condemned on Tuesday the raid on a village near Wau.";
        String inside = "President William Ruto condemned the raid that burnt a village near Wau on 3 November.";

        Statement spoken =
                new CodedCases.Case("spoken", told, "").events(Statement.class).get(0);
        Statement undated = new CodedCases.Case("undated", inside, "")
                .events(Statement.class)
                .get(0);

        assertThat(spoken.getDate()).isNotNull();
        assertThat(spoken.getDate().getStart()).isEqualTo(LocalDate.of(2024, 11, 19));
        assertThat(undated.getDate()).isNull();
        assertThat(spoken.getPlace()).isNull();
    }

    @Test
    void paragraphsOfAResolutionAreActsOfTheCouncilThatStandsOverThem() {
        String text = "The Security Council,\n\n1. Demands that the Houthis release all detained staff;\n\n"
                + "2. Condemns the attacks on merchant ships in the Red Sea;";

        List<Statement> statements = new CodedCases.Case("resolution", text, "").events(Statement.class);

        assertThat(statements)
                .extracting(statement ->
                        statement.getAct() + " " + statement.getSpeaker().getName())
                .containsExactly("DEMAND UN Security Council", "CONDEMN UN Security Council");
    }

    @Test
    void laterSentencesOfAQuotationBelongToTheSpeakerWhoIsNamedBeforeThem() {
        String text = "The spokesman of the Indian foreign ministry, Vikas Rao, said:\n\n"
                + "\u201CPakistan must dismantle the camps.\u201D\n\n\u201CWe thank the United States.\u201D";

        List<Statement> statements = new CodedCases.Case("quotation", text, "").events(Statement.class);

        assertThat(statements)
                .extracting(statement ->
                        statement.getAct() + " " + statement.getSpeaker().getName())
                .contains("DEMAND Vikas Rao", "SUPPORT Vikas Rao");
    }

    private static String words(String text, Span span, String field) {
        assertThat(span.getField()).isEqualTo(field);
        return text.substring(span.getStart(), span.getEnd());
    }
}

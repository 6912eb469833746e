package org.tocsin.serve.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final Instant MADE = Instant.parse("2026-11-25T04:00:00Z");

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final NewToken token = NewToken.of("analyst", Set.of(Scope.READ), MADE);
    private TokenFile file;

    @BeforeEach
    void add() {
        file = new TokenFile(folder.resolve("tokens.jsonl"));
        file.add(token.stored());
    }

    private void aSecondPasses() {
        nanos.addAndGet(Tokens.LOOK.toNanos());
    }

    @Test
    void theFileHoldsEverythingButTheToken() throws Exception {
        String secret = token.text()
                .substring(token.text().lastIndexOf('_', token.text().length() - 43) + 1);
        String text = Files.readString(file.path());

        assertThat(file.read()).containsExactly(token.stored());
        assertThat(text).contains("\"analyst\"", "\"read\"", "2026-11-25T04:00:00Z");
        assertThat(secret).hasSize(43);
        assertThat(text).doesNotContain(secret);
        assertThat(token.toString() + token.stored()).doesNotContain(secret);
        assertThat(Files.getPosixFilePermissions(file.path())).hasSize(2);
    }

    @Test
    void theSameSecretHasAnotherHashWithAnotherSalt() {
        assertThat(StoredToken.hash("00", "secret")).isNotEqualTo(StoredToken.hash("01", "secret"));
        assertThat(NewToken.of("a", Set.of(Scope.READ), MADE).text())
                .isNotEqualTo(NewToken.of("a", Set.of(Scope.READ), MADE).text());
    }

    @Test
    void aTokenIsFoundByItsWholeTextAlone() {
        Tokens tokens = Tokens.of(file, nanos::get);
        String text = token.text();
        char last = text.charAt(text.length() - 1);

        assertThat(tokens.find(text)).contains(token.stored());
        assertThat(tokens.find(text.substring(0, text.length() - 1) + (last == 'A' ? 'E' : 'A')))
                .isEmpty();
        assertThat(tokens.find(text + "A")).isEmpty();
        assertThat(tokens.find(token.stored().hash())).isEmpty();
        assertThat(tokens.find(NewToken.of("other", Set.of(Scope.ADMIN), MADE).text()))
                .isEmpty();
        assertThat(tokens.find("")).isEmpty();
    }

    @Test
    void aTokenThatIsAddedOrWithdrawnCountsWithoutARestart() {
        Tokens tokens = Tokens.of(file, nanos::get);
        NewToken later = NewToken.of("later", Set.of(Scope.PUBLISH), MADE);

        file.add(later.stored());
        assertThat(tokens.find(later.text())).isEmpty();
        aSecondPasses();
        assertThat(tokens.find(later.text())).contains(later.stored());

        assertThat(file.remove(Set.of(token.stored().id(), "none"))).isEqualTo(1);
        aSecondPasses();
        assertThat(tokens.find(token.text())).isEmpty();
        assertThat(tokens.find(later.text())).isPresent();
    }

    @Test
    void noTokenIsGoodWhileTheFileCannotBeRead() throws Exception {
        Tokens tokens = Tokens.of(file, nanos::get);
        String text = Files.readString(file.path());

        Files.delete(file.path());
        aSecondPasses();
        assertThat(tokens.find(token.text())).isEmpty();

        Files.writeString(file.path(), text);
        aSecondPasses();
        assertThat(tokens.find(token.text())).isPresent();

        Files.writeString(file.path(), "{", StandardOpenOption.APPEND);
        aSecondPasses();
        assertThat(tokens.find(token.text())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "no json",
                "{\"id\":\"a\",\"scopes\":[\"root\"],\"created\":\"2026-11-25T04:00:00Z\",\"salt\":\"00\",\"hash\":\"00\"}",
                "{\"id\":\"a\",\"scopes\":[],\"created\":\"2026-11-25T04:00:00Z\",\"salt\":\"00\",\"hash\":\"00\"}",
                "{\"id\":\"a\",\"scopes\":[\"read\"],\"created\":\"yesterday\",\"salt\":\"00\",\"hash\":\"00\"}",
                "{\"id\":\"a\",\"scopes\":[\"read\"],\"created\":\"2026-11-25T04:00:00Z\",\"salt\":\"\",\"hash\":\"00\"}"
            })
    void aLineThatIsNoTokenIsNamed(String line) throws Exception {
        Files.writeString(file.path(), "\n" + line + "\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Tokens.of(file, nanos::get))
                .isInstanceOf(BadTokenFile.class)
                .hasMessageContaining("Line 3")
                .hasMessageContaining(file.path().toString())
                .hasMessageContaining("delete the line");
    }

    @Test
    void aFileWithoutTokensIsRefusedWithTheCommandThatMakesOne() throws Exception {
        TokenFile none = new TokenFile(folder.resolve("none"));
        Files.createFile(folder.resolve("empty"));
        TokenFile empty = new TokenFile(folder.resolve("empty"));

        assertThatThrownBy(() -> Tokens.of(none, nanos::get)).hasMessageContaining("tocsin token create");
        assertThatThrownBy(() -> Tokens.of(empty, nanos::get)).hasMessageContaining("tocsin token create");
    }
}

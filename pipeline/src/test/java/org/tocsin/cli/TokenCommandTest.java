package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.serve.access.Access;
import org.tocsin.serve.access.Scope;
import org.tocsin.serve.access.StoredToken;
import org.tocsin.serve.access.TokenFile;
import org.tocsin.stream.PipelineConfig;

/** Tokens as operators make them, and the guard that a configuration gives. */
class TokenCommandTest {
    @TempDir
    private Path folder;

    private String file() {
        return folder.resolve("tokens.jsonl").toString();
    }

    private Run create(String scopes) {
        return Run.of("token", "create", "--scope", scopes, "--name", "analyst", "--file", file());
    }

    private ApiGuard guard(Map<String, String> settings) {
        return ApiGuard.of(PipelineConfig.of(settings));
    }

    @Test
    void aTokenIsPrintedOnceAndGoodFromThenOn() throws Exception {
        Run made = create("read,publish");
        Run listed = Run.of("token", "list", "--file", file());

        assertThat(made.exit()).isZero();
        String token = made.out().strip();
        assertThat(made.err()).doesNotContain(token).contains("TOCSIN_TOKEN");
        assertThat(Files.readString(folder.resolve("tokens.jsonl"))).doesNotContain(token);
        assertThat(listed.out()).contains("analyst", "read,publish").doesNotContain(token);
        Access.ByToken access =
                (Access.ByToken) guard(Map.of("tocsin.api.tokens.file", file(), "tocsin.api.host", "0.0.0.0"))
                        .access();
        assertThat(access.tokens().find(token).map(StoredToken::scopes))
                .hasValueSatisfying(scopes -> assertThat(scopes).containsExactlyInAnyOrder(Scope.READ, Scope.PUBLISH));
    }

    @Test
    void aTokenIsWithdrawnByItsIdentifier() {
        create("admin");
        create("read");
        StoredToken first = new TokenFile(Path.of(file())).read().get(0);

        Run revoked = Run.of("token", "revoke", "--id", first.id(), "--file", file());
        Run again = Run.of("token", "revoke", "--id", first.id(), "--file", file());

        assertThat(revoked.exit()).isZero();
        assertThat(new TokenFile(Path.of(file())).read()).hasSize(1).doesNotContain(first);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("tocsin token list");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        Run unknown = create("root");
        Run nowhere = Run.of("token", "create", "--scope", "read", "--name", "a", "--file", folder + "/no/tokens");

        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("root");
        assertThat(nowhere.exit()).isEqualTo(1);
        assertThat(nowhere.out()).isEmpty();
        assertThat(nowhere.err()).contains("cannot be written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void anOpenApiIsNotPutOnANetworkUnasked(String host) {
        assertThatThrownBy(() -> guard(Map.of("tocsin.api.host", host)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll(host, "tocsin.api.tokens.file", "tocsin.api.open.to=network", "token create");
        assertThat(guard(Map.of("tocsin.api.host", host, "tocsin.api.open.to", "network"))
                        .access())
                .isInstanceOf(Access.Open.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void onThisMachineAloneItIsOpen(String host) {
        assertThat(guard(Map.of("tocsin.api.host", host)).access()).isInstanceOf(Access.Open.class);
    }

    @Test
    void theDoctorTellsNoSecret() {
        Run run = Run.of(
                "doctor",
                "-D",
                "bootstrap.servers=127.0.0.1:1",
                "-D",
                "schema.registry.url=http://desk:hunter2@127.0.0.1:1",
                "-D",
                "basic.auth.user.info=desk:swordfish",
                "-D",
                "ssl.truststore.password=swordfish",
                "-D",
                "sasl.jaas.config=nonsense password=\"swordfish\"",
                "-D",
                "security.protocol=SASL_PLAINTEXT",
                "-D",
                "sasl.mechanism=PLAIN");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("FAIL  broker", "FAIL  registry");
        assertThat(run.out() + run.err()).doesNotContain("hunter2", "swordfish");
    }

    @Test
    void aFileOfTokensThatIsNotThereIsNamedWithItsSetting() {
        assertThatThrownBy(() -> guard(Map.of("tocsin.api.tokens.file", file())))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("tocsin.api.tokens.file", file());
    }
}

package org.tocsin.serve.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.serve.Problem;
import org.tocsin.serve.access.Caller;
import org.tocsin.serve.access.NewToken;
import org.tocsin.serve.access.Scope;

/** The places of subscribers. */
class PlacesTest {
    private final Places places = new Places(2);
    private final Caller desk =
            Caller.of(NewToken.of("desk", Set.of(Scope.READ), Instant.EPOCH).stored());

    @Test
    void oneCallerHasSoManyAndOthersTheirOwn() {
        places.enter(desk);
        places.enter(desk);

        assertThatThrownBy(() -> places.enter(desk))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("already 2 streams");
        places.enter(Caller.trusted("192.0.2.7"));
    }

    @Test
    void aPlaceIsGivenBackOnce() {
        Runnable first = places.enter(desk);
        places.enter(desk);

        first.run();
        first.run();

        places.enter(desk);
        assertThatThrownBy(() -> places.enter(desk)).isInstanceOf(Problem.class);
    }

    @Test
    void whoIsOnThisMachineWithoutATokenIsNotCounted() {
        for (int i = 0; i < 10; i++) {
            assertThat(places.enter(Caller.local("127.0.0.1"))).isNotNull();
        }
    }
}

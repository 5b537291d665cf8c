package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.LogVerifier;
import dev.bonafide.store.Store;
import dev.bonafide.store.mongodb.TestMongo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main story on MongoDB, or on its double in this JVM, and what is left after a restart. */
class MongoStoryTest {
    private final TestMongo mongo = new TestMongo();
    private final TestClock clock = new TestClock();

    @AfterEach
    void stop() {
        mongo.close();
    }

    private TestServer start() {
        return TestServer.on(mongo.open(clock), clock);
    }

    @Test
    void keepsASteppedUpSessionOverARestart() {
        Ada ada;
        Answer before;
        try (TestServer first = start()) {
            ada = Ada.registered(first);
            String secret = ada.enrolTotp();
            clock.forward(Duration.ofMinutes(1));
            assertThat(ada.login().status()).isEqualTo(200);
            assertThat(ada.whoami().status()).isEqualTo(403);
            assertThat(ada.stepUp(secret).status()).isEqualTo(200);
            before = ada.whoami();
            assertThat(before.at("authenticator_assurance_level")).isEqualTo("aal2");
        }
        try (TestServer second = start()) {
            Answer after = ada.at(second).whoami();
            assertThat(after.status()).isEqualTo(200);
            assertThat(after.json()).isEqualTo(before.json());
            assertThat(after.proofs("")).containsExactly("password/aal1", "totp/aal2");
            Store store = second.bean(Store.class);
            assertThat(new LogVerifier(store.log()).verify(List.of()).finding()).isEmpty();
        }
    }
}

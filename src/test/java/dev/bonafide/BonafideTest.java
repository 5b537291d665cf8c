package dev.bonafide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

class BonafideTest {

    @Test
    void startsWithWhatIsOnTheClassPath() {
        var application = new SpringApplicationBuilder(Bonafide.class).web(WebApplicationType.NONE);
        try (var context = application.run()) {
            assertThat(context.isRunning()).isTrue();
        }
    }
}

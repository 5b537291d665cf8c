package dev.bonafide.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogPositionTest {
    private static FakeCall with(String header) {
        return FakeCall.get("http://a/").header("Bonafide-Log-Position", header);
    }

    @Test
    void isReadBackAsItWasWritten() {
        LogPosition position = new LogPosition("018f8e2a-7b1c", 42);
        Reply reply = position.on(Reply.empty(204));
        assertThat(reply.headers())
                .containsExactly(new Reply.Header("Bonafide-Log-Position", "018f8e2a-7b1c-42"));
        assertThat(LogPosition.of(with("018f8e2a-7b1c-42"))).contains(position);
        assertThat(LogPosition.of(FakeCall.get("http://a/"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "a-", "-42", "a-x", "a--1x", "a b-1", "a-9999999999999999999"})
    void refusesWhatIsMalformed(String header) {
        assertThatThrownBy(() -> LogPosition.of(with(header))).isInstanceOf(Problem.class);
    }

    @Test
    void isNeverMadeOfWhatCannotBeReadBack() {
        assertThatThrownBy(() -> new LogPosition("a b", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogPosition("a", -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

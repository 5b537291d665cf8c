package dev.bonafide.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7578. */
class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=xx";

    private static String read(String type, String body) {
        byte[] bytes = body.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return Bodies.parse(Optional.of(type), bytes).toString();
    }

    private static String part(String name, String value) {
        return "--xx\nContent-Disposition: form-data; name=\"" + name + "\"\n\n" + value + "\n";
    }

    @Test
    void readsPartsAsFields() {
        assertThat(read(TYPE, part("traits.email", "a@é\n--x") + part("b", "") + "--xx--\n"))
                .isEqualTo("{\"traits\":{\"email\":\"a@é\\r\\n--x\"},\"b\":\"\"}");
    }

    @Test
    void takesAQuotedBoundary() {
        String type = "multipart/form-data; boundary=\"a b\"";
        String body = "--a b\ncontent-disposition:form-data;name=c\n\nd\n--a b--";
        assertThat(read(type, body)).isEqualTo("{\"c\":\"d\"}");
    }

    @Test
    void leavesOutFiles() {
        String file =
                """
                --xx
                Content-Disposition: form-data; name="f"; filename="f"
                Content-Type: text/plain

                x
                """;
        assertThat(read(TYPE, file + part("a", "1") + "--xx--")).isEqualTo("{\"a\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "--xx",
                "--xx\n",
                "--yy\nContent-Disposition: form-data; name=a\n\n1\n--yy--",
                "preamble\n--xx\nContent-Disposition: form-data; name=a\n\n1\n--xx--",
                "--xx\nContent-Disposition: form-data; name=a\n\n1\n",
                "--xx\nContent-Disposition: form-data; name=a\n\n1\n--xx--x",
                "--xx\nContent-Disposition: form-data; name=a\n\n1\n--xxy\n",
                "--xx\nContent-Disposition: form-data; name=a\n1\n--xx--",
                "--xx\nContent-Disposition: form-data\n\n1\n--xx--",
                "--xx\nContent-Disposition: attachment; name=a\n\n1\n--xx--",
                "--xx\nContent-Disposition:\n\n1\n--xx--",
                "--xx\nContent-Type: text/plain\n\n1\n--xx--",
                "--xx\n\n1\n--xx--",
                "--xx\n\n1\n--xx\nContent-Disposition: form-data; name=a\n\n1\n--xx--",
                "--xx\nContent-Disposition: form-data;\n name=a\n\n1\n--xx--",
                "--xx\nContent-Disposition: form-data; name=a\n"
                        + "Content-Disposition: form-data; name=b\n\n1\n--xx--",
                "--xx\nContent-Disposition: form-data; name=a\n\n\0\n--xx--",
                "--xx\nContent-Disposition: form-data; name=\"\"\n\n1\n--xx--",
                "--xx\nContent-Disposition: form-data; name=a; filename*=x'y'%zz\n\n1\n--xx--",
                "--xx\nContent-Disposition: form-data; name=a\n\n1\n"
                        + "--xx\nContent-Disposition: form-data; name=a\n\n2\n--xx--"
            })
    void refusesWhatIsMalformed(String body) {
        assertThatThrownBy(() -> read(TYPE, body))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "; boundary=", "; boundary=\"a\u00e9\"", "; boundary=a\"b"})
    void refusesABadBoundary(String parameter) {
        assertThatThrownBy(() -> read("multipart/form-data" + parameter, "--\n"))
                .isInstanceOf(Problem.class);
    }
}

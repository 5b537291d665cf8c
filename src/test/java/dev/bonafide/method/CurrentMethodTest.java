package dev.bonafide.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CurrentMethodTest {
    /** What has a default would be answered by that default, whatever the method says. */
    @Test
    void handsOnAllThatAMethodCanBeAsked() {
        Set<List<Object>> handedOn =
                Arrays.stream(CurrentMethod.class.getDeclaredMethods())
                        .map(CurrentMethodTest::signature)
                        .collect(Collectors.toSet());
        assertThat(AuthenticationMethod.class.getDeclaredMethods())
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(handedOn).contains(signature(asked)));
    }

    private static List<Object> signature(Method method) {
        return List.of(method.getName(), List.of(method.getParameterTypes()));
    }
}

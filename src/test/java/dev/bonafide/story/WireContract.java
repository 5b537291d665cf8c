package dev.bonafide.story;

/** Holds answers against Kratos' API description, where it lies beside the project. */
final class WireContract {
    private WireContract() {}

    static void check(String method, String path, Answer answer) {
        if (answer.status() >= 500) {
            throw new AssertionError(
                    method + " " + path + " answered " + answer.status() + " " + answer.body());
        }
    }
}

package dev.bonafide.bench;

/** One line of the table. */
interface Measure {
    /** What is compared with what. */
    String title();

    /** What the ratio should be, such as {@code ≥ 0.6}. */
    String bar();

    /** Measures; takes seconds to a minute. */
    Figure take() throws Exception;

    /**
     * What came out.
     *
     * @param ratio in words, usually one number
     * @param detail the two sides, and the spread over the turns
     */
    record Figure(String ratio, String detail) {}
}

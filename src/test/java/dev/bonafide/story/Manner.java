package dev.bonafide.story;

/** How somebody comes to a server; each manner has answers of its own (contract section 0). */
enum Manner {
    /** An API client, with a token in a header. */
    API,
    /** A script in a browser. */
    AJAX,
    /** A browser's pages and forms. */
    HTML
}

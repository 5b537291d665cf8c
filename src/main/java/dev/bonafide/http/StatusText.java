package dev.bonafide.http;

/**
 * The words that go with a status code. The phrases are those of Go's {@code net/http}, the
 * messages those of Kratos' error library: clients compare them, and the JDK's and Spring's differ
 * (413, 422).
 */
final class StatusText {
    private StatusText() {}

    static String phrase(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 413 -> "Request Entity Too Large";
            case 414 -> "Request URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 417 -> "Expectation Failed";
            case 422 -> "Unprocessable Entity";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            default -> "";
        };
    }

    static String message(int status) {
        return switch (status) {
            case 400 -> "The request was malformed or contained invalid parameters";
            case 401 -> "The request could not be authorized";
            case 403 -> "The requested action was forbidden";
            case 404 -> "The requested resource could not be found";
            case 405 -> "The requested resource does not serve this method";
            case 408 -> "The request did not arrive in time";
            case 409 -> "The resource could not be created due to a conflict";
            case 413 -> "The request is too large";
            case 415 -> "The request is using an unknown content type";
            case 429 -> "Too many requests are in progress";
            case 500 ->
                    "An internal server error occurred, please contact the system administrator";
            case 503 -> "The server cannot answer at the moment";
            default -> phrase(status);
        };
    }
}

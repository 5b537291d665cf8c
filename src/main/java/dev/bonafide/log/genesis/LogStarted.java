package dev.bonafide.log.genesis;

import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The log began: always commit 1, alone in it.
 *
 * @param log names this log and no other
 * @param epoch 1; a restore raises it
 * @param format of headers and bodies
 * @param identifierKeyCheck tells whether a key is the log's identifier key, and nothing about it
 * @param normaliser version of the normalisation of identifiers
 */
@EventName("log.started")
public record LogStarted(
        UUID log, long epoch, int format, String identifierKeyCheck, int normaliser) {
    /** The one stream of the log's own history, the same in every log. */
    public static final StreamId STREAM =
            StreamId.of(StreamKind.LOG, "log".getBytes(StandardCharsets.US_ASCII));
}

package dev.bonafide.http.server;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledDirectByteBuf;

/**
 * A part of a feed on its way to the socket. Netty lets go of a buffer when the socket has taken
 * its last byte, or never will: nothing above Netty knows as much. Outside of the heap, because a
 * buffer in it would be copied, and let go of, before it is written.
 */
final class FeedPart extends UnpooledDirectByteBuf {
    private final Runnable released;

    FeedPart(byte[] bytes, Runnable released) {
        super(UnpooledByteBufAllocator.DEFAULT, bytes.length, bytes.length);
        this.released = released;
        writeBytes(bytes);
    }

    @Override
    protected void deallocate() {
        super.deallocate();
        released.run();
    }
}

package dev.bonafide.log;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Documents;
import dev.bonafide.store.Keys;
import dev.bonafide.store.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The way from one node to its store, of some length. Once it is cut, no question arrives, and the
 * answer to one that is under way is lost: as if the node's process were killed, or its network.
 */
final class Cable {
    private final long wayNanos;
    private volatile boolean cut;

    Cable(long wayNanos) {
        this.wayNanos = wayNanos;
    }

    void cut() {
        cut = true;
    }

    /** The store as the node at the end of this cable has it. */
    Store through(Store store) {
        return new SharedStore(
                new Parts(
                        through(CommitLog.class, store.log()),
                        through(Keys.class, store.keys()),
                        through(Documents.class, store.documents())));
    }

    private <T> T through(Class<T> port, T target) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> call(target, method, arguments)));
    }

    private @Nullable Object call(
            Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        travel();
        try {
            Object answer = method.invoke(target, arguments);
            return answer instanceof DocumentCollection documents
                    ? through(DocumentCollection.class, documents)
                    : answer;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        } finally {
            travel();
        }
    }

    private void travel() {
        if (cut) {
            throw new Unavailable("the cable is cut");
        }
        LockSupport.parkNanos(wayNanos);
    }
}

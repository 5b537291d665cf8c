package dev.bonafide.http.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What is logged while this is open, and printed nowhere else. */
final class Logs implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    private final List<Appender<ILoggingEvent>> usual = new ArrayList<>();

    Logs() {
        appender.start();
        root.iteratorForAppenders().forEachRemaining(usual::add);
        usual.forEach(root::detachAppender);
        root.addAppender(appender);
    }

    /** Events at this level or above. */
    List<ILoggingEvent> atLeast(Level level) {
        return List.copyOf(appender.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(level))
                .toList();
    }

    /** Everything, stacks included, as text. */
    String text() {
        return List.copyOf(appender.list).stream()
                .map(Logs::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        String stack = thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown);
        return event.getLevel() + " " + event.getFormattedMessage() + stack;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        usual.forEach(root::addAppender);
    }
}

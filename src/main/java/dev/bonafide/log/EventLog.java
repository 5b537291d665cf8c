package dev.bonafide.log;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.kernel.Ticker;
import dev.bonafide.log.append.Appender;
import dev.bonafide.log.append.ClockCheck;
import dev.bonafide.log.append.ObservedLog;
import dev.bonafide.log.append.Turns;
import dev.bonafide.log.axon.Backoff;
import dev.bonafide.log.axon.CommandRunner;
import dev.bonafide.log.axon.CommitStep;
import dev.bonafide.log.axon.LoadedAggregates;
import dev.bonafide.log.axon.LogEventStore;
import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.commit.LogHistory;
import dev.bonafide.log.commit.StreamReader;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.log.genesis.Genesis;
import dev.bonafide.log.genesis.LogStarted;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.log.reader.LogOnward;
import dev.bonafide.log.reader.LogProjections;
import dev.bonafide.log.tail.Applied;
import dev.bonafide.log.tail.Erasures;
import dev.bonafide.log.tail.Follower;
import dev.bonafide.log.tail.LiveFolds;
import dev.bonafide.log.tail.ReadIndex;
import dev.bonafide.log.tail.Tail;
import dev.bonafide.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of one node, put together. Opened, it answers reads and its {@link #aggregates()} can be
 * given to command handlers; started with these, it takes commands and drives projections.
 */
public final class EventLog implements AutoCloseable {
    private final Observed observed = new Observed();
    private final Genesis.Begun begun;
    private final KnownLog known;
    private final Applied applied;
    private final Appender appender;
    private final ClockCheck clocks;
    private final ReadIndex index;
    private final LiveFolds folds;
    private final Tail tail;
    private final Follower follower;
    private final LoadedAggregates aggregates;
    private final CommandRunner commands;
    private final LogProjections projections;
    private final LogHistory history;
    private final LogOnward onward;

    /**
     * What the node brings.
     *
     * @param normaliser version of the normalisation of identifiers; a log of another is refused
     */
    public record Node(Clock clock, Entropy entropy, Sealer sealer, int normaliser) {}

    /** What the rooms bring. */
    public record Model(
            List<EventTypes> events,
            List<Upcaster> upcasters,
            List<AggregateType<?, ?>> aggregates) {}

    /**
     * Bounds.
     *
     * @param patience how long a command, a strong read or a load may take before it is {@link
     *     dev.bonafide.kernel.Unavailable}
     * @param follow how often other nodes' commits are looked for
     * @param folds most states of streams kept in memory
     * @param clockSkewMax how far the node's clock may be off the store's
     */
    public record Settings(Duration patience, Duration follow, int folds, Duration clockSkewMax) {
        private static final Duration SKEW = Duration.ofSeconds(2);

        public Settings(Duration patience, Duration follow, int folds) {
            this(patience, follow, folds, SKEW);
        }

        public static Settings defaults() {
            return new Settings(Duration.ofSeconds(10), Duration.ofMillis(100), 100_000);
        }

        Settings withClockSkewMax(Duration most) {
            return new Settings(patience, follow, folds, most);
        }
    }

    /**
     * Begins or joins the log and follows it from its head.
     *
     * @throws IllegalStateException if the events, upcasters or aggregates contradict each other,
     *     or the node does not belong to this log
     * @throws dev.bonafide.kernel.Unavailable if the store does not answer
     */
    public static EventLog open(Store store, Node node, Model model, Settings settings) {
        return new EventLog(store, node, model, settings);
    }

    private EventLog(Store store, Node node, Model model, Settings settings) {
        CommitCodec codec =
                new CommitCodec(
                        new EventCodec(withOwn(model.events()), model.upcasters()),
                        node.entropy(),
                        node.sealer());
        byte[] id = node.entropy().bytes(16);
        begun =
                new Genesis(store.log(), store.keys(), codec, node.clock(), node.entropy())
                        .begin(id, node.normaliser());
        Head head = store.log().last().map(Head::of).orElseThrow();
        known = new KnownLog(store.log(), head);
        applied = new Applied(head.position());
        StreamReader streams = new StreamReader(store.log(), codec);
        history = new LogHistory(store.log(), streams);
        index = new ReadIndex(store.log(), known, store.shared());
        folds = new LiveFolds(applied, index, streams, settings.folds(), settings.patience());
        tail = new Tail(known, codec, folds, applied, new Erasures(node.sealer()));
        clocks = clocks(store, node, settings);
        follower = new Follower(known, settings.follow(), clocks, Ticker.system());
        appender = appender(store, node, id);
        var step = new CommitStep(codec, appender, applied, observed);
        var events = new LogEventStore(folds, model.aggregates(), step);
        aggregates = new LoadedAggregates(events, model.aggregates());
        commands = runner(node, settings);
        projections = new LogProjections(store, codec, known, applied, id);
        onward = new LogOnward(store.log(), codec, applied);
    }

    private CommandRunner runner(Node node, Settings settings) {
        Backoff backoff = new Backoff(node.entropy());
        return new CommandRunner(applied, folds, backoff, settings.patience(), observed);
    }

    private static ClockCheck clocks(Store store, Node node, Settings settings) {
        return new ClockCheck(store.log(), node.clock(), Ticker.system(), settings.clockSkewMax());
    }

    private Appender appender(Store store, Node node, byte[] id) {
        return new Appender(
                new ObservedLog(store.log(), observed, Ticker.system()),
                known,
                new Appender.Node(node.clock(), id, Turns.of(store, id), clocks));
    }

    private static List<EventTypes> withOwn(List<EventTypes> rooms) {
        List<EventTypes> all = new ArrayList<>(rooms);
        all.add(() -> List.of(LogStarted.class));
        return all;
    }

    /**
     * Takes commands and drives projections from now on. Called once.
     *
     * @param handlers beans whose methods carry Axon's {@code @CommandHandler}
     * @throws IllegalStateException if a command has two handlers, or two projections one name
     */
    public void start(List<?> handlers, List<Projection> views) {
        commands.handlers(handlers);
        projections.start(views);
    }

    public Commands commands() {
        return commands;
    }

    public Folds folds() {
        return folds;
    }

    public Aggregates aggregates() {
        return aggregates;
    }

    public Projections projections() {
        return projections;
    }

    public History history() {
        return history;
    }

    public Onward onward() {
        return onward;
    }

    public IdentifierKey identifierKey() {
        return begun.identifierKey();
    }

    /** The epoch of the log; positions of different epochs are not compared. */
    public long epoch() {
        return begun.log().epoch();
    }

    /** The position that this node has applied. */
    public long position() {
        return applied.position();
    }

    /**
     * The newest position that this node knows of: the store's head as of {@link #sinceLooked} ago.
     */
    public long head() {
        return known.newest();
    }

    /** How long ago the store last told what it has. */
    public Duration sinceLooked() {
        return follower.sinceLooked();
    }

    /** Tells that one from now on, instead of any other. */
    public void observe(Observer observer) {
        observed.by(observer);
    }

    /** Whether this node can append and answer strong reads, and what is wrong if it cannot. */
    public Health health() {
        return Health.of(known.fault(), tail.alive(), appender.unsettledTries(), clocks.problem());
    }

    /**
     * Ends in the order in which work flows, from projections, of which some send commands; what is
     * in flight is answered or said to be unknown.
     */
    @Override
    public void close() {
        follower.close();
        projections.close();
        appender.close();
        index.close();
        tail.close();
        applied.stop();
    }
}

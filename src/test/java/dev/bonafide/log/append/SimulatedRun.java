package dev.bonafide.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.append.SimulatedNode.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Three nodes and a store, and what happens to them, drawn from one seed. */
final class SimulatedRun {
    private static final int STEPS = 250;

    private final Random random;
    private final Fault fault;
    private final SimulatedStore store;
    private final List<SimulatedNode> nodes = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private final Outcomes outcomes = new Outcomes();

    SimulatedRun(Random random, Fault fault) {
        this.fault = fault;
        this.random = random;
        this.store = new SimulatedStore(random);
        for (int i = 0; i < 3; i++) {
            nodes.add(new SimulatedNode(store, random, i, fault));
        }
    }

    Outcomes play() {
        for (int i = 0; i < STEPS; i++) {
            something();
        }
        settle();
        wanted.forEach(outcomes::ask);
        outcomes.check(store.durable());
        return outcomes;
    }

    private void something() {
        int which = random.nextInt(nodes.size());
        SimulatedNode node = nodes.get(which);
        switch (random.nextInt(40)) {
            case 0 -> crash(which);
            case 1 -> giveUp();
            case 2, 3, 4, 5 -> store.tick();
            case 6, 7, 8, 9 -> node.follow();
            case 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 -> node.apply();
            case 20, 21, 22, 23, 24, 25, 26, 27, 28 -> node.step();
            default -> wanted.add(node.want());
        }
    }

    /** Another takes its place; what it had in flight may still arrive. */
    private void crash(int which) {
        nodes.set(which, new SimulatedNode(store, random, which, fault));
    }

    private void giveUp() {
        if (!wanted.isEmpty()) {
            outcomes.ask(wanted.remove(random.nextInt(wanted.size())));
        }
    }

    private void settle() {
        store.heal();
        for (int i = 0; i < 100; i++) {
            nodes.forEach(SimulatedNode::follow);
            nodes.forEach(SimulatedNode::step);
        }
        for (SimulatedNode node : nodes) {
            assertThat(node.idle()).as("settled").isTrue();
            assertThat(node.known().fault()).isEmpty();
        }
    }
}

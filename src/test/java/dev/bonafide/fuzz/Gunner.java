package dev.bonafide.fuzz;

import dev.bonafide.http.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends requests one after the other, and looks at each answer. */
final class Gunner implements AutoCloseable {
    /** Requests until somebody new comes for somebody old. */
    private static final int GENERATION = 1000;

    private static final int PEOPLE = 3;
    private static final Duration STEP = Duration.ofMillis(100);

    private final Range range;
    private final Draw draw;
    private final Words words;
    private final Shots shots;
    private final String mark;

    /** Without a session, as registering and logging in ask for. */
    private final Person nobody = new Person();

    private final Line open;
    private final Line admin;

    /** {@code number} tells it from the others. */
    Gunner(Range range, long seed, int number) {
        this.range = range;
        this.mark = "g" + seed + "-" + number;
        this.draw = new Draw(seed * 1000 + number);
        this.words = new Words(draw, range.target().clock(), mark);
        this.shots = new Shots(draw, new Bodies(draw, words, range.api()), mark);
        this.open = new Line(range.target().port(Route.Listener.PUBLIC));
        this.admin = new Line(range.target().port(Route.Listener.ADMIN));
    }

    void fire(int requests) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            if (i == 0) {
                new Newcomer(this, words).leaves();
            }
            if (i % GENERATION == 0) {
                people.add(new Newcomer(this, words).settled(i == 0));
            }
            if (people.size() > PEOPLE) {
                people.removeFirst();
            }
            fireOnce(draw.oneIn(6) ? nobody : draw.of(people));
        }
    }

    private void fireOnce(Person person) {
        Range.Aim aim = draw.of(range.chances());
        send(aim, shots.next(aim.operation(), port(aim), person), person);
        nobody.forget("token");
    }

    Response ask(Route.Listener listener, String method, String target, Person person) {
        Range.Aim aim = range.aim(listener, method, target);
        return send(aim, shots.good(aim.operation(), port(aim), target, person), person);
    }

    Response tell(Range.Aim aim, String target, Person person, String json) {
        Shot shot = shots.good(aim.operation(), port(aim), target, person);
        return send(aim, shots.good(shot, json), person);
    }

    Range.Aim aim(Route.Listener listener, String method, String target) {
        return range.aim(listener, method, target);
    }

    private Response send(Range.Aim aim, Shot shot, Person person) {
        range.target().forward(STEP);
        Response response = line(aim.listener()).answer(shot.bytes());
        range.results().answered(aim.name(), response.status());
        range.target().witness().answered(response.header("x-request-id"), response.status());
        Shape.wrong(response).ifPresent(wrong -> failed(wrong, shot, response));
        person.learn(aim.operation().path(), response);
        return response;
    }

    private void failed(String wrong, Shot shot, Response response) {
        range.results()
                .failed(
                        "%s: %s\n%s\n-> %d %s"
                                .formatted(
                                        mark,
                                        wrong,
                                        shot.shown(),
                                        response.status(),
                                        response.body()));
    }

    private Line line(Route.Listener listener) {
        return listener == Route.Listener.PUBLIC ? open : admin;
    }

    private int port(Range.Aim aim) {
        return range.target().port(aim.listener());
    }

    @Override
    public void close() {
        open.close();
        admin.close();
    }
}

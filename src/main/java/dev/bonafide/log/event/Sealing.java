package dev.bonafide.log.event;

import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.log.Upcaster.Shape;

/**
 * The event that is being written, so that fresh values are sealed for the place where they will
 * stand.
 *
 * @param event id of the event
 * @param shape the name and revision it is stored under
 */
record Sealing(String event, Shape shape, Sealer sealer) {
    Sealed.Closed close(Sealed value, String field) {
        var place = new Sealed.Place(event, shape.name(), shape.revision(), field);
        return switch (value) {
            case Sealed.Fresh fresh -> sealer.seal(fresh, place);
            case Sealed.Closed closed -> unmoved(closed, place);
        };
    }

    /** A closed value opens only where it stands, so it can be written back but never copied. */
    private static Sealed.Closed unmoved(Sealed.Closed closed, Sealed.Place place) {
        if (!closed.place().equals(place)) {
            throw new IllegalArgumentException(
                    "a sealed value of another place can't be stored in "
                            + place.name()
                            + "/"
                            + place.field()
                            + ": open it and seal it anew");
        }
        return closed;
    }
}

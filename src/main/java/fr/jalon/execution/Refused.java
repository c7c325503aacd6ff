package fr.jalon.execution;

import java.util.List;

/** An operation is not run; the failure tells the client why. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    Refused(Failure failure) {
        // Told to the client, never traced: no stack is worth its cost.
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    /** Fails where there is too much of something; the text says of what, with {@code %s} for the number. */
    static void beyond(String found, long number, long most, Place place) {
        if (number > most) {
            String message = "%s; at most %s are allowed. Ask in parts.".formatted(found.formatted(number), most);
            throw new Refused(new Failure(ErrorCode.TOO_COSTLY, message, place.path(), place.locations()));
        }
    }

    static Refused badRequest(String message) {
        return new Refused(Failure.of(ErrorCode.BAD_REQUEST, message));
    }

    List<Failure> failures() {
        return List.of(failure);
    }
}

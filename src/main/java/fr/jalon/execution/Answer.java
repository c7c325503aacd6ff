package fr.jalon.execution;

import fr.jalon.answer.JsonBuffer;
import java.util.List;
import java.util.Map;

/**
 * An operation's answer.
 *
 * @param data as JSON
 * @param failures of fields that are null for them
 * @param cost the number of its rows as estimated before it was read
 * @param extensions what was asked for beside the data
 */
record Answer(JsonBuffer data, List<Failure> failures, long cost, Map<String, Object> extensions) {

    /** The same answer, and what else is told of it. */
    Answer with(long rows, Map<String, Object> told) {
        return new Answer(data, failures, rows, told);
    }
}

package fr.jalon.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Goes through all actions page by page. */
final class Walk {

    private static final int PAGE = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Walk() {}

    /** The cursor behind that many actions, in thousands. */
    static String cursorAt(Subject subject, int actions) {
        Question question = Question.of("ids");
        String cursor = "";
        for (int seen = 0; seen < actions; seen += PAGE) {
            cursor = endCursor(subject.answer(question).text());
            question = question.with("after", cursor);
        }
        return cursor;
    }

    private static String endCursor(String answer) {
        try {
            return JSON.readTree(answer).at("/data/actions/pageInfo/endCursor").textValue();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package fr.jalon.tabular;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table row by row, keeping no more than a few of them. */
interface TableWriter extends AutoCloseable {

    /** The cells of a row as JSON gave them, one for each column. */
    void row(List<@Nullable Object> cells) throws IOException;

    /** A last row that says why there are no more. */
    void cutShort(String reason) throws IOException;

    /** Ends the table, so that all of it is written. */
    @Override
    void close() throws IOException;
}

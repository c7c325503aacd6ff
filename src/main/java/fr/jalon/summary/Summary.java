package fr.jalon.summary;

import java.util.List;

/** What the graph tells of a period, for a session of the CIAD; {@link SummaryFormat} writes it. */
public record Summary(String title, List<Block> blocks) {}

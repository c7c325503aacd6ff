package fr.jalon.seed.check;

import fr.jalon.period.Period;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedCitation;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.source.SourceText;
import fr.jalon.seed.source.SourceTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines that records cite, as far as the texts of their documents are at hand. */
final class CitedLines {

    private final SeedIndex index;
    private final Fields fields;
    private final SourceTexts texts;

    CitedLines(SeedIndex index, Fields fields, SourceTexts texts) {
        this.index = index;
        this.fields = fields;
        this.texts = texts;
    }

    /** The places of a record in texts. */
    record Passage(List<Lines> places) {

        /** Some lines of a text. */
        record Lines(SourceText text, SeedCitation citation) {

            private boolean print(String id, List<String> words) {
                return id.startsWith(Meaning.PERIOD_ID)
                        ? text.prints(Period.ofId(id), citation.first(), citation.last())
                        : words.stream().anyMatch(each -> text.prints(each, citation.first(), citation.last()));
            }
        }

        /** Whether a value stands at one of the places, or at each: a period by its id, anything else in one of the words. */
        boolean prints(String id, List<String> words, boolean everywhere) {
            Predicate<Lines> print = each -> each.print(id, words);
            return everywhere
                    ? places.stream().allMatch(print)
                    : places.stream().anyMatch(print);
        }

        boolean isOneLine() {
            return places.size() == 1
                    && places.get(0).citation().first()
                            == places.get(0).citation().last();
        }

        /** The places as problems name them. */
        String shown() {
            return places.stream()
                    .collect(Collectors.groupingBy(
                            each -> each.citation().document().id()))
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(each -> (isOneLine() ? "line " : "lines ")
                            + each.getValue().stream()
                                    .map(Lines::citation)
                                    .sorted(Comparator.comparingInt(SeedCitation::first))
                                    .map(Passage::numbers)
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + " of " + each.getKey())
                    .collect(Collectors.joining(" and "));
        }

        private static String numbers(SeedCitation citation) {
            return citation.first() == citation.last()
                    ? String.valueOf(citation.first())
                    : citation.first() + "-" + citation.last();
        }
    }

    /** Where a record is stated, or what lives inside it as well; nothing where a text of a place is not at hand. */
    Optional<Passage> passage(SeedRecord owner, boolean inside) {
        List<Passage.Lines> places = new ArrayList<>();
        Stream<String> owners = inside ? Stream.concat(Stream.of(owner.id()), inside(owner)) : Stream.of(owner.id());
        for (SeedCitation each :
                (Iterable<SeedCitation>) owners.map(index::citations).flatMap(List::stream)::iterator) {
            Optional<SourceText> text = text(each);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            places.add(new Passage.Lines(text.get(), each));
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(new Passage(places));
    }

    /** Every citation ends within its text. */
    void check(SeedDraft draft, Problems problems) {
        for (SeedCitation each : draft.citations()) {
            text(each)
                    .filter(text -> each.last() > text.length())
                    .ifPresent(text -> index.find(each.owner())
                            .ifPresent(owner -> problems.add(
                                    owner.location(RecordKeys.AT),
                                    "line %s of %s"
                                            .formatted(
                                                    each.last(), each.document().id()),
                                    "a line up to its last, " + text.length())));
        }
    }

    /** The text that a place is in, if it is at hand. */
    Optional<SourceText> text(SeedCitation citation) {
        return index.find(citation.document().id()).flatMap(texts::text);
    }

    /** Ids of what lives inside a record and is stated itself. */
    private Stream<String> inside(SeedRecord owner) {
        return owner.type().fields().values().stream()
                .filter(field -> fields.leadsInside(field) && !field.name().equals(Fields.INFERENCES))
                .flatMap(field -> index.others(owner.id(), owner.type(), field.name()).stream());
    }
}

package fr.jalon.seed.export;

import fr.jalon.neo4j.Graph;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.file.SeedSchema;
import fr.jalon.seed.load.ChangeFiles;
import fr.jalon.seed.record.RecordKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A graph written as seed files, which load to the same graph. */
public final class Export {

    private final List<SeedFile> files;
    private final int records;
    private final LeftOut leftOut;

    private Export(List<SeedFile> files, int records, LeftOut leftOut) {
        this.files = files;
        this.records = records;
        this.leftOut = leftOut;
    }

    /** Reads the graph, whatever wrote it; throws {@link ExportException} when files cannot say what it holds. */
    public static Export of(Graph graph, Contract contract) {
        ExportedGraph stored = read(graph, contract);
        RecordKeys keys = new RecordKeys(contract);
        WrittenEdges edges = new WrittenEdges(contract, keys, stored);
        ExportedRecords records =
                new ExportedRecords(keys, stored, edges, new ExportedCitations(contract, stored, edges));
        List<SeedFile> files = new ExportedFiles(contract, stored, edges, records).files();
        Seed seed = new Seed(contract, files);
        new ExportCheck(keys, stored, edges).check(files, seed);
        int count = seed.counts().values().stream().mapToInt(Integer::intValue).sum();
        if (count == 0) {
            throw new ExportException("the graph is empty; `jalon load` fills it");
        }
        List<SeedFile> all = new ArrayList<>(files);
        all.add(new SeedFile(SeedFolder.SCHEMA, SeedSchema.of(contract)));
        ChangeFiles.of(stored.changes()).forEach((path, text) -> all.add(new SeedFile(path, text)));
        return new Export(all, count, stored.leftOut());
    }

    /** Statements of one transaction may each see another state, so nothing may have happened while they ran. */
    private static ExportedGraph read(Graph graph, Contract contract) {
        String version = graph.version();
        ExportedGraph stored = graph.read(transaction -> ExportedGraph.read(transaction, contract));
        if (!graph.version().equals(version)) {
            throw new ExportException("the graph was changed while it was read; try again");
        }
        return stored;
    }

    /** The files, the one for editors included. */
    List<SeedFile> files() {
        return files;
    }

    /** How many records the files hold, those that live inside others included. */
    public int records() {
        return records;
    }

    /** How long the files are altogether. */
    public long bytes() {
        return files.stream()
                .mapToLong(file -> file.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** What the graph holds and seed files have no place for, a line for each kind. */
    public List<String> leftOut() {
        return leftOut.lines();
    }

    /** Whether an export can be written to a folder: it is empty, or not there yet. */
    public static boolean isFree(Path folder) {
        return new NewFolder(folder).isFree();
    }

    /** Writes all files to a folder that is free, or nothing; throws {@link java.io.UncheckedIOException}. */
    public void write(Path folder) {
        new NewFolder(folder).write(files);
    }
}

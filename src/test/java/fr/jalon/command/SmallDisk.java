package fr.jalon.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A disk of 64 KiB in memory, which only an administrator may mount. */
record SmallDisk(Path path) implements AutoCloseable {

    /** Skips the test where nobody may. */
    static SmallDisk mount(Path folder) {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64k", "jalon-test", folder.toString()),
                "only an administrator may mount a disk");
        return new SmallDisk(folder);
    }

    @Override
    public void close() {
        run("umount", path.toString());
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

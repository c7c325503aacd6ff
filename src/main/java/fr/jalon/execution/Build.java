package fr.jalon.execution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Which build of the program runs, told by what it consists of: any other class, template, example, contract or library
 * makes another build, even of the same version.
 *
 * <p>The directory of a jar tells the checksum of everything in it
 * (<a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format Specification, 4.3.12</a>), so
 * that a start does not read the jar itself.
 */
public final class Build {

    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int SIZE_AT = 12;
    private static final int OFFSET_AT = 16;

    private Build() {}

    /** The build that runs: 16 hexadecimal digits. */
    public static String running() {
        return Running.BUILD;
    }

    private static final class Running {
        private static final String BUILD = of(program());

        private static Path program() {
            try {
                return Path.of(Build.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("where the program lies is no address", e);
            }
        }
    }

    /** The build in a jar, or in a folder of classes and resources. */
    static String of(Path program) {
        try {
            return digest(Files.isDirectory(program) ? files(program) : directory(program));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two checksums of 32 bits that fail differently; both are a matter of milliseconds for megabytes. */
    private static String digest(byte[] content) {
        CRC32 one = new CRC32();
        one.update(content);
        CRC32C other = new CRC32C();
        other.update(content);
        ByteBuffer both = ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt((int) one.getValue())
                .putInt((int) other.getValue());
        return HexFormat.of().formatHex(both.array());
    }

    /** The same for a folder as the directory of a jar: names and checksums. */
    private static byte[] files(Path folder) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                String entry = folder.relativize(file) + " " + digest(Files.readAllBytes(file)) + "\n";
                all.writeBytes(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        return all.toByteArray();
    }

    private static byte[] directory(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END + LONGEST_COMMENT);
            ByteBuffer tail =
                    ByteBuffer.wrap(read(file, file.length() - length, length)).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = length - END; at >= 0; at--) {
                if (tail.getInt(at) == END_SIGNATURE) {
                    long offset = Integer.toUnsignedLong(tail.getInt(at + OFFSET_AT));
                    return read(file, offset, tail.getInt(at + SIZE_AT));
                }
            }
            throw new IOException("%s is not a jar".formatted(jar));
        }
    }

    private static byte[] read(RandomAccessFile file, long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return bytes;
    }
}

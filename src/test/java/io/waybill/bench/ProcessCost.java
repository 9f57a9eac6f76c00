package io.waybill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time and memory of processes as Linux counts them under /proc. */
final class ProcessCost {
    private static final double TICKS_PER_SECOND = 100;
    private static final Path PROC = Path.of("/proc");

    private ProcessCost() {}

    /** The times of one process: its own, and those of children that ended. */
    private record Times(long pid, long parent, long ticks) {
        static Times of(Path process) {
            try {
                var stat = Files.readString(process.resolve("stat"));
                // the command's name stands in brackets and may hold anything
                var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                long ticks = 0;
                for (int i = 11; i <= 14; i++) {
                    ticks += Long.parseLong(fields[i]);
                }
                return new Times(Long.parseLong(process.getFileName().toString()), Long.parseLong(fields[1]), ticks);
            } catch (IOException e) {
                return new Times(0, 0, 0);
            }
        }
    }

    /** User and system seconds of a process and of its children that have ended. */
    static double cpuSeconds(long pid) {
        return Times.of(PROC.resolve(Long.toString(pid))).ticks / TICKS_PER_SECOND;
    }

    /** As {@link #cpuSeconds(long)}, with its children that live; right for a postmaster, whose backends come and go. */
    static double familyCpuSeconds(long pid) {
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                            .filter(process -> Character.isDigit(
                                    process.getFileName().toString().charAt(0)))
                            .map(Times::of)
                            .filter(times -> times.pid == pid || times.parent == pid)
                            .mapToLong(Times::ticks)
                            .sum()
                    / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new IllegalStateException("The benchmark needs Linux's /proc to count processor time", e);
        }
    }

    static long parent(long pid) {
        return Times.of(PROC.resolve(Long.toString(pid))).parent;
    }

    /** Resident megabytes of a process now, 0 when it is gone. */
    static long residentMegabytes(long pid) {
        try (var lines = Files.lines(PROC.resolve(pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the memory of process " + pid, e);
        }
    }
}

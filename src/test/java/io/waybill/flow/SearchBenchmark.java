package io.waybill.flow;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What it costs to rank 1,000 products by what a customer wrote. Run by hand, on the test class path. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class SearchBenchmark {

    private static final List<String> THINGS = List.of(
            "Gas cylinder", "Tea leaves", "Ground coffee", "Sugar", "Maize flour", "Pishori rice", "Bar soap", "Crème");

    @Param({"mujhe chai chahiye", "2 kg suger", "cylinder 6kg please, and a regulator for it"})
    public String said = "";

    private final List<Search.Entry> products = IntStream.range(0, 1_000)
            .mapToObj(i -> new Search.Entry(
                    "%s %d kg no. %d".formatted(THINGS.get(i % THINGS.size()), 1 + i % 20, i),
                    "SKU-%d From the highlands, sold by weight and delivered at your door".formatted(i)))
            .toList();

    public static void main(String[] args) throws Exception {
        new Runner(new OptionsBuilder().include(SearchBenchmark.class.getName()).build()).run();
    }

    @Benchmark
    public List<Integer> rank() {
        return Search.rank(said, products);
    }
}

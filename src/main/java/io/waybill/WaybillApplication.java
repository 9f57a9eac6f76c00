package io.waybill;

import io.waybill.command.ErpCommand;
import io.waybill.command.EvidenceCommand;
import io.waybill.command.FlowCommand;
import io.waybill.command.WhatsAppCommand;
import io.waybill.home.EndWithoutMemory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.mustache.MustacheAutoConfiguration;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Starts the gateway between WhatsApp and an ERP. */
@SpringBootApplication(exclude = MustacheAutoConfiguration.class)
@EnableScheduling
public class WaybillApplication {

    /** More than there are; a thread that waits for its turn costs a few hundred bytes. */
    private static final int SCHEDULED_LOOKS = 32;

    /** What is under way when the gateway stops comes to its end; nothing is broken off in the middle of a statement. */
    private static final Duration LAST_LOOKS = Duration.ofSeconds(5);

    /** Whoever loads a class holds on to one of them, and may wait for a virtual thread that has none. */
    private static final String CARRIERS = "32";

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(FlowCommand.NAME)) {
            System.exit(FlowCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals(ErpCommand.NAME)) {
            System.exit(ErpCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals(WhatsAppCommand.NAME)) {
            System.exit(WhatsAppCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals(EvidenceCommand.NAME)) {
            System.exit(EvidenceCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        System.setProperty("jdk.virtualThreadScheduler.parallelism", CARRIERS);
        Thread.setDefaultUncaughtExceptionHandler(new EndWithoutMemory(Runtime.getRuntime()::halt));
        SpringApplication.run(WaybillApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** A thread for each of the looks that are scheduled: some wait for an ERP or for Meta, and none runs beside itself. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        ThreadPoolTaskScheduler scheduler = builder.poolSize(SCHEDULED_LOOKS)
                .awaitTermination(true)
                .awaitTerminationPeriod(LAST_LOOKS)
                .build();
        scheduler.setVirtualThreads(true);
        return scheduler;
    }

    /** Random ids of sessions: small letters and digits, 64 bits. */
    @Bean
    Supplier<String> ids() {
        SecureRandom random = new SecureRandom();
        return () -> Long.toUnsignedString(random.nextLong(), Character.MAX_RADIX);
    }

    /** Ids that go with a webhook call and all it causes. */
    @Bean
    Supplier<String> traces() {
        return () -> HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}

package io.brenier.platform.security.key;

import io.brenier.platform.Ids;
import io.brenier.platform.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * API keys without a running service: {@code --brenier.command=…} starts no server and no queue, only the database. The answer goes to the
 * standard output, and nothing else does.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@Import({ApiKeys.class, ApiKeyTable.class, Ids.class})
public class ApiKeyCommands {

    private static final String COMMAND = "brenier.command";
    private static final int MOST_LISTED = 10_000;

    /** Whether the arguments of the program name a command. */
    public static boolean areMeant(String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("--" + COMMAND));
    }

    public static void run(String... arguments) {
        new SpringApplicationBuilder(ApiKeyCommands.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(Map.of("logging.threshold.console", "error", "logging.threshold.file", "off"))
                .run(arguments)
                .close();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ApplicationRunner command(ApiKeys keys, Clock clock) {
        return arguments -> {
            try {
                execute(arguments, keys, clock);
            } catch (ProblemException refused) {
                throw new CommandRefusedException(refused.detail());
            }
        };
    }

    private static void execute(ApplicationArguments arguments, ApiKeys keys, Clock clock) {
        String command = required(arguments, COMMAND);
        switch (command) {
            case "create-api-key" ->
                IO.println(keys.create(new NewApiKey(
                                required(arguments, "owner"),
                                optional(arguments, "name", "made by command"),
                                ApiKeyRequest.scope(required(arguments, "scope")),
                                expiry(arguments, clock)))
                        .secret()
                        .reveal());
            case "list-api-keys" ->
                keys.page(null, MOST_LISTED).forEach(key -> IO.println(String.join("\t", columns(key))));
            case "revoke-api-key" ->
                IO.println(keys.revoke(id(required(arguments, "id"))).id());
            default -> throw new CommandRefusedException("there is no command '%s'".formatted(command));
        }
    }

    private static List<String> columns(ApiKey key) {
        return List.of(
                key.id().toString(),
                key.hint(),
                key.owner(),
                key.scope().wireName(),
                key.revokedAt() != null
                        ? "revoked " + key.revokedAt()
                        : key.expiresAt() != null ? "until " + key.expiresAt() : "unlimited",
                key.name());
    }

    private static @Nullable Instant expiry(ApplicationArguments arguments, Clock clock) {
        String given = optional(arguments, "expires-in", "");
        if (given.isEmpty()) {
            return null;
        }
        try {
            Duration lasting = DurationStyle.detectAndParse(given);
            return clock.instant().plus(lasting);
        } catch (IllegalArgumentException none) {
            throw new CommandRefusedException("--expires-in is '%s'; write it like 12h or 90d".formatted(given));
        }
    }

    private static UUID id(String given) {
        return Ids.parse(given)
                .orElseThrow(() -> new CommandRefusedException("'%s' is no id of a key".formatted(given)));
    }

    private static String required(ApplicationArguments arguments, String option) {
        String given = optional(arguments, option, "");
        if (given.isEmpty()) {
            throw new CommandRefusedException("--%s is missing".formatted(option));
        }
        return given;
    }

    private static String optional(ApplicationArguments arguments, String option, String otherwise) {
        List<String> given = arguments.getOptionValues(option);
        return given == null || given.isEmpty() ? otherwise : given.getLast();
    }
}

package io.waybill.database;

import io.waybill.home.Home;
import io.waybill.home.Misconfigured;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uses the embedded database unless {@code spring.datasource.url} names another one. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final String URL = "spring.datasource.url";
    private static final String EMBEDDED = "embedded";
    private static final String USERNAME = "spring.datasource.username";
    private static final String PASSWORD = "spring.datasource.password";

    /** Before anything connects: the driver would try the name of the operating system's user instead. */
    @Bean
    static BeanFactoryPostProcessor wholeDataSource(Environment environment) {
        return beans -> requireWhole(
                environment.getProperty(URL),
                environment.getProperty(USERNAME, ""),
                environment.getProperty(PASSWORD, ""));
    }

    private static void requireWhole(@Nullable String url, String username, String password) {
        if (url == null) {
            requireNone(USERNAME, username);
            requireNone(PASSWORD, password);
            return;
        }
        if (url.equals(EMBEDDED)) {
            return;
        }
        if (url.isBlank()) {
            throw new Misconfigured(
                    URL + " is empty: name a database, or remove the property to use the embedded one.");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Misconfigured(
                    URL + " names no PostgreSQL: it looks like jdbc:postgresql://db.example.com:5432/waybill.");
        }
        if (username.isBlank() && !url.contains("user=")) {
            throw new Misconfigured(URL + " is set, but " + USERNAME + " is not: say who connects to the database.");
        }
    }

    private static void requireNone(String name, String value) {
        if (!value.isBlank()) {
            throw new Misconfigured(
                    "%s is set, but %s is not: name the database, or remove both to use the embedded one."
                            .formatted(name, URL));
        }
    }

    /** After the migrations: the number of the node comes from a sequence. */
    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    Node node(DataSource dataSource) throws SQLException {
        return Node.join(dataSource);
    }

    /** Beside the embedded database a key is kept; nodes on a database of their own have to be given the same one. */
    @Bean
    SecretBox secretBox(Environment environment, Home home, JdbcClient jdbc) {
        String key = environment.getProperty(SecretBox.PROPERTY, "").strip();
        boolean embedded = environment.getProperty(URL, EMBEDDED).equals(EMBEDDED);
        return new SecretsKey(jdbc)
                .checked(key.isEmpty() && embedded ? SecretBox.kept(home) : SecretBox.of(key.isEmpty() ? null : key));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = URL, matchIfMissing = true, havingValue = EMBEDDED)
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedDatabase embeddedDatabase(Home home) {
            return EmbeddedDatabase.start(home.data());
        }

        @Bean
        JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return "postgres";
                }

                @Override
                public String getPassword() {
                    return "postgres";
                }

                @Override
                public String getJdbcUrl() {
                    return database.jdbcUrl();
                }
            };
        }
    }
}

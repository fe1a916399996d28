package se.framsteg.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import se.framsteg.testing.FramstegTest;

@FramstegTest
class SessionsInDatabaseTest {
    @Autowired
    private ConfigurableListableBeanFactory beans;

    @Test
    void theClearingOfEndedSessionsBeginsWhenTheDatabaseHasItsTables() {
        assertThat(beans.getDependenciesForBean("sessionsOnPostgresql")).contains("flywayInitializer");
    }
}

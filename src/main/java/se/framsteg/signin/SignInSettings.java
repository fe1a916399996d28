package se.framsteg.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signing in behaves.
 *
 * @param idle how long a staff session lives without a request
 * @param setUpLinkLives how long the set-up link of an empty installation is valid
 * @param passwordLinkLives how long a link for choosing a password is valid
 */
@ConfigurationProperties("framsteg.sign-in")
record SignInSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("1h") Duration setUpLinkLives,
        @DefaultValue("7d") Duration passwordLinkLives) {}

package se.framsteg;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import se.framsteg.seal.CheckStart;

/** The whole application: one process, rooms as packages, see {@code docs/} for their picture. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(
        systemName = "Framsteg",
        sharedModules = {"shared", "ui"})
public class Framsteg {

    public static void main(String[] args) {
        if (CheckStart.isAskedFor(args)) {
            System.exit(CheckStart.run(args, System.out));
        }
        SpringApplication.run(Framsteg.class, args);
    }
}

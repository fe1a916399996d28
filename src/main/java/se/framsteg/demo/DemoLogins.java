package se.framsteg.demo;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.signin.DemoAccounts.Account;
import se.framsteg.signin.DemoAccounts.Source;

/** The accounts that a demo installation tells everybody. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoLogins implements Source {
    static final String PASSWORD = "stegvis-framat";

    @Override
    public List<Account> accounts() {
        return List.of(
                account("LEAD", "ledare@ekby.example"),
                account("CASEWORKER", "coach1@ekby.example"),
                account("CASEWORKER_IPS", "coach1@hammarnas.example"),
                account("TEAM_MEMBER", "frida@fk.example"),
                account("ASSOCIATION_OFFICER", "ingrid@kansli.example"),
                account("BOARD", "staffan@kansli.example"),
                account("ORGANISATION_ADMINISTRATOR", "admin@ekby.example"),
                account("SNOOP", DemoSnoop.EMAIL),
                account("SYSTEM_ADMINISTRATOR", "sigge@kansli.example"));
    }

    private static Account account(String role, String email) {
        return new Account("demo.account." + role, email, PASSWORD);
    }
}

package se.framsteg.signin;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The accounts that a demo installation shows on its sign-in page. Without demo there are none. */
@Component
public class DemoAccounts {
    private final ObjectProvider<Source> source;

    DemoAccounts(ObjectProvider<Source> source) {
        this.source = source;
    }

    /**
     * One account to try.
     *
     * @param roleKey text key of what the account is
     */
    public record Account(String roleKey, String email, String password) {}

    /** Supplied by the demo population alone. */
    public interface Source {
        List<Account> accounts();
    }

    List<Account> accounts() {
        return source.stream().flatMap(one -> one.accounts().stream()).toList();
    }
}

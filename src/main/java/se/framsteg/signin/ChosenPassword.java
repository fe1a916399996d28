package se.framsteg.signin;

import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.ui.Fields;

/** Reads a new password from the fields {@code password} and {@code repeated}. */
@Component
class ChosenPassword {
    private final PasswordRules rules;

    ChosenPassword(PasswordRules rules) {
        this.rules = rules;
    }

    String read(Fields fields, List<String> about) {
        var password = fields.value("password");
        rules.problem(password, about).ifPresent(problem -> fields.fail("password", problem, PasswordRules.SHORTEST));
        if (!password.equals(fields.value("repeated"))) {
            fields.fail("repeated", "password.differ");
        }
        return password;
    }
}

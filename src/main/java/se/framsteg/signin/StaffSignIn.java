package se.framsteg.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.framsteg.access.Throttle;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.Secrets;
import se.framsteg.shared.StaffId;

/** Checks e-mail and password. */
@Component
class StaffSignIn {
    private final StaffRegister staff;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    private final String hashOfNothing;

    StaffSignIn(StaffRegister staff, PasswordEncoder passwords, Throttle throttle) {
        this.staff = staff;
        this.passwords = passwords;
        this.throttle = throttle;
        this.hashOfNothing = passwords.encode(Secrets.create(20));
    }

    sealed interface Result {
        record In(StaffId staff) implements Result {}

        /** Unknown account, wrong password and closed account alike. */
        record Refused() implements Result {}

        record TooMany(Duration pause) implements Result {}
    }

    /** A pause as people are told it: whole minutes, at least one. */
    static long minutes(Duration pause) {
        return Math.max(1, pause.plusSeconds(59).toMinutes());
    }

    Result attempt(String email, String password, String address) {
        var account = email.strip().toLowerCase(Locale.ROOT);
        var ofAccount = Throttle.Key.account(account);
        var ofAddress = Throttle.Key.address(address);
        // The address first: one that has to wait must not add failures to accounts that it never tried.
        var pause = throttle.begin(ofAddress).or(() -> throttle.begin(ofAccount));
        if (pause.isPresent()) {
            return new Result.TooMany(pause.get());
        }
        var found = check(account, password);
        if (found.isEmpty()) {
            return new Result.Refused();
        }
        throttle.forget(ofAccount);
        throttle.succeeded(ofAddress);
        return new Result.In(found.get());
    }

    /** Takes as long for an unknown account as for a wrong password. */
    private Optional<StaffId> check(String email, String password) {
        var credentials = staff.credentials(email);
        var hash = credentials.flatMap(StaffRegister.Credentials::passwordHash).orElse(hashOfNothing);
        var tried = password.length() > PasswordRules.LONGEST ? "" : password;
        return passwords.matches(tried, hash) && hash != hashOfNothing
                ? credentials.map(StaffRegister.Credentials::staff)
                : Optional.empty();
    }
}

package io.waybill.access;

import io.waybill.access.Invites.Link;
import io.waybill.access.UserAdministration.LastAdministrator;
import io.waybill.access.UserAdministration.Person;
import io.waybill.access.UserAdministration.Rights;
import java.security.Principal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Who may sign in, and what they may do. */
@RestController
@RequestMapping("/api/v1/users")
@Needs(Permission.PEOPLE_MANAGE)
class UserController {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,59}");
    private static final String PAGE = "/invite?token=";

    private final UserAdministration users;

    UserController(UserAdministration users) {
        this.users = users;
    }

    /** By name; with the roles there are, and what each may do. */
    @GetMapping
    UserList all() {
        return new UserList(
                users.all().stream().map(UserView::of).toList(),
                Arrays.stream(Role.values()).map(RoleView::of).toList());
    }

    /** Somebody new. Give them the link: by it they set their password. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    InvitedUser invite(@RequestBody NewUser wanted, Principal by) {
        String name = Objects.requireNonNullElse(wanted.username(), "").strip();
        if (!NAME.matcher(name).matches()) {
            throw unfit(
                    "\"username\" is up to 60 letters, digits, spaces and . _ @ -, and begins with a letter or a digit.");
        }
        if (name.equalsIgnoreCase(Account.DEMO.name())) {
            throw unfit("\"%s\" is who looks around without a password. Choose another name.".formatted(name));
        }
        Link link = users.invite(name, rights(wanted.roles(), wanted.money(), wanted.personalData()), by.getName())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT, "There is somebody called %s already.".formatted(name)));
        return new InvitedUser(view(name), LinkView.of(link));
    }

    @PutMapping("/{username}")
    UserView change(@PathVariable String username, @RequestBody NewRights wanted) {
        mustExist(username);
        users.change(username, rights(wanted.roles(), wanted.money(), wanted.personalData()));
        return view(username);
    }

    /** They cannot sign in any more, and what they have open is over at once. */
    @PostMapping("/{username}/disable")
    UserView disable(@PathVariable String username) {
        mustExist(username);
        users.disable(username);
        return view(username);
    }

    @PostMapping("/{username}/enable")
    UserView enable(@PathVariable String username) {
        mustExist(username);
        users.enable(username);
        return view(username);
    }

    /** A new link to set a password by, for whoever has lost theirs or the link before. */
    @PostMapping("/{username}/link")
    LinkView link(@PathVariable String username, Principal by) {
        Person person = mustExist(username);
        if (person.outside()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "%s signs in by another system, without a password.".formatted(username));
        }
        if (person.disabledAt() != null) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "%s is disabled. Enable them first.".formatted(username));
        }
        return LinkView.of(users.link(username, by.getName()));
    }

    /** Wherever they are signed in. */
    @PostMapping("/{username}/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@PathVariable String username) {
        mustExist(username);
        users.signOut(username);
    }

    @ExceptionHandler
    ProblemDetail lastAdministrator(LastAdministrator e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
    }

    private UserView view(String username) {
        return UserView.of(mustExist(username));
    }

    private Person mustExist(String username) {
        return users.find(username)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is nobody called %s.".formatted(username)));
    }

    private static Rights rights(
            @Nullable List<String> names, @Nullable Boolean money, @Nullable Boolean personalData) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : Objects.requireNonNullElse(names, List.<String>of())) {
            roles.add(Role.of(name)
                    .orElseThrow(() -> unfit(
                            "There is no role %s. There are %s.".formatted(name, Arrays.toString(Role.values())))));
        }
        if (roles.isEmpty()) {
            throw unfit("\"roles\" lists at least one of %s.".formatted(Arrays.toString(Role.values())));
        }
        return new Rights(roles, money, personalData);
    }

    private static ResponseStatusException unfit(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    /**
     * @param money whether they see amounts whatever their roles say; null: as these say
     * @param personalData the same for personal data of customers
     */
    record NewUser(
            @Nullable String username,
            @Nullable List<String> roles,
            @Nullable Boolean money,
            @Nullable Boolean personalData) {}

    /** All of them anew; see {@link NewUser}. */
    record NewRights(
            @Nullable List<String> roles,
            @Nullable Boolean money,
            @Nullable Boolean personalData) {}

    record UserList(List<UserView> users, List<RoleView> roles) {}

    record RoleView(Role role, String title, String job, Set<Permission> permissions) {

        static RoleView of(Role role) {
            return new RoleView(role, role.title(), role.job(), role.permissions());
        }
    }

    /**
     * @param state invited, active or disabled
     * @param outside another system vouches for them, and says their roles each time they sign in
     * @param linkUntil until when a link to set a password by is good; null: there is none
     */
    record UserView(
            String username,
            Set<Role> roles,
            @Nullable Boolean money,
            @Nullable Boolean personalData,
            String state,
            boolean outside,
            Instant createdAt,
            @Nullable Instant signedInAt,
            @Nullable Instant linkUntil) {

        static UserView of(Person person) {
            String state = person.disabledAt() != null
                    ? "disabled"
                    : person.hasPassword() || person.outside() ? "active" : "invited";
            return new UserView(
                    person.name(),
                    person.rights().roles(),
                    person.rights().money(),
                    person.rights().personalData(),
                    state,
                    person.outside(),
                    person.createdAt(),
                    person.signedInAt(),
                    person.linkUntil());
        }
    }

    record InvitedUser(UserView user, LinkView link) {}

    /** @param path of the page to set a password on; it is not shown again */
    record LinkView(String path, Instant validUntil) {

        static LinkView of(Link link) {
            return new LinkView(PAGE + link.token(), link.validUntil());
        }

        @Override
        public String toString() {
            return "LinkView[validUntil=%s]".formatted(validUntil);
        }
    }
}

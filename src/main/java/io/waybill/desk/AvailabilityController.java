package io.waybill.desk;

import io.waybill.access.Caller;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.desk.Availability.Person;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** People say whether they are there. */
@RestController
@RequestMapping("/api/v1")
@Needs({})
class AvailabilityController {

    private final Availability people;

    AvailabilityController(Availability people) {
        this.people = people;
    }

    record NewAvailability(@Nullable Boolean available) {}

    record PeopleList(List<Person> people) {}

    @PutMapping("/me/availability")
    Person say(@RequestBody NewAvailability wanted, Authentication me) {
        Boolean available = wanted.available();
        if (available == null) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "\"available\" is true, or false for away.");
        }
        people.say(me.getName(), Caller.roles(me), available);
        return found(me).orElseThrow();
    }

    /** 404 for somebody who has never said anything. */
    @GetMapping("/me/availability")
    Person mine(Authentication me) {
        return found(me)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "%s has not said yet whether they are available.".formatted(me.getName())));
    }

    /** All who have ever said something, by name. */
    @GetMapping("/people")
    @Needs(Permission.CHATS_READ)
    PeopleList all() {
        return new PeopleList(people.all());
    }

    private Optional<Person> found(Authentication me) {
        return people.all().stream()
                .filter(person -> person.name().equals(me.getName()))
                .findFirst();
    }
}

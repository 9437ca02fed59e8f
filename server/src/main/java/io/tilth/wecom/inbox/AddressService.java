package io.tilth.wecom.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tilth.kernel.Ids;
import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.kernel.TilthSettings;
import io.tilth.tenancy.Tenants;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Envelopes.Seal;
import io.tilth.wecom.inbox.AddressRepository.Place;
import io.tilth.wecom.inbox.AddressRepository.Sealed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class AddressService implements CallbackAddresses {

    /** What was sent to the former address before WeCom learnt the new one may still be on its way. */
    private static final Duration AFTERLIFE = Duration.ofHours(1);

    private final AddressRepository addresses;
    private final CallbackRepository callbacks;
    private final Tenants tenants;
    private final Secrets secrets;
    private final TilthSettings settings;
    private final Clock clock;

    AddressService(
            AddressRepository addresses,
            CallbackRepository callbacks,
            Tenants tenants,
            Secrets secrets,
            TilthSettings settings,
            Clock clock) {
        this.addresses = addresses;
        this.callbacks = callbacks;
        this.tenants = tenants;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Issued issue(CompanyId company, String receiver) {
        var now = clock.instant();
        addresses.deleteOver(company, now);
        var key = Address.nextKey();
        var token = Address.nextToken();
        var aesKey = Address.nextAesKey();
        var owner = TenantScope.current();
        var sealed = new Sealed(Ids.next(), company, receiver, secrets.seal(owner, token), secrets.seal(owner, aesKey));
        addresses.insert(hash(key), sealed, now);
        return new Issued(settings.publicUrl().resolve("/wecom/callback/" + key), token, aesKey);
    }

    /** Whose address it is, whichever tenant's. */
    @Transactional(readOnly = true)
    public Optional<Place> place(String key) {
        return addresses.place(hash(key));
    }

    /** What proves that callbacks to an address of this tenant are WeCom's. */
    @Transactional(readOnly = true)
    public Optional<Address> open(UUID id) {
        var tenant = TenantScope.current();
        return addresses.sealed(id, clock.instant()).map(found -> {
            var seal = new Seal(
                    secrets.open(tenant, found.token()), secrets.open(tenant, found.key()), found.receiver()::equals);
            return new Address(tenant, found.company(), found.id(), seal);
        });
    }

    /** WeCom has shown that it knows the address and both keys. */
    public void verified(Address address) {
        var now = clock.instant();
        if (addresses.verify(address.id(), now)) {
            addresses.endOthers(address.company(), address.id(), now.plus(AFTERLIFE));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> verifiedAt(CompanyId company) {
        return addresses.verifiedAt(company);
    }

    @Override
    @Transactional(readOnly = true)
    public Traffic traffic(CompanyId company) {
        var now = clock.instant();
        var zone = tenants.find(TenantScope.current())
                .map(Tenants.Tenant::timeZone)
                .orElse(clock.getZone());
        var midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return new Traffic(
                callbacks.lastAt(company, now),
                callbacks.countSince(company, midnight),
                callbacks.countWaiting(company),
                callbacks.countFailed(company),
                callbacks
                        .oldestWaiting(company, now)
                        .map(oldest -> Math.max(0, Duration.between(oldest, now).toMillis()))
                        .orElse(0L));
    }

    @Override
    public void withdraw(CompanyId company) {
        addresses.deleteAll(company);
    }

    public void forget(TenantId tenant) {
        addresses.forget(tenant);
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>The customer directory: records customers, keeps how they are named and reached, and finds them again.</summary>
/// <remarks>Scoped service. No act saves; the host saves once through <see cref="ICrmUnitOfWork"/> or its own context.</remarks>
[FrontDoor]
public sealed class CustomerDirectory(ICustomerStore customers, ICustomerQueries queries, DuplicateFinder duplicates, CrmActs acts)
{
    private bool? _allowsDuplicates;

    /// <summary>This directory without the check for duplicates, whatever <see cref="DuplicateOptions.Refuse"/> says: somebody looked and decided.</summary>
    public CustomerDirectory AllowingDuplicates => new(customers, queries, duplicates, acts) { _allowsDuplicates = true };

    /// <summary>
    /// This directory with the check for duplicates, whatever <see cref="DuplicateOptions.Refuse"/> says: recording a customer who is
    /// probably there, or a change that makes two look like one, gives an error <c>DuplicateFound</c> for each candidate with its id as target,
    /// and <c>DuplicateHidden</c> where the actor may not read them.
    /// </summary>
    public CustomerDirectory RefusingDuplicates => new(customers, queries, duplicates, acts) { _allowsDuplicates = false };

    /// <summary>Records a customer.</summary>
    /// <param name="customer">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The new customer, or <c>ActNotAllowed</c>, <c>CustomerNameMissing</c>, <c>InvalidValue</c>; where duplicates are refused,
    /// <c>DuplicateFound</c>, <c>DuplicateHidden</c>.</returns>
    public Task<CrmResult<Customer>> RegisterAsync(NewCustomer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return acts.MakeAsync("customers.register", now => RegisterAsync(customer, now, cancellationToken), cancellationToken);
    }

    /// <summary>Finds a customer by its id. The id of a customer that was merged into another gives the survivor, whose own id differs.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The customer or its survivor; null when there is none or the actor may read neither.</returns>
    public async Task<Customer?> FindAsync(CustomerId id, CancellationToken cancellationToken = default)
    {
        var found = await customers.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return found is not null && (acts.Gate.Readable.Includes(found.ToSubject()) || acts.Gate.Readable.Includes(new(SubjectKinds.Customer, id.Value))) ? found : null;
    }

    /// <summary>Finds a customer by an identity in another system.</summary>
    /// <param name="reference">The identity.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The customer; null when there is none or the actor may not read it.</returns>
    public async Task<Customer?> FindAsync(ExternalReference reference, CancellationToken cancellationToken = default)
    {
        var found = await customers.FindByReferenceAsync(reference, cancellationToken).ConfigureAwait(false);
        return found is not null && acts.Gate.Readable.Includes(found.ToSubject()) ? found : null;
    }

    /// <summary>Lists the customers that the actor may read, newest first.</summary>
    /// <param name="criteria">Which customers.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public Task<Page<CustomerSummary>> ListAsync(CustomerCriteria criteria, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        queries.ListAsync(criteria, acts.Gate.Readable, page ?? PageRequest.First, cancellationToken);

    /// <summary>Changes a person's name.</summary>
    /// <param name="id">The person.</param>
    /// <param name="name">The new name.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>NotAPerson</c>.</returns>
    public Task<CrmResult<Customer>> RenameAsync(CustomerId id, PersonName name, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            "customers.rename",
            id,
            expectedVersion,
            c => c is Person ? CrmRuling.Permitted : CrmRuling.Refused(e => e.NotAPerson(id.ToString())),
            p => p.Renamed(name),
            (c, now) => ((Person)c).Rename(name, now),
            cancellationToken);

    /// <summary>Adds an e-mail address.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="email">The address.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>ContactPointAlreadyPresent</c>.</returns>
    public Task<CrmResult<Customer>> AddEmailAsync(CustomerId id, EmailAddress email, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.add-contact-point", id, expectedVersion, c => c.CanAddEmail(email), p => p with { Emails = [.. p.Emails, email.Normalized] }, (c, now) => c.AddEmail(email, now), cancellationToken);

    /// <summary>Adds a number.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="phone">The number.</param>
    /// <param name="kind">Phone, mobile or fax.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>ContactPointAlreadyPresent</c>.</returns>
    public Task<CrmResult<Customer>> AddPhoneAsync(
        CustomerId id, PhoneNumber phone, ContactPointKind kind = ContactPointKind.Phone, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("customers.add-contact-point", id, expectedVersion, c => c.CanAddPhone(phone, kind), p => p with { Phones = [.. p.Phones, phone.ToString()] }, (c, now) => c.AddPhone(phone, now, kind), cancellationToken);

    /// <summary>Sets the address of a kind; other addresses of the kind stay.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="kind">Main, billing or another.</param>
    /// <param name="address">The address; its postal code is brought into the usual form.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>; where duplicates are refused, <c>DuplicateFound</c>, <c>DuplicateHidden</c>.</returns>
    public Task<CrmResult<Customer>> SetAddressAsync(
        CustomerId id, AddressKind kind, PostalAddress address, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var usual = address.WithUsualPostalCode();
        return ChangeAsync(
            "customers.set-address", id, expectedVersion, _ => CrmRuling.Permitted, p => p with { Addresses = [.. p.Addresses, usual] }, (c, now) => c.SetAddress(kind, usual, now), cancellationToken);
    }

    private async Task<CrmResult<Customer>> ChangeAsync(
        string act,
        CustomerId id,
        long? expectedVersion,
        Func<Customer, CrmRuling> may,
        Func<MatchProfile, MatchProfile> become,
        Action<Customer, Instant> change,
        CancellationToken cancellationToken)
    {
        var found = await customers.FindAsync(id, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<CrmError> refused = [];
        if (found is not null && duplicates.Refuses(_allowsDuplicates) && acts.Gate.MayAct(act).IsPermitted && may(found).IsPermitted)
        {
            var before = MatchProfile.Of(found);
            refused = await duplicates.RefuseAsync(become(before), before, found.Id, cancellationToken).ConfigureAwait(false);
        }

        var result = await acts.ChangeAsync(
            act,
            Task.FromResult(found),
            e => e.CustomerNotFound(id.ToString()),
            expectedVersion,
            c => may(c) is { IsPermitted: false } ruling ? ruling : refused.Count > 0 ? CrmRuling.Refused(_ => refused[0]) : CrmRuling.Permitted,
            change,
            cancellationToken).ConfigureAwait(false);
        return refused.Count > 1 && !result.Succeeded && result.Errors[0] == refused[0] ? CrmResult<Customer>.Failed(refused) : result;
    }

    private async Task<CrmResult<Customer>> RegisterAsync(NewCustomer known, Instant now, CancellationToken cancellationToken)
    {
        var made = Make(known, now);
        if (!made.TryGetValue(out var customer))
        {
            return made;
        }

        if (duplicates.Refuses(_allowsDuplicates)
            && await duplicates.RefuseAsync(MatchProfile.Of(customer), null, null, cancellationToken).ConfigureAwait(false) is { Count: > 0 } errors)
        {
            return CrmResult<Customer>.Failed(errors);
        }

        customers.Add(customer);
        return customer;
    }

    private CrmResult<Customer> Make(NewCustomer known, Instant now)
    {
        Customer customer;
        if (known.Name is not null)
        {
            var person = new Person(CustomerId.New(now), known.Name, now);
            if (known.BirthDate is not null)
            {
                person.SetBirthDate(known.BirthDate, now);
            }

            customer = person;
        }
        else if (!string.IsNullOrWhiteSpace(known.OrganisationName))
        {
            customer = new Organisation(CustomerId.New(now), known.OrganisationName, now);
        }
        else
        {
            return acts.Errors.CustomerNameMissing();
        }

        foreach (var email in known.Emails.Where(e => customer.CanAddEmail(e)))
        {
            customer.AddEmail(email, now);
        }

        foreach (var phone in known.Phones.Where(p => customer.CanAddPhone(p)))
        {
            customer.AddPhone(phone, now);
        }

        if (known.Address is not null)
        {
            customer.SetAddress(AddressKind.Main, known.Address.WithUsualPostalCode(), now);
        }

        foreach (var reference in known.References.Where(r => customer.CanAddReference(r)))
        {
            customer.AddReference(reference, now);
        }

        if (known.Language is not null)
        {
            customer.PreferLanguage(known.Language, now);
        }

        return customer;
    }
}

using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Makes customers of prospects: records who is new after a look for duplicates, completes who is known, and brings persons and organisations together.</summary>
/// <remarks>Scoped service. No act saves; the host saves once, and drops the unit of work where the answer is a refusal.</remarks>
[FrontDoor]
public sealed class ProspectDesk(CustomerDirectory directory, ICustomerStore customers, CrmActs acts)
{
    /// <summary>
    /// Makes customers of a prospect. Of recorded customers only empty fields are filled, nothing is overwritten: a person who has an e-mail
    /// address keeps it and gets no second one.
    /// </summary>
    /// <param name="prospect">Whom it becomes.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customers, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>NotAPerson</c>, <c>NotAnOrganisation</c>, <c>PersonNotOfOrganisation</c>,
    /// <c>CustomerNameMissing</c>, <c>InvalidValue</c>, and <c>DuplicateFound</c> and <c>DuplicateHidden</c> for all that would be recorded anew, together.</returns>
    public Task<CrmResult<ProspectCustomers>> TakeAsync(Prospect prospect, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prospect);
        return acts.MakeAsync<ProspectCustomers>("customers.take-prospect", now => CarryOutAsync(prospect, now, cancellationToken), cancellationToken);
    }

    private async Task<CrmResult<ProspectCustomers>> CarryOutAsync(Prospect prospect, Instant now, CancellationToken cancellationToken)
    {
        var organisation = prospect.OrganisationId is { } organisationId ? await customers.FindAsync(organisationId, cancellationToken).ConfigureAwait(false) : null;
        var person = prospect.PersonId is { } personId ? await customers.FindAsync(personId, cancellationToken).ConfigureAwait(false) : null;
        if (Refusal(prospect, person, organisation) is { } refused)
        {
            return refused;
        }

        var filled = new List<string>();
        Fill("organisation", organisation, prospect.Organisation, filled, now);
        Fill("person", person, prospect.Person, filled, now);

        // Both are looked for before either is refused, so that whoever decides sees all candidates at once.
        var checking = prospect.AllowsDuplicates ? directory.AllowingDuplicates : directory.RefusingDuplicates;
        var errors = new List<CrmError>();
        organisation ??= await RecordAsync(checking, prospect.Organisation, errors, cancellationToken).ConfigureAwait(false);
        person ??= await RecordAsync(checking, prospect.Person, errors, cancellationToken).ConfigureAwait(false);
        if (errors.Count > 0)
        {
            return CrmResult<ProspectCustomers>.Failed(errors);
        }

        if (person is Person member && organisation is not null && member.CanJoin(organisation.Id))
        {
            member.Join(new MembershipDetails(organisation.Id, prospect.Role), now);
        }

        return new ProspectCustomers(person?.Id, organisation?.Id, filled);
    }

    private CrmError? Refusal(Prospect prospect, Customer? person, Customer? organisation) =>
        prospect.OrganisationId is { } o && organisation is null ? acts.Errors.CustomerNotFound(o.ToString())
        : prospect.PersonId is { } p && person is null ? acts.Errors.CustomerNotFound(p.ToString())
        : organisation is not null and not Organisation ? acts.Errors.NotAnOrganisation(organisation.Id.ToString())
        : person is not null and not Person ? acts.Errors.NotAPerson(person.Id.ToString())
        : person is Person member && organisation is not null && !member.Memberships.Any(m => m.IsActive && m.OrganisationId == organisation.Id)
            ? acts.Errors.PersonNotOfOrganisation(member.DisplayName, organisation.DisplayName)
        : null;

    private static async Task<Customer?> RecordAsync(CustomerDirectory directory, NewCustomer? known, List<CrmError> errors, CancellationToken cancellationToken)
    {
        if (known is null)
        {
            return null;
        }

        var recorded = await directory.RegisterAsync(known, cancellationToken).ConfigureAwait(false);
        errors.AddRange(recorded.Errors);
        return recorded.Succeeded ? recorded.Value : null;
    }

    private static void Fill(string whose, Customer? customer, NewCustomer? known, List<string> filled, Instant now)
    {
        if (customer is null || known is null)
        {
            return;
        }

        if (known.Emails is [var email, ..] && !customer.ContactPoints.Any(p => p.Kind == ContactPointKind.Email))
        {
            customer.AddEmail(email, now);
            filled.Add($"{whose}.email");
        }

        if (known.Phones is [var phone, ..] && customer.ContactPoints.All(p => p.Kind == ContactPointKind.Email))
        {
            customer.AddPhone(phone, now);
            filled.Add($"{whose}.phone");
        }

        if (known.Address is { } address && customer.Addresses.Count == 0)
        {
            customer.SetAddress(AddressKind.Main, address.WithUsualPostalCode(), now);
            filled.Add($"{whose}.address");
        }

        if (known.Language is { } language && customer.Language is null)
        {
            customer.PreferLanguage(language, now);
            filled.Add($"{whose}.language");
        }
    }
}

using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// Makes customers and opportunities of leads: all of it or nothing, into new or recorded ones. Of recorded customers only empty fields are
/// filled. Timeline, contacts, messages and activities go along; the lead stays, says what it became, and is not changed any more.
/// </summary>
/// <remarks>Scoped service, for staff. Its acts save by themselves, in one transaction each.</remarks>
[FrontDoor]
public sealed class LeadConverter(
    ILeadStore leads, IOpportunityStore opportunities, SalesPipeline deals, ProspectDesk prospects, IRecordedContacts history, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    private const int MaxRoleLength = 100;

    /// <summary>Converts a lead and saves. Of two who do so at once, exactly one succeeds.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="conversion">What it is to become; customers and an opportunity, all new, when null.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act; nothing is written then.</param>
    /// <returns>What it became, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>, <c>VersionConflict</c>, <c>LeadConverted</c>, <c>LeadTransitionNotAllowed</c>,
    /// <c>LeadOwnerMissing</c>, <c>LeadNamesNobody</c>, <c>LeadValueTooLong</c>, what <see cref="ProspectDesk.TakeAsync"/> refuses (all candidates for
    /// duplicates together), <c>OpportunityNotFound</c>, <c>OpportunityClosed</c>, <c>OpportunityOfAnotherCustomer</c>, or what <see cref="SalesPipeline.OpenAsync"/> and
    /// <see cref="ContactHistory.RecordAsync"/> refuse.</returns>
    public Task<CrmResult<LeadConversionResult>> ConvertAsync(
        LeadId id, LeadConversion? conversion = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        unitOfWork.InTransactionAsync(
            token => acts.MakeAsync<LeadConversionResult>("sales.convert-lead", now => ConvertAsync(id, conversion ?? new(), expectedVersion, now, token), token), cancellationToken);

    /// <summary>Converts several leads into new customers and opportunities, each by itself: one that is refused does not stop the others.</summary>
    /// <param name="ids">The leads.</param>
    /// <param name="conversion">What each is to become; nothing recorded is named in it.</param>
    /// <param name="cancellationToken">Cancels the rest.</param>
    /// <returns>Each lead with what it became, or why not.</returns>
    /// <exception cref="ArgumentException"><paramref name="conversion"/> names a recorded customer or opportunity.</exception>
    public async Task<IReadOnlyList<KeyValuePair<LeadId, CrmResult<LeadConversionResult>>>> ConvertAllAsync(
        IReadOnlyCollection<LeadId> ids, LeadConversion? conversion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (conversion is { PersonId: not null } or { OrganisationId: not null } or { OpportunityId: not null })
        {
            throw new ArgumentException("Several leads become new customers and opportunities.", nameof(conversion));
        }

        var results = new List<KeyValuePair<LeadId, CrmResult<LeadConversionResult>>>();
        foreach (var id in ids.Distinct())
        {
            results.Add(KeyValuePair.Create(id, await ConvertAsync(id, conversion, null, cancellationToken).ConfigureAwait(false)));
        }

        return results;
    }

    private async Task<CrmResult<LeadConversionResult>> ConvertAsync(
        LeadId id, LeadConversion conversion, long? expectedVersion, Instant now, CancellationToken cancellationToken)
    {
        if (await leads.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } lead)
        {
            return acts.Errors.LeadNotFound(id.ToString());
        }

        if (expectedVersion is { } expected && expected != lead.Version)
        {
            return acts.Errors.VersionConflict($"Lead {id}");
        }

        lead.CanConvert().Demand();
        if (Refusal(lead, conversion) is { } refused)
        {
            return refused;
        }

        var taken = await prospects.TakeAsync(
            new Prospect
            {
                PersonId = conversion.PersonId,
                Person = LeadCustomers.Person(lead, conversion.PersonId is not null),
                OrganisationId = conversion.OrganisationId,
                Organisation = conversion.WithoutOrganisation && conversion.OrganisationId is null ? null : LeadCustomers.Organisation(lead, conversion.OrganisationId is not null, conversion.PersonId is not null),
                Role = lead.JobTitle,
                AllowsDuplicates = conversion.AllowsDuplicates,
            },
            cancellationToken).ConfigureAwait(false);
        if (!taken.TryGetValue(out var customers))
        {
            return CrmResult<LeadConversionResult>.Failed(taken.Errors);
        }

        var owner = conversion.OwnerId ?? lead.OwnerId!;
        var opportunity = conversion.WithoutOpportunity ? null
            : conversion.OpportunityId is { } named ? await JoinAsync(named, customers, now, cancellationToken).ConfigureAwait(false)
            : await OpenAsync(lead, conversion, customers, owner, cancellationToken).ConfigureAwait(false);
        if (opportunity is { Succeeded: false })
        {
            return CrmResult<LeadConversionResult>.Failed(opportunity.Errors);
        }

        // Before the lead lets go of them: what was said to it was said to the customer.
        foreach (var contact in lead.Contacts)
        {
            var organisation = customers.PersonId is null ? null : customers.OrganisationId;
            var recorded = await history.RecordAsync(contact.Of((customers.PersonId ?? customers.OrganisationId)!.Value, organisation, opportunity?.Value.ToSubject()), cancellationToken).ConfigureAwait(false);
            if (!recorded.Succeeded)
            {
                return CrmResult<LeadConversionResult>.Failed(recorded.Errors);
            }
        }

        lead.Convert(customers.PersonId, customers.OrganisationId, opportunity?.Value.Id, owner, now);

        // What is moved points at rows that have to be there.
        var saved = await unitOfWork.SaveAsync(cancellationToken).ConfigureAwait(false);
        if (!saved.Succeeded)
        {
            return CrmResult<LeadConversionResult>.Failed(saved.Errors);
        }

        SubjectReference?[] records = [opportunity?.Value.ToSubject(), customers.PersonId?.ToSubject(), customers.OrganisationId?.ToSubject()];
        await leads.TakeAlongAsync(id, [.. records.OfType<SubjectReference>()], now, cancellationToken).ConfigureAwait(false);
        return new LeadConversionResult(id, customers.PersonId, customers.OrganisationId, opportunity?.Value.Id, customers.Filled);
    }

    private CrmError? Refusal(Lead lead, LeadConversion conversion)
    {
        var isNew = !conversion.WithoutOpportunity && conversion.OpportunityId is null;
        return conversion.OwnerId is null && lead.OwnerId is null ? acts.Errors.LeadOwnerMissing(lead.DisplayName)
            : conversion.PersonId is null && lead.Name is null && conversion.OrganisationId is null && (conversion.WithoutOrganisation || lead.OrganisationName is null)
                ? acts.Errors.LeadNamesNobody(lead.DisplayName)
            : isNew && conversion.OpportunityName is null && lead.Topic?.Length > Opportunity.MaxNameLength
                ? acts.Errors.LeadValueTooLong(nameof(Lead.Topic), Opportunity.MaxNameLength)
            : lead.JobTitle?.Length > MaxRoleLength ? acts.Errors.LeadValueTooLong(nameof(Lead.JobTitle), MaxRoleLength)
            : null;
    }

    private Task<CrmResult<Opportunity>> OpenAsync(Lead lead, LeadConversion conversion, ProspectCustomers customers, string owner, CancellationToken cancellationToken) => deals.OpenAsync(
        new OpportunityDetails((customers.OrganisationId ?? customers.PersonId)!.Value, conversion.OpportunityName ?? lead.Topic ?? lead.OrganisationName ?? lead.DisplayName)
        {
            PipelineId = conversion.PipelineId,
            Stage = conversion.Stage,
            Amount = conversion.Amount,
            CloseDate = conversion.CloseDate,
            OwnerId = owner,
            TerritoryId = lead.TerritoryId,
            Source = lead.Source,
            Description = lead.Description,
            Contacts = customers.PersonId is { } person ? [new BuyingContact(person)] : [],
        },
        cancellationToken);

    private async Task<CrmResult<Opportunity>> JoinAsync(OpportunityId id, ProspectCustomers customers, Instant now, CancellationToken cancellationToken)
    {
        if (await opportunities.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return acts.Errors.OpportunityNotFound(id.ToString());
        }

        if (found.CustomerId != customers.OrganisationId && found.CustomerId != customers.PersonId)
        {
            return acts.Errors.OpportunityOfAnotherCustomer(found.Name);
        }

        found.CanPlanNextStep().Demand();
        if (customers.PersonId is { } person && found.CanAddContact(person))
        {
            found.AddContact(new BuyingContact(person), now);
        }

        return found;
    }
}

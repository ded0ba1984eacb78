using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Keeps what is known of opportunities: amount, expected day, probability, owner, next step, the buying centre and competitors.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class OpportunityDesk(IOpportunityStore opportunities, ICustomerQueries customers, CrmActs acts)
{
    /// <summary>Changes what an opportunity is called and what it is about.</summary>
    /// <param name="id">The opportunity.</param>
    /// <param name="name">The name.</param>
    /// <param name="source">Where it came from; null when it is not known.</param>
    /// <param name="description">What it is about; null for nothing.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> DescribeAsync(
        OpportunityId id, string name, string? source, string? description, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.describe-opportunity", id, expectedVersion, _ => CrmRuling.Permitted, (o, now) => o.Describe(name, source, description, now), cancellationToken);

    /// <summary>Changes what an opportunity would bring.</summary>
    /// <inheritdoc cref="DescribeAsync" path="/param[@name='id' or @name='expectedVersion' or @name='cancellationToken']" />
    /// <param name="amount">The amount, in any currency; null when it is not known.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityClosed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> ChangeAmountAsync(OpportunityId id, Money? amount, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.change-amount", id, expectedVersion, o => o.CanChangeAmount(), (o, now) => o.ChangeAmount(amount, now), cancellationToken);

    /// <summary>Changes the day on which an opportunity is expected to close.</summary>
    /// <inheritdoc cref="DescribeAsync" path="/param[@name='id' or @name='expectedVersion' or @name='cancellationToken']" />
    /// <param name="closeDate">The day; null when it is not known.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityClosed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> ExpectCloseAsync(OpportunityId id, LocalDate? closeDate, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.change-close-date", id, expectedVersion, o => o.CanExpectClose(), (o, now) => o.ExpectClose(closeDate, now), cancellationToken);

    /// <summary>Sets the probability by hand: it holds in every stage from then on.</summary>
    /// <inheritdoc cref="DescribeAsync" path="/param[@name='id' or @name='expectedVersion' or @name='cancellationToken']" />
    /// <param name="probability">A fraction from 0 to 1 with at most four decimals; null to let the stage decide again.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityClosed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> EstimateAsync(OpportunityId id, decimal? probability, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.estimate", id, expectedVersion, o => o.CanEstimate(), (o, now) => o.Estimate(probability, now), cancellationToken);

    /// <summary>Says how an opportunity is counted on, whatever its stage says.</summary>
    /// <inheritdoc cref="DescribeAsync" path="/param[@name='id' or @name='expectedVersion' or @name='cancellationToken']" />
    /// <param name="category">Any but <see cref="ForecastCategory.Closed"/>; null to let the stage decide again.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityClosed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> CategoriseAsync(OpportunityId id, ForecastCategory? category, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.categorise", id, expectedVersion, o => o.CanCategorise(), (o, now) => o.Categorise(category, now), cancellationToken);

    /// <summary>Gives an opportunity to somebody.</summary>
    /// <inheritdoc cref="DescribeAsync" path="/param[@name='id' or @name='expectedVersion' or @name='cancellationToken']" />
    /// <param name="ownerId">Who answers for it since; null for nobody.</param>
    /// <param name="teamId">The owner's team; null for none.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> AssignAsync(
        OpportunityId id, string? ownerId, string? teamId = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.assign-opportunity", id, expectedVersion, _ => CrmRuling.Permitted, (o, now) => o.Assign(ownerId, teamId, now), cancellationToken);

    /// <summary>Says what is to be done next.</summary>
    /// <inheritdoc cref="DescribeAsync" path="/param[@name='id' or @name='expectedVersion' or @name='cancellationToken']" />
    /// <param name="nextStep">The step; null for nothing.</param>
    /// <param name="due">By which day; null for no day.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityClosed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> PlanNextStepAsync(
        OpportunityId id, string? nextStep, LocalDate? due = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.plan-next-step", id, expectedVersion, o => o.CanPlanNextStep(), (o, now) => o.PlanNextStep(nextStep, due, now), cancellationToken);

    /// <summary>Adds a person to the buying centre.</summary>
    /// <inheritdoc cref="DescribeAsync" path="/param[@name='id' or @name='expectedVersion' or @name='cancellationToken']" />
    /// <param name="contact">The person and the part it plays.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>CustomerNotFound</c>, <c>NotAPerson</c>,
    /// <c>OpportunityContactPresent</c>, <c>OpportunityPeopleFull</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<Opportunity>> AddContactAsync(OpportunityId id, BuyingContact contact, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var person = await customers.IdentifyAsync(contact.PersonId, cancellationToken).ConfigureAwait(false);
        var living = contact with { PersonId = person?.Id ?? contact.PersonId };
        return await ChangeAsync(
            "sales.add-contact",
            id,
            expectedVersion,
            o => person is null ? CrmRuling.Refused(e => e.CustomerNotFound(contact.PersonId.ToString()))
                : person.Kind != CustomerKind.Person ? CrmRuling.Refused(e => e.NotAPerson(contact.PersonId.ToString()))
                : o.CanAddContact(living.PersonId),
            (o, now) => o.AddContact(living, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes the part that a person plays.</summary>
    /// <inheritdoc cref="AddContactAsync" path="/param" />
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityContactNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> DescribeContactAsync(OpportunityId id, BuyingContact contact, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return ChangeAsync(
            "sales.describe-contact", id, expectedVersion, o => o.CanDescribeContact(contact.PersonId), (o, now) => o.DescribeContact(contact, now), cancellationToken);
    }

    /// <summary>Takes a person out of the buying centre.</summary>
    /// <inheritdoc cref="DescribeAsync" path="/param[@name='id' or @name='expectedVersion' or @name='cancellationToken']" />
    /// <param name="personId">The person.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityContactNotFound</c>.</returns>
    public Task<CrmResult<Opportunity>> RemoveContactAsync(OpportunityId id, CustomerId personId, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.remove-contact", id, expectedVersion, o => o.CanRemoveContact(personId), (o, now) => o.RemoveContact(personId, now), cancellationToken);

    /// <summary>Adds somebody else who wants to sell.</summary>
    /// <inheritdoc cref="DescribeAsync" path="/param[@name='id' or @name='expectedVersion' or @name='cancellationToken']" />
    /// <param name="name">The name.</param>
    /// <param name="note">Strengths and weaknesses; null for none known.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>CompetitorPresent</c>, <c>OpportunityPeopleFull</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> AddCompetitorAsync(
        OpportunityId id, string name, string? note = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.add-competitor", id, expectedVersion, o => o.CanAddCompetitor(name), (o, now) => o.AddCompetitor(name, note, now), cancellationToken);

    /// <summary>Removes a competitor.</summary>
    /// <inheritdoc cref="DescribeAsync" path="/param[@name='id' or @name='expectedVersion' or @name='cancellationToken']" />
    /// <param name="name">The name.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>CompetitorNotFound</c>.</returns>
    public Task<CrmResult<Opportunity>> RemoveCompetitorAsync(OpportunityId id, string name, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.remove-competitor", id, expectedVersion, o => o.CanRemoveCompetitor(name), (o, now) => o.RemoveCompetitor(name, now), cancellationToken);

    private Task<CrmResult<Opportunity>> ChangeAsync(
        string act, OpportunityId id, long? expectedVersion, Func<Opportunity, CrmRuling> may, Action<Opportunity, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, opportunities.FindAsync(id, cancellationToken), e => e.OpportunityNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}

using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Puts leads and deals into territories, and says why a territory takes a record and the others do not.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class TerritoryDesk(
    ITerritoryStore territories,
    ILeadStore leads,
    IOpportunityStore opportunities,
    ICustomerQueries identities,
    ICustomerMatches customers,
    LeadFieldCatalogue leadFields,
    OpportunityFieldCatalogue dealFields,
    TerritoryPlacement placement,
    CrmActs acts)
{
    private const string ExplainAct = "sales.explain-territory";

    /// <summary>Puts a lead into the territory that takes it, or into one that is named.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="named">The territory; the one that takes it by its criteria when null.</param>
    /// <param name="changesOwner">Whether it goes to the territory's queue or owner although somebody answers for it.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The lead, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>, <c>VersionConflict</c>, <c>TerritoryNotFound</c>, <c>NoTerritoryFits</c>, <c>LeadConverted</c>, <c>TerritoryRetired</c>.</returns>
    public async Task<CrmResult<Lead>> PlaceAsync(LeadId id, TerritoryId? named = null, bool changesOwner = false, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var lead = await leads.FindAsync(id, cancellationToken).ConfigureAwait(false);
        var territory = lead is null ? null
            : named is { } wanted ? await territories.FindAsync(wanted, cancellationToken).ConfigureAwait(false)
            : await placement.FindAsync(lead, acts.Now, cancellationToken).ConfigureAwait(false);
        return await acts.ChangeAsync(
            "sales.place-lead",
            Task.FromResult(lead),
            e => e.LeadNotFound(id.ToString()),
            expectedVersion,
            l => territory is null ? Missing(named, l.DisplayName) : l.CanEnterTerritory(territory),
            (l, now) => l.EnterTerritory(territory!, changesOwner, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a deal into the territory that takes it, or into one that is named.</summary>
    /// <inheritdoc cref="PlaceAsync(LeadId, TerritoryId?, bool, long?, CancellationToken)" path="/param[@name!='id']" />
    /// <param name="id">The opportunity.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>TerritoryNotFound</c>, <c>NoTerritoryFits</c>, <c>OpportunityClosed</c>, <c>TerritoryRetired</c>.</returns>
    public async Task<CrmResult<Opportunity>> PlaceAsync(
        OpportunityId id, TerritoryId? named = null, bool changesOwner = false, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var deal = await opportunities.FindAsync(id, cancellationToken).ConfigureAwait(false);
        var territory = deal is null ? null
            : named is { } wanted ? await territories.FindAsync(wanted, cancellationToken).ConfigureAwait(false)
            : await placement.FindAsync(deal, null, acts.Now, cancellationToken).ConfigureAwait(false);
        return await acts.ChangeAsync(
            "sales.place-opportunity",
            Task.FromResult(deal),
            e => e.OpportunityNotFound(id.ToString()),
            expectedVersion,
            o => territory is null ? Missing(named, o.Name) : o.CanEnterTerritory(territory),
            (o, now) => o.EnterTerritory(territory!, changesOwner, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says which territory takes a lead, and why the others do not.</summary>
    /// <param name="id">The lead.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The explanation, or <c>ActNotAllowed</c>, <c>LeadNotFound</c>.</returns>
    public Task<CrmResult<TerritoryExplanation>> ExplainAsync(LeadId id, CancellationToken cancellationToken = default) => acts.MakeAsync<TerritoryExplanation>(
        ExplainAct,
        async now => await leads.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } lead
            ? acts.Errors.LeadNotFound(id.ToString())
            : await AnswerAsync(
                lead.TerritoryId,
                t => Task.FromResult(t.LeadCriteria is not { } criteria
                    ? TerritoryFit.WithoutCriteria
                    : new TerritoryFit(leadFields.Holds(criteria, lead, now, acts.Errors), leadFields.Explain(criteria, lead, now, acts.Errors), [])),
                cancellationToken).ConfigureAwait(false),
        cancellationToken);

    /// <summary>Says which territory takes a deal, and why the others do not.</summary>
    /// <param name="id">The opportunity.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The explanation, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>.</returns>
    public Task<CrmResult<TerritoryExplanation>> ExplainAsync(OpportunityId id, CancellationToken cancellationToken = default) => acts.MakeAsync<TerritoryExplanation>(
        ExplainAct,
        async now => await opportunities.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } deal
            ? acts.Errors.OpportunityNotFound(id.ToString())
            : await AnswerAsync(
                deal.TerritoryId,
                async t =>
                {
                    var customer = await FitAsync(t, deal.CustomerId, now, cancellationToken).ConfigureAwait(false);
                    return t.DealCriteria is not { } criteria ? customer with { Conditions = [], CustomerConditions = customer.Conditions }
                        : new TerritoryFit(
                            dealFields.Test(criteria, now, acts.Errors)(deal) && customer.Holds != false, dealFields.Explain(criteria, deal, now, acts.Errors), customer.Conditions);
                },
                cancellationToken).ConfigureAwait(false),
        cancellationToken);

    /// <summary>Says which territory a customer belongs to, and why not to the others.</summary>
    /// <param name="id">The customer; the id of one that was merged gives the survivor.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The explanation, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>.</returns>
    public Task<CrmResult<TerritoryExplanation>> ExplainAsync(CustomerId id, CancellationToken cancellationToken = default) => acts.MakeAsync<TerritoryExplanation>(
        ExplainAct,
        async now => await identities.IdentifyAsync(id, cancellationToken).ConfigureAwait(false) is not { } customer
            ? acts.Errors.CustomerNotFound(id.ToString())
            : await AnswerAsync(null, t => FitAsync(t, customer.Id, now, cancellationToken), cancellationToken).ConfigureAwait(false),
        cancellationToken);

    private async Task<TerritoryExplanation> AnswerAsync(TerritoryId? current, Func<Territory, Task<TerritoryFit>> ask, CancellationToken cancellationToken)
    {
        var fits = new List<(Territory Territory, TerritoryFit Fit)>();
        foreach (var territory in await territories.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            fits.Add((territory, territory.IsRetired ? TerritoryFit.WithoutCriteria : await ask(territory).ConfigureAwait(false)));
        }

        var chosen = (fits.Find(f => f.Fit.Holds == true).Territory ?? fits.Find(f => f.Territory is { IsFallback: true, IsRetired: false }).Territory)?.Id;
        return new TerritoryExplanation(
            chosen, current, [.. fits.Select(f => new TerritoryAnswer(f.Territory.Id, f.Territory.Name, Verdict(f.Territory, f.Fit, chosen), f.Fit.Conditions, f.Fit.CustomerConditions))]);
    }

    private static TerritoryVerdict Verdict(Territory territory, TerritoryFit fit, TerritoryId? chosen) => territory.IsRetired ? TerritoryVerdict.Retired
        : territory.Id == chosen ? fit.Holds == true ? TerritoryVerdict.Takes : TerritoryVerdict.TakesTheRest
        : fit.Holds switch { null => TerritoryVerdict.HasNoCriteria, true => TerritoryVerdict.ComesAfter, false => TerritoryVerdict.CriteriaDoNotHold };

    private async Task<TerritoryFit> FitAsync(Territory territory, CustomerId id, Instant now, CancellationToken cancellationToken)
    {
        if (territory.CustomerCriteria is not { } criteria)
        {
            return TerritoryFit.WithoutCriteria;
        }

        var explained = Criterion.Parse(criteria, acts.Errors).TryGetValue(out var tree) ? await customers.ExplainAsync(tree, id, now, cancellationToken).ConfigureAwait(false) : null;
        return new TerritoryFit(explained?.IsMember ?? false, explained?.Conditions ?? [], []);
    }

    private static CrmRuling Missing(TerritoryId? named, string name) =>
        CrmRuling.Refused(e => named is { } id ? e.TerritoryNotFound(id.ToString()) : e.NoTerritoryFits(name));
}

using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Makes territories and says what they take. Leads and deals come into them by <see cref="TerritoryDesk"/>.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class Territories(
    ITerritoryStore territories, ILeadQueueStore queues, LeadFieldCatalogue leads, OpportunityFieldCatalogue deals, ICustomerMatches customers, CrmActs acts)
{
    /// <summary>Makes a territory.</summary>
    /// <param name="name">The name; unique.</param>
    /// <param name="settings">What it takes, and who answers for it; nothing when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The territory, or <c>ActNotAllowed</c>, <c>TerritoryNameTaken</c>, <c>LeadQueueNotFound</c>, <c>InvalidValue</c>, or what is wrong with the criteria.</returns>
    public Task<CrmResult<Territory>> CreateAsync(string name, TerritorySettings? settings = null, CancellationToken cancellationToken = default) => acts.MakeAsync<Territory>(
        "sales.create-territory",
        async now =>
        {
            var made = new Territory(TerritoryId.New(now), name, settings ?? new(), now);
            if (await ProblemAsync(settings, cancellationToken).ConfigureAwait(false) is { } wrong)
            {
                return wrong;
            }

            if (await territories.FindByNameAsync(made.Name, cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.TerritoryNameTaken(made.Name);
            }

            territories.Add(made);
            return made;
        },
        cancellationToken);

    /// <summary>Sets anew what a territory takes and who answers for it. What is in it stays until <see cref="TerritoryReassignment"/> moves it.</summary>
    /// <param name="id">The territory.</param>
    /// <param name="settings">What it takes, and who answers for it.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The territory, or <c>ActNotAllowed</c>, <c>TerritoryNotFound</c>, <c>VersionConflict</c>, <c>LeadQueueNotFound</c>, <c>InvalidValue</c>, or what is wrong with the criteria.</returns>
    public async Task<CrmResult<Territory>> ConfigureAsync(TerritoryId id, TerritorySettings settings, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var wrong = acts.Gate.Actor.IsStaff ? await ProblemAsync(settings, cancellationToken).ConfigureAwait(false) : null;
        return await ChangeAsync(
            "sales.configure-territory", id, expectedVersion, _ => wrong is null ? CrmRuling.Permitted : CrmRuling.Refused(_ => wrong), (t, now) => t.Configure(settings, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a territory the one that takes what no other does, in place of the one that was.</summary>
    /// <inheritdoc cref="ConfigureAsync" path="/param[@name!='settings']" />
    /// <returns>The territory, or <c>ActNotAllowed</c>, <c>TerritoryNotFound</c>, <c>VersionConflict</c>, <c>TerritoryRetired</c>.</returns>
    public async Task<CrmResult<Territory>> MakeFallbackAsync(TerritoryId id, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var former = await territories.FindFallbackAsync(cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
            "sales.make-fallback-territory",
            id,
            expectedVersion,
            t => t.CanBecomeFallback(),
            (t, now) =>
            {
                if (former is not null && former.Id != id)
                {
                    former.CeaseFallback(now);
                }

                t.BecomeFallback(now);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Retires a territory: it takes nothing any more; what is in it stays until it is reassigned.</summary>
    /// <inheritdoc cref="ConfigureAsync" path="/param[@name!='settings']" />
    /// <returns>The territory, or <c>ActNotAllowed</c>, <c>TerritoryNotFound</c>, <c>VersionConflict</c>, <c>TerritoryRetired</c>, <c>TerritoryIsFallback</c>.</returns>
    public Task<CrmResult<Territory>> RetireAsync(TerritoryId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.retire-territory", id, expectedVersion, t => t.CanRetire(), (t, now) => t.Retire(now), cancellationToken);

    /// <summary>Takes a retired territory up again.</summary>
    /// <inheritdoc cref="ConfigureAsync" path="/param[@name!='settings']" />
    /// <returns>The territory, or <c>ActNotAllowed</c>, <c>TerritoryNotFound</c>, <c>VersionConflict</c>, <c>TerritoryNotRetired</c>.</returns>
    public Task<CrmResult<Territory>> RestoreAsync(TerritoryId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.restore-territory", id, expectedVersion, t => t.CanRestore(), (t, now) => t.Restore(now), cancellationToken);

    /// <summary>Lists all territories in the order in which they are asked.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The territories, to read; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<Territory>> ListAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await territories.ListAsync(cancellationToken).ConfigureAwait(false) : [];

    private async Task<CrmError?> ProblemAsync(TerritorySettings? settings, CancellationToken cancellationToken)
    {
        if (settings?.QueueId is { } queue && await queues.FindAsync(queue, cancellationToken).ConfigureAwait(false) is null)
        {
            return acts.Errors.LeadQueueNotFound(queue.ToString());
        }

        return (settings?.Leads is { } lead ? leads.Compile(lead, acts.Now, acts.Errors).Errors.FirstOrDefault() : null)
            ?? (settings?.Deals is { } deal ? deals.Compile(deal, acts.Now, acts.Errors).Errors.FirstOrDefault() : null)
            ?? (settings?.Customers is { } customer ? (await customers.CheckAsync(customer, acts.Now, cancellationToken).ConfigureAwait(false)).FirstOrDefault() : null);
    }

    private Task<CrmResult<Territory>> ChangeAsync(
        string act, TerritoryId id, long? expectedVersion, Func<Territory, CrmRuling> may, Action<Territory, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, territories.FindAsync(id, cancellationToken), e => e.TerritoryNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}

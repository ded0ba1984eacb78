using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// Brings all leads and open deals into the territories that take them now, after territories changed: first to be looked at, then for good.
/// Disqualified and converted leads and closed deals stay where they were.
/// </summary>
/// <remarks>Scoped service, for staff. Applying saves batch by batch.</remarks>
[FrontDoor]
public sealed class TerritoryReassignment(ITerritoryStore territories, TerritoryPlacement placement, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    private const int Batch = 200;
    private const int Attempts = 3;

    /// <summary>Says what a reassignment would do, and changes nothing.</summary>
    /// <param name="changesOwners">Whether records go to the queue or owner of their territory although somebody answers for them.</param>
    /// <param name="mostMoves">How many moves are listed; 0 to <see cref="PageRequest.MaxTake"/>. All are counted.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The plan, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<TerritoryPlan>> PreviewAsync(bool changesOwners = false, int mostMoves = 100, CancellationToken cancellationToken = default) => acts.MakeAsync<TerritoryPlan>(
        "sales.preview-territories",
        async now =>
        {
            var (tally, rules) = (Tally(mostMoves), await placement.ReadAsync(now, cancellationToken).ConfigureAwait(false));
            Guid[] read = [];
            do
            {
                read = await LeadsAsync(read is [.., var last] ? LeadId.From(last) : null, areTracked: false, rules, changesOwners, tally, now, cancellationToken).ConfigureAwait(false);
            }
            while (read.Length > 0);
            do
            {
                read = await DealsAsync(read is [.., var last] ? OpportunityId.From(last) : null, areTracked: false, rules, changesOwners, tally, now, cancellationToken).ConfigureAwait(false);
            }
            while (read.Length > 0);

            return tally.Plan;
        },
        cancellationToken);

    /// <summary>
    /// Brings every lead and open deal into the territory that takes it, some hundred at a time, each lot in a transaction of its own. What is done stays done
    /// when a later lot fails: run it again. Records that the caller holds are let go; find them again.
    /// </summary>
    /// <inheritdoc cref="PreviewAsync" path="/param[@name!='cancellationToken']" />
    /// <param name="cancellationToken">Cancels the rest.</param>
    /// <returns>What was done, or <c>ActNotAllowed</c>, <c>InvalidValue</c>; <c>VersionConflict</c> where others keep changing the same records.</returns>
    public async Task<CrmResult<TerritoryPlan>> ApplyAsync(bool changesOwners = false, int mostMoves = 100, CancellationToken cancellationToken = default)
    {
        var begun = await acts.MakeAsync<TerritoryTally>("sales.apply-territories", _ => Task.FromResult<CrmResult<TerritoryTally>>(Tally(mostMoves)), cancellationToken).ConfigureAwait(false);
        if (!begun.TryGetValue(out var tally))
        {
            return CrmResult<TerritoryPlan>.Failed(begun.Errors);
        }

        foreach (var isLead in (bool[])[true, false])
        {
            for (Guid? after = null; ;)
            {
                var lot = await LotAsync(isLead, after, changesOwners, tally, mostMoves, cancellationToken).ConfigureAwait(false);
                if (!lot.TryGetValue(out var read))
                {
                    return CrmResult<TerritoryPlan>.Failed(lot.Errors);
                }

                if (read.Count == 0)
                {
                    break;
                }

                territories.LetGo(read);
                after = read[^1];
            }
        }

        return tally.Plan;
    }

    private async Task<CrmResult<IReadOnlyList<Guid>>> LotAsync(bool isLead, Guid? after, bool changesOwners, TerritoryTally tally, int mostMoves, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var counted = Tally(mostMoves);
            var lot = await unitOfWork.InTransactionAsync(
                token =>
                {
                    counted = Tally(mostMoves);
                    return acts.MakeAsync<IReadOnlyList<Guid>>(
                        "sales.apply-territories",
                        async now =>
                        {
                            var rules = await placement.ReadAsync(now, token).ConfigureAwait(false);
                            return isLead
                                ? await LeadsAsync(after is { } lead ? LeadId.From(lead) : null, areTracked: true, rules, changesOwners, counted, now, token).ConfigureAwait(false)
                                : await DealsAsync(after is { } deal ? OpportunityId.From(deal) : null, areTracked: true, rules, changesOwners, counted, now, token).ConfigureAwait(false);
                        },
                        token);
                },
                cancellationToken).ConfigureAwait(false);
            if (lot.Succeeded)
            {
                tally.Add(counted);
                return lot;
            }

            if (attempt == Attempts || lot.Errors.Any(e => e.Code != nameof(CrmErrorDescriber.VersionConflict)))
            {
                return lot;
            }
        }
    }

    private async Task<Guid[]> LeadsAsync(LeadId? after, bool areTracked, TerritoryRules rules, bool changesOwners, TerritoryTally tally, Instant now, CancellationToken cancellationToken)
    {
        var read = await territories.LeadsAsync(after, Batch, areTracked, cancellationToken).ConfigureAwait(false);
        foreach (var lead in read)
        {
            var (from, owner, territory) = (lead.TerritoryId, lead.OwnerId, rules.Of(lead));
            tally.Read(isLead: true, territory is not null);
            if (territory is not null && territory.Id != from)
            {
                // What is read for a preview is nobody's: the act shows what would come of it.
                lead.EnterTerritory(territory, changesOwners, now);
                tally.Move(new TerritoryMove(lead.ToSubject(), lead.DisplayName, from, territory.Id, owner, lead.OwnerId));
            }
        }

        return [.. read.Select(l => l.Id.Value)];
    }

    private async Task<Guid[]> DealsAsync(OpportunityId? after, bool areTracked, TerritoryRules rules, bool changesOwners, TerritoryTally tally, Instant now, CancellationToken cancellationToken)
    {
        var read = await territories.OpportunitiesAsync(after, Batch, areTracked, cancellationToken).ConfigureAwait(false);
        var chosen = await placement.FindAsync(read, rules, now, cancellationToken).ConfigureAwait(false);
        foreach (var (deal, territory) in read.Zip(chosen))
        {
            var (from, owner) = (deal.TerritoryId, deal.OwnerId);
            tally.Read(isLead: false, territory is not null);
            if (territory is not null && territory.Id != from)
            {
                deal.EnterTerritory(territory, changesOwners, now);
                tally.Move(new TerritoryMove(deal.ToSubject(), deal.Name, from, territory.Id, owner, deal.OwnerId));
            }
        }

        return [.. read.Select(d => d.Id.Value)];
    }

    private static TerritoryTally Tally(int mostMoves)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mostMoves);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mostMoves, PageRequest.MaxTake);
        return new TerritoryTally(mostMoves);
    }
}

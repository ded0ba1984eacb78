using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>
/// Makes one customer of two that are the same, and two again while nothing stands against it. The absorbed id stays resolvable:
/// whoever finds a customer by it gets the survivor, and acts addressed to it land there.
/// </summary>
/// <remarks>Scoped service. <see cref="MergeAsync"/> and <see cref="UnmergeAsync"/> save by themselves, in one transaction each.</remarks>
[FrontDoor]
public sealed class CustomerMerger(
    ICustomerMergeStore store,
    ICustomerQueries customers,
    ICustomerRelationQueries relations,
    ICrmUnitOfWork unitOfWork,
    IEnumerable<ICustomerMergeParticipant> participants,
    CrmActs acts)
{
    /// <summary>Says what a merge would do, and changes nothing.</summary>
    /// <param name="survivorId">Who would stay.</param>
    /// <param name="absorbedId">Who would go into the survivor.</param>
    /// <param name="options">How values survive; <see cref="MergeOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The plan with the origin of every surviving value, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>CustomerAlreadyMerged</c>,
    /// <c>MergeWithItself</c>, <c>MergeOfDifferentKinds</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<MergePlan>> PlanAsync(CustomerId survivorId, CustomerId absorbedId, MergeOptions? options = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<MergePlan>(
            "customers.merge",
            async _ =>
            {
                if (await RefuseAsync(survivorId, absorbedId, cancellationToken).ConfigureAwait(false) is { } refused)
                {
                    return refused;
                }

                var (survivor, absorbed) = await store.LoadAsync(survivorId, absorbedId, cancellationToken).ConfigureAwait(false);
                return survivor is null ? Missing(survivorId)
                    : absorbed is null ? Missing(absorbedId)
                    : await DraftAsync(survivor, absorbed, options ?? MergeOptions.Default, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);

    /// <summary>
    /// Merges two customers and saves: the survivor takes over what survives, every row of every area that pointed at the absorbed
    /// customer points at the survivor, and the absorbed one is gone but for its tombstone. Whoever writes to either meanwhile waits
    /// or gets a coded conflict and repeats.
    /// </summary>
    /// <param name="survivorId">Who stays.</param>
    /// <param name="absorbedId">Who goes into the survivor.</param>
    /// <param name="options">How values survive; <see cref="MergeOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Cancels the merge; nothing is written then.</param>
    /// <returns>What was done, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>CustomerAlreadyMerged</c>, <c>MergeWithItself</c>,
    /// <c>MergeOfDifferentKinds</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<MergePlan>> MergeAsync(CustomerId survivorId, CustomerId absorbedId, MergeOptions? options = null, CancellationToken cancellationToken = default) =>
        unitOfWork.InTransactionAsync(
            token => acts.MakeAsync<MergePlan>(
                "customers.merge",
                async now =>
                {
                    if (await RefuseAsync(survivorId, absorbedId, token).ConfigureAwait(false) is { } refused)
                    {
                        return refused;
                    }

                    var (survivor, absorbed) = await store.HoldAsync(survivorId, absorbedId, token).ConfigureAwait(false);
                    return survivor is null || absorbed is null
                        ? await RefuseAsync(survivorId, absorbedId, token).ConfigureAwait(false) ?? Conflict(survivor is null ? survivorId : absorbedId)
                        : await CarryOutAsync(survivor, absorbed, options ?? MergeOptions.Default, now, token).ConfigureAwait(false);
                },
                token),
            cancellationToken);

    /// <summary>
    /// Undoes a merge and saves: the absorbed customer is back under its id, and so is every row that it had. What came to the
    /// survivor after the merge stays with the survivor.
    /// </summary>
    /// <param name="id">The merge.</param>
    /// <param name="cancellationToken">Cancels the act; nothing is written then.</param>
    /// <returns>The restored customer's identity, or <c>ActNotAllowed</c>, <c>MergeNotFound</c>, <c>MergeAlreadyUndone</c>, <c>MergeNotUndoable</c>,
    /// <c>MergeChangedSince</c>, <c>VersionConflict</c>, <c>AlreadyExists</c>.</returns>
    public Task<CrmResult<CustomerIdentity>> UnmergeAsync(MergeId id, CancellationToken cancellationToken = default) => unitOfWork.InTransactionAsync(
        token => acts.MakeAsync<CustomerIdentity>(
            "customers.unmerge",
            async now =>
            {
                if (await store.FindAsync(id, token).ConfigureAwait(false) is not { } found)
                {
                    return acts.Errors.MergeNotFound(id.ToString());
                }

                var (held, _) = await store.HoldAsync(found.SurvivorId, found.AbsorbedId, token).ConfigureAwait(false);
                var merge = (await store.FindAsync(id, token).ConfigureAwait(false))!;
                if (merge.UndoneAt is not null)
                {
                    return acts.Errors.MergeAlreadyUndone(id.ToString());
                }

                return held is null
                    ? await customers.IdentifyAsync(merge.SurvivorId, token).ConfigureAwait(false) is { } living && living.Id == merge.SurvivorId
                        ? Conflict(merge.SurvivorId)
                        : acts.Errors.MergeNotUndoable(id.ToString())
                    : await UndoAsync(merge, now, token).ConfigureAwait(false);
            },
            token),
        cancellationToken);

    /// <summary>Where a customer is now.</summary>
    /// <param name="id">The id of a living or an absorbed customer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The id itself, or the survivor's at the end of the chain of merges; null when there never was such a customer, or the actor may not read it.</returns>
    public async Task<CustomerId?> ResolveAsync(CustomerId id, CancellationToken cancellationToken = default)
    {
        var found = (await customers.IdentifyAsync(id, cancellationToken).ConfigureAwait(false))?.Id;
        return found is { } living && (MayRead(living) || MayRead(id)) ? living : null;
    }

    /// <summary>The merges that made or absorbed a customer, last first; for staff.</summary>
    /// <param name="id">The survivor or the absorbed customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The merges; none when the actor may not read them.</returns>
    public async Task<IReadOnlyList<MergeSummary>> HistoryAsync(CustomerId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await store.HistoryAsync(id, cancellationToken).ConfigureAwait(false) : [];

    private async Task<CrmError?> RefuseAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken)
    {
        foreach (var id in new[] { survivorId, absorbedId })
        {
            if (!MayRead(id))
            {
                return Missing(id);
            }

            if (survivorId != absorbedId && await store.ResolveAsync(id, cancellationToken).ConfigureAwait(false) is { } elsewhere)
            {
                return acts.Errors.CustomerAlreadyMerged(id.ToString(), elsewhere.ToString());
            }

            if (await customers.IdentifyAsync(id, cancellationToken).ConfigureAwait(false) is null)
            {
                return Missing(id);
            }
        }

        return survivorId == absorbedId ? acts.Errors.MergeWithItself(survivorId.ToString()) : null;
    }

    private async Task<CrmResult<MergePlan>> DraftAsync(Customer survivor, Customer absorbed, MergeOptions options, CancellationToken cancellationToken)
    {
        if (survivor.Kind != absorbed.Kind)
        {
            return acts.Errors.MergeOfDifferentKinds(survivor.Id.ToString(), absorbed.Id.ToString());
        }

        if (options.Rules.Keys.Concat(options.Choices.Keys).FirstOrDefault(f => !MergeFields.All.Contains(f)) is { } unknown)
        {
            return acts.Errors.InvalidValue(nameof(options), $"There is no field {unknown}.");
        }

        var (ours, theirs) = (
            await store.LastChangedAsync(survivor.Id, cancellationToken).ConfigureAwait(false) ?? survivor.CreatedAt,
            await store.LastChangedAsync(absorbed.Id, cancellationToken).ConfigureAwait(false) ?? absorbed.CreatedAt);
        var items = survivor.UniteWith(absorbed).ToList();
        foreach (var participant in participants)
        {
            items.AddRange(await participant.PreviewAsync(survivor.Id, absorbed.Id, cancellationToken).ConfigureAwait(false));
        }

        return new MergePlan(
            new CustomerIdentity(survivor.Id, survivor.Kind, survivor.DisplayName),
            new CustomerIdentity(absorbed.Id, absorbed.Kind, absorbed.DisplayName),
            await InTreeAsync(survivor.DecideMerge(absorbed, options, theirs > ours ? MergeSide.Absorbed : MergeSide.Survivor), survivor, absorbed, cancellationToken).ConfigureAwait(false),
            items,
            await store.CountAsync(survivor.Id, absorbed.Id, cancellationToken).ConfigureAwait(false));
    }

    // Of two organisations in one line, the survivor gets the upper one's place, whatever the rules say: else the tree would close to a ring.
    private async Task<IReadOnlyList<MergeFieldDecision>> InTreeAsync(
        IReadOnlyList<MergeFieldDecision> decisions, Customer survivor, Customer absorbed, CancellationToken cancellationToken)
    {
        if (survivor is not Organisation)
        {
            return decisions;
        }

        MergeSide? upper = (await relations.AncestorsAsync(survivor.Id, cancellationToken).ConfigureAwait(false)).Any(a => a.Id == absorbed.Id) ? MergeSide.Absorbed
            : (await relations.AncestorsAsync(absorbed.Id, cancellationToken).ConfigureAwait(false)).Any(a => a.Id == survivor.Id) ? MergeSide.Survivor
            : null;
        return upper is { } side ? [.. decisions.Select(d => d.Field == MergeFields.Parent ? d with { Origin = side } : d)] : decisions;
    }

    private async Task<CrmResult<MergePlan>> CarryOutAsync(Customer survivor, Customer absorbed, MergeOptions options, Instant now, CancellationToken cancellationToken)
    {
        var planned = await DraftAsync(survivor, absorbed, options, cancellationToken).ConfigureAwait(false);
        if (!planned.TryGetValue(out var plan))
        {
            return planned;
        }

        var mergeId = MergeId.New(now);
        foreach (var participant in participants)
        {
            await participant.ApplyAsync(mergeId, survivor.Id, absorbed.Id, now, cancellationToken).ConfigureAwait(false);
        }

        var moved = await store.RepointAsync(mergeId, survivor, absorbed, p => p.UniteOrganisations(survivor.Id, absorbed.Id, now), cancellationToken).ConfigureAwait(false);
        survivor.Absorb(absorbed, mergeId, plan.Fields, now);
        store.Remove(absorbed);
        var saved = await unitOfWork.SaveAsync(cancellationToken).ConfigureAwait(false);
        if (!saved.Succeeded)
        {
            return CrmResult<MergePlan>.Failed(saved.Errors);
        }

        var done = plan with { Id = mergeId, Rows = moved };
        await store.ConcludeAsync(done, now, cancellationToken).ConfigureAwait(false);
        return done;
    }

    private async Task<CrmResult<CustomerIdentity>> UndoAsync(MergeSummary merge, Instant now, CancellationToken cancellationToken)
    {
        foreach (var participant in participants.Reverse())
        {
            await participant.UndoAsync(merge.Id, merge.SurvivorId, merge.AbsorbedId, cancellationToken).ConfigureAwait(false);
        }

        if (await store.UndoAsync(merge, now, cancellationToken).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        var (survivor, restored) = await store.HoldAsync(merge.SurvivorId, merge.AbsorbedId, cancellationToken).ConfigureAwait(false);
        survivor!.Separate(merge.AbsorbedId, merge.Id, now);
        return new CustomerIdentity(restored!.Id, restored.Kind, restored.DisplayName);
    }

    private bool MayRead(CustomerId id) => acts.Gate.Readable.Includes(new(SubjectKinds.Customer, id.Value));

    private CrmError Missing(CustomerId id) => acts.Errors.CustomerNotFound(id.ToString());

    private CrmError Conflict(CustomerId id) => acts.Errors.VersionConflict($"{nameof(Customer)} {id}");
}

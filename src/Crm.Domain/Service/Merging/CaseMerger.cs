using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Service;

/// <summary>Merges cases that are about the same, and reads what was written in all of them as one conversation.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class CaseMerger(IServiceCaseStore cases, ICaseMergeStore merges, CrmActs acts, IEnumerable<ICaseObserver>? observers = null)
{
    private static readonly CaseMessageKind[] s_ofStaff = Enum.GetValues<CaseMessageKind>();
    private static readonly CaseMessageKind[] s_ofCustomers = [CaseMessageKind.FromCustomer, CaseMessageKind.PublicReply];

    /// <summary>
    /// Merges a case into another of the same customer or organisation. Its messages stay in it and are read with the other's; replies
    /// to it reach the other. A target that was merged itself stands for the case at the end of its chain.
    /// </summary>
    /// <param name="sourceId">The case that ends.</param>
    /// <param name="targetId">The case that goes on.</param>
    /// <param name="expectedVersion">The version of the ending case that the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case that goes on, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>VersionConflict</c>, <c>CaseMerged</c>,
    /// <c>CaseMergedWithItself</c>, <c>CaseCustomersDiffer</c>.</returns>
    public Task<CrmResult<ServiceCase>> MergeAsync(
        ServiceCaseId sourceId, ServiceCaseId targetId, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<ServiceCase>(
            "service.merge-cases",
            async now =>
            {
                if (await cases.FindAsync(sourceId, cancellationToken).ConfigureAwait(false) is not { } source)
                {
                    return acts.Errors.CaseNotFound(sourceId.ToString());
                }

                if (await merges.TargetOfAsync(targetId, cancellationToken).ConfigureAwait(false) is not { } end
                    || await cases.FindAsync(end, cancellationToken).ConfigureAwait(false) is not { } target)
                {
                    return acts.Errors.CaseNotFound(targetId.ToString());
                }

                if (expectedVersion is { } expected && expected != source.Version)
                {
                    return acts.Errors.VersionConflict($"{nameof(ServiceCase)} {sourceId}");
                }

                if (source.CanMergeInto(target) is { IsPermitted: false } refused)
                {
                    return refused.ToError(acts.Errors);
                }

                var wasUnresolved = source.Category == CaseCategory.Open;
                source.MergeInto(target, now);
                target.TakeOver(source, wasUnresolved, now);
                foreach (var observer in observers ?? [])
                {
                    await observer.SettledAsync(source, now, cancellationToken).ConfigureAwait(false);
                }

                return target;
            },
            cancellationToken);

    /// <summary>Reads what was written in a case and in those that were merged into it. Whoever is not staff reads neither notes nor what was left for staff.</summary>
    /// <param name="id">The case, or one that was merged.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The conversation; null when there is none or the actor may not read it.</returns>
    public async Task<CaseConversation?> ConversationAsync(ServiceCaseId id, CancellationToken cancellationToken = default)
    {
        if (await merges.TargetOfAsync(id, cancellationToken).ConfigureAwait(false) is not { } end
            || await cases.FindAsync(end, cancellationToken).ConfigureAwait(false) is not { } target || !MayRead(target))
        {
            return null;
        }

        var sources = await merges.SourcesOfAsync(end, cancellationToken).ConfigureAwait(false);
        List<ServiceCaseId> readable = [end];
        foreach (var source in sources)
        {
            if (acts.Gate.Readable.Everything || (await cases.FindAsync(source, cancellationToken).ConfigureAwait(false) is { } merged && MayRead(merged)))
            {
                readable.Add(source);
            }
        }

        return new(end, target.Number, await merges.MessagesAsync(readable, acts.Gate.Actor.IsStaff ? s_ofStaff : s_ofCustomers, cancellationToken).ConfigureAwait(false));
    }

    private bool MayRead(ServiceCase found) => acts.Gate.MayRead(Audience.Customer) && found.IsWithin(acts.Gate.Readable);
}

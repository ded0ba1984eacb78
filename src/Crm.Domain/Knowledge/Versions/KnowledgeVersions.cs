using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Every version of the knowledge items: listed, compared, and taken up again. For staff.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class KnowledgeVersions(IKnowledgeStore items, IKnowledgeVersionQueries versions, KnowledgeAuthors authors, CrmActs acts)
{
    /// <summary>Most versions of one list.</summary>
    public const int MaxTake = 1_000;

    /// <summary>Lists versions of an item, the latest first.</summary>
    /// <param name="id">The item.</param>
    /// <param name="before">Versions before this number; null for the latest.</param>
    /// <param name="take">How many at most; 1 to <see cref="MaxTake"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The versions; none when there is no such item or the actor is not staff.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is out of its range.</exception>
    public async Task<IReadOnlyList<KnowledgeVersionSummary>> ListAsync(
        KnowledgeItemId id, int? before = null, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MaxTake);
        return acts.Gate.Actor.IsStaff ? await versions.ListAsync(id, before, take, cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>Reads a version.</summary>
    /// <param name="id">The item.</param>
    /// <param name="number">The version.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The version, not tracked; null when there is none or the actor is not staff.</returns>
    public async Task<KnowledgeVersion?> FindAsync(KnowledgeItemId id, int number, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await versions.FindAsync(id, number, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Compares two versions of an item.</summary>
    /// <param name="id">The item.</param>
    /// <param name="first">The first version.</param>
    /// <param name="second">The second version.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>What differs, or <c>ActNotAllowed</c>, <c>KnowledgeVersionNotFound</c>.</returns>
    public Task<CrmResult<KnowledgeDiff>> CompareAsync(KnowledgeItemId id, int first, int second, CancellationToken cancellationToken = default) => acts.MakeAsync<KnowledgeDiff>(
        "knowledge.compare-versions",
        async _ =>
        {
            if (await versions.FindAsync(id, first, cancellationToken).ConfigureAwait(false) is not { } before)
            {
                return acts.Errors.KnowledgeVersionNotFound(first);
            }

            return await versions.FindAsync(id, second, cancellationToken).ConfigureAwait(false) is { } after
                ? KnowledgeDiff.Between(before.Content, after.Content)
                : acts.Errors.KnowledgeVersionNotFound(second);
        },
        cancellationToken);

    /// <summary>Writes a version that says again what an earlier one said. Nothing is taken away: the versions between stay.</summary>
    /// <param name="id">The item.</param>
    /// <param name="number">The earlier version.</param>
    /// <param name="expectedVersion">The version of the item that the caller saw; null when any will do.</param>
    /// <param name="note">What is changed and why, one line; the number of the version when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeVersionNotFound</c>,
    /// <c>KnowledgeItemArchived</c>, <c>KnowledgeLicenceTooLow</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<KnowledgeItem>> RollBackAsync(
        KnowledgeItemId id, int number, long? expectedVersion = null, string? note = null, CancellationToken cancellationToken = default)
    {
        var item = items.FindAsync(id, cancellationToken);
        var content = await item.ConfigureAwait(false) is null ? null : (await versions.FindAsync(id, number, cancellationToken).ConfigureAwait(false))?.Content;
        return await acts.ChangeItemAsync(
            authors, "knowledge.roll-back", item, id, expectedVersion,
            (i, by, now) => content is null ? CrmRuling.Refused(e => e.KnowledgeVersionNotFound(number)) : i.CanRevise(by, now),
            (i, by, now) => i.Revise(content!, by, now, note ?? $"#{number}"), cancellationToken).ConfigureAwait(false);
    }
}

using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>The knowledge items of a case: what the customer had read, what may help, what it was solved with, and what came of it.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class CaseArticles(IServiceCaseStore cases, ICaseMergeStore merges, KnowledgeUses uses, KnowledgeSuggestions suggestions, CrmActs acts)
{
    private const int MaxDescribed = 5;

    /// <summary>Notes that a case was solved with an item, or that a reply cites it. To say the same again changes nothing.</summary>
    /// <param name="id">The case.</param>
    /// <param name="item">The knowledge item.</param>
    /// <param name="kind">How it served the case.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The link, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>CaseMerged</c>, <c>KnowledgeItemNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeUseId>> LinkAsync(
        ServiceCaseId id, KnowledgeItemId item, KnowledgeUseKind kind = KnowledgeUseKind.Used, CancellationToken cancellationToken = default) =>
        OfCaseAsync("service.link-article", id, subject => uses.LinkAsync(item, subject, kind, cancellationToken), cancellationToken);

    /// <summary>Takes a link back.</summary>
    /// <inheritdoc cref="LinkAsync" path="/param" />
    /// <returns>The link that goes, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>CaseMerged</c>, <c>KnowledgeUseNotFound</c>.</returns>
    public Task<CrmResult<KnowledgeUseId>> UnlinkAsync(
        ServiceCaseId id, KnowledgeItemId item, KnowledgeUseKind kind = KnowledgeUseKind.Used, CancellationToken cancellationToken = default) =>
        OfCaseAsync("service.unlink-article", id, subject => uses.UnlinkAsync(item, subject, kind, cancellationToken), cancellationToken);

    /// <summary>Lists the items of a case and of those that were merged into it: what the customer had read first, then what served it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>The items; none when there is no such case or the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<CaseArticle>> OfAsync(ServiceCaseId id, CancellationToken cancellationToken = default)
    {
        if (!acts.Gate.Actor.IsStaff || await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } about)
        {
            return [];
        }

        var merged = await merges.SourcesOfAsync(id, cancellationToken).ConfigureAwait(false);
        var served = await uses.OfAsync([about.ToSubject(), .. merged.Select(m => m.ToSubject())], cancellationToken).ConfigureAwait(false);
        var titles = await uses.TitlesAsync([.. about.ViewedArticles.Select(a => a.KnowledgeItemId)], cancellationToken).ConfigureAwait(false);
        return
        [
            .. about.ViewedArticles.Select(a => new CaseArticle(a.KnowledgeItemId, titles.GetValueOrDefault(a.KnowledgeItemId), null, null, null)),
            .. served.Select(u => new CaseArticle(u.KnowledgeItemId, u.Title, u.Kind, u.AgentId, u.At)),
        ];
    }

    /// <summary>Suggests items that may answer a case, for the agent who works on it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="take">How many at most, 1 to 20.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The items, the best first, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<IReadOnlyList<KnowledgeHit>>> SuggestAsync(ServiceCaseId id, int take = 5, CancellationToken cancellationToken = default)
    {
        if (acts.Gate.MayAct("service.suggest-articles") is { IsPermitted: false } refused)
        {
            return refused.ToError(acts.Errors);
        }

        return await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } about
            ? await suggestions.ForCaseAsync(
                new CaseText(about.Subject)
                {
                    Description = string.Join('\n', about.Messages.Where(m => m.Kind == CaseMessageKind.FromCustomer).Take(MaxDescribed).Select(m => m.Body)), Take = take,
                },
                null,
                cancellationToken).ConfigureAwait(false)
            : acts.Errors.CaseNotFound(id.ToString());
    }

    private Task<CrmResult<KnowledgeUseId>> OfCaseAsync(
        string act, ServiceCaseId id, Func<SubjectReference, Task<CrmResult<KnowledgeUseId>>> then, CancellationToken cancellationToken) => acts.MakeAsync<KnowledgeUseId>(
        act,
        async _ => await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } about ? acts.Errors.CaseNotFound(id.ToString())
            : about.CanChangeDetails() is { IsPermitted: false } refused ? refused.ToError(acts.Errors)
            : await then(about.ToSubject()).ConfigureAwait(false),
        cancellationToken);
}

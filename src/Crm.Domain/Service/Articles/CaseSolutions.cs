using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Service;

/// <summary>
/// Makes an article of a resolved case. Nothing of a case goes into an article by itself: the agent reads what is offered, writes it anew
/// for others, and hands it in; what still names or reaches a person is refused until the agent says that it was seen.
/// </summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class CaseSolutions(IServiceCaseStore cases, ICaseMergeStore merges, ICustomerQueries customers, KnowledgeUses uses, CaseStatusCatalog statuses, CrmActs acts)
{
    /// <summary>What stands in the place of what was left out.</summary>
    public const string Omission = "[…]";

    // As long as a subject, which a title may be.
    private const int MaxTitleLength = ServiceCase.MaxSubjectLength;

    private static readonly CaseMessageKind[] s_public = [CaseMessageKind.PublicReply];

    /// <summary>Offers what a resolved case says of its solution: the staff's public replies and the solution, never the customer's words.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <returns>The draft, of which nothing is stored, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>CaseNotResolved</c>.</returns>
    public Task<CrmResult<SolutionDraft>> PrepareAsync(ServiceCaseId id, CancellationToken cancellationToken = default) => acts.MakeAsync<SolutionDraft>(
        "service.prepare-article",
        async _ =>
        {
            var found = await ResolvedAsync(id, cancellationToken).ConfigureAwait(false);
            if (!found.TryGetValue(out var about))
            {
                return CrmResult<SolutionDraft>.Failed(found.Errors);
            }

            var traces = await TracesAsync(about, cancellationToken).ConfigureAwait(false);
            var merged = await merges.SourcesOfAsync(id, cancellationToken).ConfigureAwait(false);
            var replies = await merges.MessagesAsync([id, .. merged], s_public, cancellationToken).ConfigureAwait(false);
            List<string> said = [.. replies.Select(r => r.Body.Trim())];
            if (about.Solution?.Trim() is { Length: > 0 } solution && !said.Contains(solution, StringComparer.Ordinal))
            {
                said.Add(solution);
            }

            var body = string.Join("\n\n", said.Where(s => s.Length > 0));
            var title = traces.Without(about.Subject, Omission);
            return new SolutionDraft(
                title.Length <= MaxTitleLength ? title : title[..MaxTitleLength],
                traces.Without(body, Omission),
                about.Sku,
                [.. traces.In(about.Subject).Concat(traces.In(body)).Distinct(StringComparer.Ordinal)]);
        },
        cancellationToken);

    /// <summary>Starts a draft of an article with a resolved case as its source.</summary>
    /// <param name="id">The case.</param>
    /// <param name="content">What the article says: every word is the caller's.</param>
    /// <param name="audience">Who shall read it once it is published.</param>
    /// <param name="personalDataSeen">Whether the agent has seen what <c>SolutionNamesPerson</c> warns of, and wants it so.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The draft, or <c>ActNotAllowed</c>, <c>CaseNotFound</c>, <c>CaseNotResolved</c>, <c>SolutionNamesPerson</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItemId>> WriteAsync(
        ServiceCaseId id, KnowledgeContent content, Audience audience, bool personalDataSeen = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return acts.MakeAsync<KnowledgeItemId>(
            "service.write-article",
            async _ =>
            {
                var found = await ResolvedAsync(id, cancellationToken).ConfigureAwait(false);
                if (!found.TryGetValue(out var about))
                {
                    return CrmResult<KnowledgeItemId>.Failed(found.Errors);
                }

                if (!personalDataSeen)
                {
                    var traces = await TracesAsync(about, cancellationToken).ConfigureAwait(false);
                    var named = ((string?[])[content.Title, content.Summary, content.Body]).SelectMany(traces.In).Distinct(StringComparer.Ordinal).ToList();
                    if (named.Count > 0)
                    {
                        return acts.Errors.SolutionNamesPerson(about.Number.Value, string.Join(", ", named));
                    }
                }

                return await uses.DraftAsync(content, audience, about.ToSubject(), cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    private async Task<CrmResult<ServiceCase>> ResolvedAsync(ServiceCaseId id, CancellationToken cancellationToken) =>
        await cases.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } about ? acts.Errors.CaseNotFound(id.ToString())
        : about.Category is CaseCategory.Resolved or CaseCategory.Closed ? about
        : acts.Errors.CaseNotResolved(about.Number.Value, statuses.NameOf(about.Status));

    private async Task<PersonalTraces> TracesAsync(ServiceCase about, CancellationToken cancellationToken)
    {
        var customer = await customers.IdentifyAsync(about.CustomerId, cancellationToken).ConfigureAwait(false);
        return new PersonalTraces(
        [
            customer?.DisplayName, about.SerialNumber, about.Number.Value, .. about.Messages.Where(m => m.Kind == CaseMessageKind.FromCustomer).Select(m => m.Author).Distinct(StringComparer.Ordinal),
        ]);
    }
}

using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Service;

/// <summary>
/// Cases as their customers may see them. Whoever signs in to a portal reads those of the customers and organisations it acts for, and
/// staff what the customer sees. Foreign cases look exactly like missing ones.
/// </summary>
/// <remarks>Scoped service.</remarks>
[FrontDoor]
public sealed class CustomerCases(IServiceCaseStore cases, ICaseMergeStore merges, IServiceCaseQueries queries, CaseStatusCatalog statuses, CrmActs acts)
{
    private static readonly CaseMessageKind[] s_public = [CaseMessageKind.FromCustomer, CaseMessageKind.PublicReply];

    /// <summary>Finds a case by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The case, or the one it was merged into; null when there is none or the actor may not read it.</returns>
    public async Task<CustomerCase?> FindAsync(CaseNumber number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        return await ShowAsync(await cases.FindByNumberAsync(number, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds a case by its id.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The case, or the one it was merged into; null when there is none or the actor may not read it.</returns>
    public async Task<CustomerCase?> FindAsync(ServiceCaseId id, CancellationToken cancellationToken = default) =>
        await ShowAsync(await cases.FindAsync(id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Lists the cases that the actor may read, newest first.</summary>
    /// <param name="customerId">Only those of one customer, or on behalf of one organisation; null for all.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public async Task<Page<CustomerCaseSummary>> ListAsync(CustomerId? customerId = null, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        if (!acts.Gate.MayRead(Audience.Customer))
        {
            return new Page<CustomerCaseSummary>([], null);
        }

        var found = await queries.ListAsync(new CaseCriteria { CustomerId = customerId }, acts.Gate.Readable, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false);
        return new([.. found.Items.Select(c => new CustomerCaseSummary(c.Id, c.Number, c.Subject, statuses.CustomerNameOf(c.Status, c.Category), IsSettled(c.Category), c.OpenedAt))], found.Next);
    }

    private async Task<CustomerCase?> ShowAsync(ServiceCase? asked, CancellationToken cancellationToken)
    {
        if (asked is null || !MayRead(asked) || await merges.TargetOfAsync(asked.Id, cancellationToken).ConfigureAwait(false) is not { } end
            || (end == asked.Id ? asked : await cases.FindAsync(end, cancellationToken).ConfigureAwait(false)) is not { } found || !MayRead(found))
        {
            return null;
        }

        List<ServiceCaseId> readable = [found.Id];
        foreach (var source in await merges.SourcesOfAsync(found.Id, cancellationToken).ConfigureAwait(false))
        {
            if (await cases.FindAsync(source, cancellationToken).ConfigureAwait(false) is { } merged && MayRead(merged))
            {
                readable.Add(source);
            }
        }

        var messages = await merges.MessagesAsync(readable, s_public, cancellationToken).ConfigureAwait(false);
        var isSettled = IsSettled(found.Category);
        return new(
            found.Id,
            found.Number,
            found.Subject,
            statuses.CustomerNameOf(found.Status, found.Category),
            isSettled,
            found.OpenedAt,
            isSettled ? found.Solution : null,
            [.. messages.Select(m => new CustomerCaseMessage(m.Id, m.Kind == CaseMessageKind.PublicReply, m.Author, m.Body, m.At))])
        {
            IsFollowed = (found.IsFollowedByCustomer && acts.Gate.Readable.Includes(found.CustomerId.ToSubject()))
                || (found is { IsFollowedByOrganisation: true, OrganisationId: { } organisation } && acts.Gate.Readable.Includes(organisation.ToSubject())),
        };
    }

    private static bool IsSettled(CaseCategory category) => category is CaseCategory.Resolved or CaseCategory.Closed;

    private bool MayRead(ServiceCase found) => acts.Gate.MayRead(Audience.Customer) && found.IsWithin(acts.Gate.Readable);
}

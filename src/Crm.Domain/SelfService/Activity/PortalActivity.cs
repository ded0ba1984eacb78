using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;

namespace Crm.Domain.SelfService;

/// <summary>
/// The activity log of a customer in the portal: what was done around it, which of its own data were changed, and who read them, newest
/// first. Members of staff are "staff", never a name; nothing internal is in it. Empty for customers that the account does not act for, and
/// for guests, partners and staff, who have timelines and the audit.
/// </summary>
/// <remarks>Scoped service. Readings are there where the host keeps a log of them (<c>CrmOptions.LogsAccess</c>).</remarks>
[FrontDoor]
public sealed class PortalActivity(ICustomerActivityQueries happenings, IAuditQueries audit, IAccessQueries accesses, CrmActs acts)
{
    /// <summary>Kind of a change of the customer's own data.</summary>
    public const string DataChanged = "data-changed";

    /// <summary>Kind of a reading of the customer's data by somebody else.</summary>
    public const string DataRead = "data-read";

    // What a customer knows of its own record; everything else there is the business's.
    private static readonly string[] s_own =
        ["DisplayName", "Name", "Language", "BirthDate", nameof(ContactPoint), nameof(CustomerAddress), nameof(CustomerPreference)];

    /// <summary>Reads a page of the log.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    public async Task<Page<PortalActivityItem>> PageAsync(CustomerId customerId, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        if (!acts.Gate.ActsFor(customerId))
        {
            return new([], null);
        }

        var asked = page ?? PageRequest.First;
        List<PortalActivityItem> found =
        [
            .. await UpToAsync(asked, p => HappenedAsync(customerId, p, cancellationToken)).ConfigureAwait(false),
            .. await UpToAsync(asked, p => ChangedAsync(customerId, p, cancellationToken)).ConfigureAwait(false),
            .. await UpToAsync(asked, p => ReadAsync(customerId, p, cancellationToken)).ConfigureAwait(false),
        ];
        var items = found.OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Take(asked.Take).ToList();
        return new(items, found.Count > items.Count ? new PageKey(items[^1].At, items[^1].Id) : null);
    }

    // One more than asked for of each source, so that the page is right wherever they all come from; some rows of a source are not shown.
    private static async Task<List<PortalActivityItem>> UpToAsync(PageRequest asked, Func<PageRequest, Task<(IReadOnlyList<PortalActivityItem> Shown, PageKey? Next)>> read)
    {
        var (found, next) = (new List<PortalActivityItem>(), asked.After);
        do
        {
            var (shown, last) = await read(asked with { After = next }).ConfigureAwait(false);
            found.AddRange(shown);
            next = last;
        }
        while (found.Count <= asked.Take && next is not null);
        return found;
    }

    private async Task<(IReadOnlyList<PortalActivityItem> Shown, PageKey? Next)> HappenedAsync(CustomerId id, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await happenings.PageAsync(id, acts.Gate.ReadableAudiences, page, cancellationToken).ConfigureAwait(false);
        return ([.. found.Items.Select(Item)], found.Next);
    }

    // What the first save wrote stands in the timeline.
    private async Task<(IReadOnlyList<PortalActivityItem> Shown, PageKey? Next)> ChangedAsync(CustomerId id, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await audit.PageAsync(id.ToSubject(), AuditCriteria.All, page, cancellationToken).ConfigureAwait(false);
        var shown = found.Items.Where(s => s.Version > 1)
            .Select(s => (Save: s, Data: s.Changes.Select(c => c.Part ?? c.Field.Split('.')[0]).Distinct(StringComparer.Ordinal).Where(s_own.Contains).ToList()))
            .Where(s => s.Data.Count > 0)
            .Select(s => Item(new(s.Save.Id, s.Save.At, DataChanged, string.Join(", ", s.Data), null, s.Save.ActorKind, s.Save.ActorId, s.Save.ActorName)));
        return ([.. shown], found.Next);
    }

    private async Task<(IReadOnlyList<PortalActivityItem> Shown, PageKey? Next)> ReadAsync(CustomerId id, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await accesses.PageAsync(id, page, cancellationToken).ConfigureAwait(false);
        var shown = found.Items.Where(r => r.ActorKind != ActorKind.PortalCustomer || r.ActorId != acts.Gate.Actor.Id)
            .Select(r => Item(new(r.Id, r.At, DataRead, string.Empty, null, r.ActorKind, r.ActorId, r.ActorName)));
        return ([.. shown], found.Next);
    }

    private PortalActivityItem Item(CustomerActivity happened)
    {
        var isCustomer = happened.ActorKind == ActorKind.PortalCustomer;
        return new(
            happened.Id, happened.At, happened.Kind, happened.Text, happened.ActorKind, isCustomer && happened.ActorId == acts.Gate.Actor.Id, isCustomer ? happened.ActorName : null,
            happened.Reference);
    }
}

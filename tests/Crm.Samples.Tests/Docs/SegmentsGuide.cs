using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/segments.md.</summary>
internal static class SegmentsGuide
{
    // docs: segments-create
    /// <summary>Who spent more than 500 in 90 days and is not invited yet, and a list of those who are. The caller saves.</summary>
    public static async Task<CrmResult<SavedSegment>> CreateAsync(Segments segments)
    {
        var list = await segments.CreateAsync(new SegmentDraft("invited", "Invited to the autumn sale"));
        return !list.Succeeded ? list : await segments.CreateAsync(new SegmentDraft("spenders", "Spenders to invite")
        {
            Criteria = new AllOf(
            [
                new Condition("purchases.sum", CriteriaOperators.GreaterThan, 500) { Days = 90 },
                new Condition("segments.key", CriteriaOperators.NotEqual, "invited"),
            ]),
        });
    }
    // docs: end

    // docs: segments-list
    /// <summary>Notes an invitation. The caller saves.</summary>
    public static Task<CrmResult<SegmentMembershipId>> InviteAsync(SegmentLists lists, CustomerId customer) =>
        lists.AddAsync("invited", customer, "called on Monday");
    // docs: end

    // docs: segments-refresh
    /// <summary>Brings all segments up to date, in a transaction of its own.</summary>
    public static async Task<IReadOnlyList<string>> RefreshAsync(SegmentRefresh refresh)
    {
        var done = (await refresh.RunAsync()).Value;
        return [.. done.Segments.Select(s => $"{s.Key}: {s.Entered} came, {s.Left} left")];
    }
    // docs: end

    // docs: segments-read
    /// <summary>Every member, a page at a time.</summary>
    public static async IAsyncEnumerable<SegmentMember> MembersAsync(SegmentMembers members, string key)
    {
        PageKey? after = null;
        do
        {
            var page = await members.ListAsync(key, new PageRequest { Take = 500, After = after });
            foreach (var member in page.Items)
            {
                yield return member;
            }

            after = page.Next;
        }
        while (after is not null);
    }
    // docs: end
}

using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Puts the customer on a static list.</summary>
internal sealed class AddToListAction(SegmentLists lists, ISegmentStore segments, CrmErrorDescriber errors) : ChangeListAction(segments, errors, nameof(CrmErrorDescriber.SegmentMemberAlready))
{
    public override string Name => "addToList";

    public override IReadOnlyList<string> Raises(RuleValues values) => ["marketing.segment-entered"];

    protected override Task<CrmResult<string>> ChangeAsync(string key, CustomerId customer, string because, CancellationToken cancellationToken) =>
        lists.AddAsync(key, customer, because, cancellationToken).Note($"on {key}");
}

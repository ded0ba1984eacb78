using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Takes the customer off a static list.</summary>
internal sealed class RemoveFromListAction(SegmentLists lists, ISegmentStore segments, CrmErrorDescriber errors) : ChangeListAction(segments, errors, nameof(CrmErrorDescriber.SegmentMemberMissing))
{
    public override string Name => "removeFromList";

    public override IReadOnlyList<string> Raises(RuleValues values) => ["marketing.segment-left"];

    protected override Task<CrmResult<string>> ChangeAsync(string key, CustomerId customer, string because, CancellationToken cancellationToken) =>
        lists.RemoveAsync(key, customer, because, cancellationToken).Note($"off {key}");
}

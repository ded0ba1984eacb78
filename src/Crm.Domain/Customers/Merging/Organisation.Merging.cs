using NodaTime;

namespace Crm.Domain.Customers;

public sealed partial class Organisation
{
    private static readonly MergeField[] s_organisationFields =
    [
        new(MergeFields.Name, c => c.DisplayName, _ => 1, (into, from, _) => ((Organisation)into).SetName(from.DisplayName)),
        new(MergeFields.Parent, c => ((Organisation)c).ParentId?.ToString(), _ => 1, (into, from, _) => ((Organisation)into).ParentId = ((Organisation)from).ParentId),
    ];

    private protected override IEnumerable<MergeField> KindFields => s_organisationFields;

    // Who lay below the absorbed organisation takes its place, as the plan says; nobody lies below itself.
    private protected override void AbsorbKind(Customer absorbed, Instant now)
    {
        if (ParentId == absorbed.Id || ParentId == Id)
        {
            ParentId = null;
        }
    }
}

using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>What criteria on customers may ask of the segments that they are in.</summary>
internal sealed class SegmentFields : IRelatedFields
{
    /// <summary>The field that names segments.</summary>
    public const string Key = "segments.key";

    private const string Current = "current";

    public string RecordKind => SubjectKinds.Customer;

    public string Relation => "segments";

    // Operators that name no segment would ask of all of them, and no order of refreshes could follow from that.
    public void AddTo<T>(FieldCatalogueBuilder<T> builder)
        where T : class => builder
        .Related<SegmentMembership, Instant?>(
            Relation,
            InstantKind.Instance,
            m => m.EnteredAt,
            fields => fields.Scalar("key", ChoiceKinds.Open, m => m.SegmentKey).Scalar("stay", ChoiceKinds.Open, m => m.IsCurrent == true ? Current : "ended"))
        ?.Values<string?>(
            "key", new Condition("stay", CriteriaOperators.Equal, Current), [CriteriaOperators.Equal, CriteriaOperators.NotEqual, CriteriaOperators.In, CriteriaOperators.NotIn])
        .Facts("segment", "stay", Current);
}

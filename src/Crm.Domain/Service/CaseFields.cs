using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What criteria on customers may ask of their service cases.</summary>
internal sealed class CaseFields(CaseStatusCatalog statuses) : IRelatedFields
{
    // A plain fact may say its status alone.
    private static readonly AnyOf s_open = new([
        new Condition("category", CriteriaOperators.In, new[] { "open", "paused" }),
        new Condition("status", CriteriaOperators.In, new[] { CaseStatus.New.Value, CaseStatus.Open.Value, CaseStatus.WaitingOnCustomer.Value })]);

    public string RecordKind => SubjectKinds.Customer;

    public string Relation => "cases";

    public void AddTo<T>(FieldCatalogueBuilder<T> builder)
        where T : class => builder
        .Related<ServiceCase, Instant?>(
            Relation,
            InstantKind.Instance,
            c => c.OpenedAt,
            fields => fields
                .Scalar("status", CaseStatusKind.Of(statuses), c => c.Status)
                .Scalar("category", ChoiceKinds.Of<CaseCategory>(), c => c.Category)
                .Scalar("priority", ChoiceKinds.Of<CasePriority>(), c => c.Priority)
                .Scalar("type", ChoiceKinds.Open, c => c.Type)
                .Scalar("product", ChoiceKinds.Open, c => c.Sku))
        ?.Count("count").Count("open", s_open).Exists("exists").First("first").Last("last").Facts("case");
}

using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What criteria on customers may ask of their service cases.</summary>
internal sealed class CaseFields : IRelatedFields
{
    public string RecordKind => SubjectKinds.Customer;

    public string Relation => "cases";

    public void AddTo<T>(FieldCatalogueBuilder<T> builder)
        where T : class => builder
        .Related<ServiceCase, Instant?>(
            Relation,
            InstantKind.Instance,
            c => c.OpenedAt,
            fields => fields
                .Scalar("status", ChoiceKinds.Of<CaseStatus>(), c => c.Status)
                .Scalar("priority", ChoiceKinds.Of<CasePriority>(), c => c.Priority)
                .Scalar("product", ChoiceKinds.Open, c => c.Sku))
        ?.Count("count").Count("open", new Condition("status", CriteriaOperators.In, new[] { "new", "open", "waitingOnCustomer" })).Exists("exists").Last("last").Facts("case");
}

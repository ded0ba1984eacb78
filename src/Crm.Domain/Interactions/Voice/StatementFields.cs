using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What criteria on customers may ask of what they need, prefer and speak about.</summary>
internal sealed class StatementFields : IRelatedFields
{
    public string RecordKind => SubjectKinds.Customer;

    public string Relation => "statements";

    public void AddTo<T>(FieldCatalogueBuilder<T> builder)
        where T : class => builder
        .Related<CustomerStatement, Instant?>(
            Relation,
            InstantKind.Instance,
            s => s.At,
            fields => fields
                .Scalar("type", ChoiceKinds.Of<StatementKind>(), s => s.Kind)
                .Scalar("status", ChoiceKinds.Of<StatementStatus>(), s => s.Status)
                .Scalar("topic", ChoiceKinds.Open, s => s.Topic)
                .Scalar("product", ChoiceKinds.Open, s => s.Sku))
        ?.Count("count").Exists("exists").Last("last").Values<string?>("topic").Facts("statement");
}

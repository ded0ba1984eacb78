using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>What criteria on customers may ask of their last scores. A customer has one row at most.</summary>
internal sealed class LastScoreFields : IRelatedFields
{
    public string RecordKind => SubjectKinds.Customer;

    public string Relation => "lastScore";

    public void AddTo<T>(FieldCatalogueBuilder<T> builder)
        where T : class => builder
        .Related<CustomerFeedback, Instant?>(
            Relation,
            InstantKind.Instance,
            f => f.AnsweredAt,
            fields => fields.Number("nps", f => f.Nps).Number("csat", f => f.Csat).Number("ces", f => f.Ces))
        ?.Value<decimal?>("nps").Value<decimal?>("csat").Value<decimal?>("ces").Facts("lastScore");
}

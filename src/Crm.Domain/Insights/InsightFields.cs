using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Insights;

/// <summary>What criteria on customers may ask of what their purchases say.</summary>
internal sealed class InsightFields : IRelatedFields
{
    public string RecordKind => SubjectKinds.Customer;

    public string Relation => "insight";

    // A customer has one row of figures at most, or none.
    public void AddTo<T>(FieldCatalogueBuilder<T> builder)
        where T : class => builder
        .Related<CustomerInsight, LocalDate?>(
            Relation,
            DateKind.Instance,
            i => i.AsOf,
            fields => fields
                .Scalar("segment", ChoiceKinds.Open, i => i.Segment)
                .Number("churnProbability", i => i.ChurnProbability)
                .Number("lifetimeValue", i => i.LifetimeValue)
                .Number("historicValue", i => i.HistoricValue)
                .Number("expectedPurchases", i => i.ExpectedPurchases)
                .Date("nextPurchase", i => i.NextPurchaseOn)
                .Date("overdueSince", i => i.OverdueSince))
        ?.Value<string?>("segment").Value<decimal?>("churnProbability").Value<decimal?>("lifetimeValue").Value<decimal?>("historicValue")
        .Value<decimal?>("expectedPurchases").Value<LocalDate?>("nextPurchase").Value<LocalDate?>("overdueSince").Exists("exists").Facts("insight");
}

using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>What criteria on customers may ask of the scores that they gave.</summary>
internal sealed class FeedbackFields : IRelatedFields
{
    public string RecordKind => SubjectKinds.Customer;

    public string Relation => "feedback";

    public void AddTo<T>(FieldCatalogueBuilder<T> builder)
        where T : class => builder
        .Related<FeedbackScore, Instant?>(
            Relation,
            InstantKind.Instance,
            s => s.AnsweredAt,
            fields => fields
                .Scalar("measure", ChoiceKinds.Of<ScoreKind>(), s => s.Kind)
                .Scalar("survey", ChoiceKinds.Open, s => s.SurveyKey)
                .Scalar("product", ChoiceKinds.Open, s => s.Sku)
                .Number("place", s => s.Place))
        ?.Count("count").Exists("exists").First("first").Last("last").Facts("feedback");
}

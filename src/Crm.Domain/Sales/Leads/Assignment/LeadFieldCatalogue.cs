using System.Linq.Expressions;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// The fields of leads that the criteria of queues may name: source, status, organisation, jobTitle, topic, country, region, city, postalCode,
/// language, score, hasEmail, hasPhone, receivedAt.
/// </summary>
/// <remarks>Singleton service. Criteria are asked of one lead in memory, when it is put in a queue.</remarks>
public sealed class LeadFieldCatalogue
{
    private readonly FieldCatalogue<Lead> _fields = new FieldCatalogueBuilder<Lead>(new InMemorySource())
        .Scalar("source", ChoiceKinds.Open, l => l.Source)
        .Scalar("status", ChoiceKinds.Of<LeadStatus>(), l => l.Status)
        .Text("organisation", l => l.OrganisationName == null ? null : FoldedText.Of(l.OrganisationName))
        .Text("jobTitle", l => l.JobTitle == null ? null : FoldedText.Of(l.JobTitle))
        .Text("topic", l => l.Topic == null ? null : FoldedText.Of(l.Topic))
        .Scalar("country", ChoiceKinds.Open, l => l.Country == null ? null : l.Country.Code)
        .Text("region", l => l.Region == null ? null : FoldedText.Of(l.Region))
        .Text("city", l => l.City == null ? null : FoldedText.Of(l.City))
        .Text("postalCode", l => l.PostalCode == null ? null : FoldedText.Of(l.PostalCode))
        .Scalar("language", ChoiceKinds.Open, l => l.Language == null ? null : l.Language.Value)
        .Scalar("score", CountKind.Instance, l => l.Score)
        .Scalar("hasEmail", FlagKind.Instance, l => l.EmailKey != null)
        .Scalar("hasPhone", FlagKind.Instance, l => l.Phone != null)
        .At("receivedAt", l => l.ReceivedAt)
        .Build();

    /// <summary>The fields.</summary>
    public IReadOnlyList<CriteriaField> Fields => _fields.Fields;

    /// <summary>Compiles criteria on leads.</summary>
    /// <param name="criteria">The criteria.</param>
    /// <param name="now">The current instant, at which windows end.</param>
    /// <param name="errors">The words of refusals.</param>
    /// <returns>The condition, or what <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    internal CrmResult<Expression<Func<Lead, bool>>> Compile(Criterion criteria, Instant now, CrmErrorDescriber errors) =>
        _fields.Compile(criteria, new CriteriaMoment(now, DateTimeZone.Utc), errors);

    /// <summary>Whether criteria hold for a lead. Criteria that no longer compile hold for none.</summary>
    internal bool Holds(string criteria, Lead asked, Instant now, CrmErrorDescriber errors) => Test(criteria, now, errors)(asked);

    /// <summary>Criteria to be asked of many leads. Criteria that no longer compile hold for none.</summary>
    internal Func<Lead, bool> Test(string criteria, Instant now, CrmErrorDescriber errors) =>
        Criterion.Parse(criteria, errors).TryGetValue(out var tree) && Compile(tree, now, errors).TryGetValue(out var condition) ? condition.Compile(preferInterpretation: true) : _ => false;

    /// <summary>Which conditions of criteria hold for a lead; none where they no longer compile.</summary>
    internal IReadOnlyList<ConditionOutcome> Explain(string criteria, Lead asked, Instant now, CrmErrorDescriber errors) =>
        Criterion.Parse(criteria, errors).TryGetValue(out var tree) && _fields.CompileEach(tree, new CriteriaMoment(now, DateTimeZone.Utc), errors).TryGetValue(out var each)
            ? [.. each.Select(c => new ConditionOutcome(c.Path, c.Condition.Field, c.Condition.Operator, c.Holds.Compile(preferInterpretation: true)(asked)))]
            : [];
}

using System.Linq.Expressions;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>
/// The fields of opportunities that the condition of a stage may name: name, stage, source, amount, currency, probability, category, closeDate,
/// owned, openedAt, stageSince, competitor, role.
/// </summary>
/// <remarks>Singleton service. Conditions are asked of one opportunity in memory, before it enters a stage.</remarks>
public sealed class OpportunityFieldCatalogue
{
    private readonly FieldCatalogue<Opportunity> _fields = new FieldCatalogueBuilder<Opportunity>(new InMemorySource())
        .Text("name", o => FoldedText.Of(o.Name))
        .Scalar("stage", ChoiceKinds.Open, o => o.Stage)
        .Scalar("source", ChoiceKinds.Open, o => o.Source)
        .Number("amount", o => o.Amount == null ? null : (decimal?)o.Amount.Amount)
        .Scalar("currency", ChoiceKinds.Open, o => o.Amount == null ? null : o.Amount.Currency.Code)
        .Number("probability", o => o.Probability)
        .Scalar("category", ChoiceKinds.Of<ForecastCategory>(), o => o.ForecastCategory)
        .Date("closeDate", o => o.CloseDate)
        .Scalar("owned", FlagKind.Instance, o => o.OwnerId != null)
        .At("openedAt", o => o.OpenedAt)
        .At("stageSince", o => o.StageSince)
        .Several("competitor", TextKind.Instance, o => o.Competitors, c => FoldedText.Of(c.Name))
        .Several("role", ChoiceKinds.Of<BuyingRole>(), o => o.Contacts, c => c.Role)
        .Build();

    /// <summary>The fields.</summary>
    public IReadOnlyList<CriteriaField> Fields => _fields.Fields;

    /// <summary>Compiles a condition on opportunities.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="now">The current instant, at which windows end.</param>
    /// <param name="errors">The words of refusals.</param>
    /// <returns>The condition, or what <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    internal CrmResult<Expression<Func<Opportunity, bool>>> Compile(Criterion condition, Instant now, CrmErrorDescriber errors) =>
        _fields.Compile(condition, new CriteriaMoment(now, DateTimeZone.Utc), errors);

    /// <summary>Whether an opportunity may enter a stage, as far as the stage's condition is concerned. A condition that no longer compiles lets nobody in.</summary>
    internal CrmRuling Admits(PipelineStage? stage, Opportunity opportunity, Instant now, CrmErrorDescriber errors) =>
        stage?.Condition is not { } json || Holds(json, opportunity, now, errors) ? CrmRuling.Permitted : CrmRuling.Refused(e => e.StageConditionNotMet(stage.Name));

    /// <summary>A condition to be asked of many opportunities. One that no longer compiles holds for none.</summary>
    internal Func<Opportunity, bool> Test(string condition, Instant now, CrmErrorDescriber errors) =>
        Criterion.Parse(condition, errors).TryGetValue(out var tree) && Compile(tree, now, errors).TryGetValue(out var compiled) ? compiled.Compile(preferInterpretation: true) : _ => false;

    /// <summary>Which parts of a condition hold for an opportunity; none where it no longer compiles.</summary>
    internal IReadOnlyList<ConditionOutcome> Explain(string condition, Opportunity asked, Instant now, CrmErrorDescriber errors) =>
        Criterion.Parse(condition, errors).TryGetValue(out var tree) && _fields.CompileEach(tree, new CriteriaMoment(now, DateTimeZone.Utc), errors).TryGetValue(out var each)
            ? [.. each.Select(c => new ConditionOutcome(c.Path, c.Condition.Field, c.Condition.Operator, c.Holds.Compile(preferInterpretation: true)(asked)))]
            : [];

    private bool Holds(string condition, Opportunity asked, Instant now, CrmErrorDescriber errors) => Test(condition, now, errors)(asked);
}

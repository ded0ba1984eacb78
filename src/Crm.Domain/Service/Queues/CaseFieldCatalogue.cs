using System.Linq.Expressions;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>The fields of cases that the criteria of queues may name: subject, type, priority, status, category, channel, product, onBehalf, openedAt.</summary>
/// <remarks>Singleton service. Criteria are asked of one case in memory, when it is put in a queue.</remarks>
public sealed class CaseFieldCatalogue
{
    private readonly FieldCatalogue<ServiceCase> _fields;

    /// <summary>Makes the catalogue.</summary>
    /// <param name="statuses">The statuses that the host uses.</param>
    public CaseFieldCatalogue(CaseStatusCatalog statuses)
    {
        ArgumentNullException.ThrowIfNull(statuses);
        _fields = new FieldCatalogueBuilder<ServiceCase>(new InMemorySource())
            .Text("subject", c => FoldedText.Of(c.Subject))
            .Scalar("type", ChoiceKinds.Open, c => c.Type)
            .Scalar("priority", ChoiceKinds.Of<CasePriority>(), c => c.Priority)
            .Scalar("status", CaseStatusKind.Of(statuses), c => c.Status)
            .Scalar("category", ChoiceKinds.Of<CaseCategory>(), c => c.Category)
            .Scalar("channel", ChoiceKinds.Open, c => c.Channel == null ? null : c.Channel.Value)
            .Scalar("product", ChoiceKinds.Open, c => c.Sku)
            .Scalar("onBehalf", FlagKind.Instance, c => c.OrganisationId != null)
            .At("openedAt", c => c.OpenedAt)
            .Build();
    }

    /// <summary>The fields.</summary>
    public IReadOnlyList<CriteriaField> Fields => _fields.Fields;

    /// <summary>Compiles criteria on cases.</summary>
    /// <param name="criteria">The criteria.</param>
    /// <param name="now">The current instant, at which windows end.</param>
    /// <param name="errors">The words of refusals.</param>
    /// <returns>The condition, or what <see cref="FieldCatalogue{T}.Compile(Criterion, CriteriaMoment, CrmErrorDescriber?)"/> refuses.</returns>
    internal CrmResult<Expression<Func<ServiceCase, bool>>> Compile(Criterion criteria, Instant now, CrmErrorDescriber errors) =>
        _fields.Compile(criteria, new CriteriaMoment(now, DateTimeZone.Utc), errors);

    /// <summary>Whether criteria hold for a case. Criteria that no longer compile hold for none.</summary>
    internal bool Holds(string criteria, ServiceCase asked, Instant now, CrmErrorDescriber errors) =>
        Criterion.Parse(criteria, errors).TryGetValue(out var tree) && Compile(tree, now, errors).TryGetValue(out var condition) && condition.Compile(preferInterpretation: true)(asked);

    /// <summary>Compiles each condition of criteria by itself, to say which of them hold for a case.</summary>
    internal CrmResult<IReadOnlyList<CompiledCondition<ServiceCase>>> CompileEach(Criterion criteria, Instant now, CrmErrorDescriber errors) =>
        _fields.CompileEach(criteria, new CriteriaMoment(now, DateTimeZone.Utc), errors);

    /// <summary>Whether the answer of criteria depends on when they are asked.</summary>
    internal bool DependsOnTime(Criterion criteria)
    {
        var named = criteria.Fields().ToHashSet(StringComparer.Ordinal);
        return Fields.Any(f => f.Type is FieldType.Date or FieldType.Instant && named.Contains(f.Name));
    }
}

using System.Text.Json;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>Asks the criteria of a rule of one event and the records that it leads to, and finds the records for its actions.</summary>
internal sealed class RuleQuestion(AutomationEvent happened, JsonElement payload, RuleVocabulary vocabulary, CriteriaMoment moment)
{
    private readonly CriteriaRecord _values = happened.Read(payload, moment);
    private readonly Dictionary<string, RuleRecord?> _records = new(StringComparer.Ordinal);
    private readonly List<ConditionOutcome> _asked = [];

    /// <summary>The conditions that were asked, in their order; those that could not change the answer any more were not.</summary>
    public IReadOnlyList<ConditionOutcome> Asked => _asked;

    /// <summary>Whether the criteria hold. A record that is not there has no values.</summary>
    /// <exception cref="CrmRuleException">A condition does not compile any more.</exception>
    public Task<bool> HoldsAsync(Criterion criterion, CancellationToken cancellationToken) => HoldsAsync(criterion, "$.when", cancellationToken);

    /// <summary>The record of a kind that the event leads to; null when there is none.</summary>
    public async Task<RuleRecord?> RecordAsync(string kind, CancellationToken cancellationToken)
    {
        if (!_records.TryGetValue(kind, out var found))
        {
            var id = happened.RecordOf(payload, kind);
            if (id is null && kind == SubjectKinds.Customer)
            {
                id = await CustomerOfOthersAsync(cancellationToken).ConfigureAwait(false);
            }

            found = id is { } known && vocabulary.Subject(kind) is { } subject ? await subject.FindAsync(known, cancellationToken).ConfigureAwait(false) : null;
            _records.Add(kind, found);
        }

        return found;
    }

    private async Task<Guid?> CustomerOfOthersAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in vocabulary.KindsOf(happened).Where(k => k != SubjectKinds.Customer && vocabulary.Subject(k)!.LeadsToCustomer))
        {
            if (await RecordAsync(kind, cancellationToken).ConfigureAwait(false) is { Customer: { } customer })
            {
                return customer.Id;
            }
        }

        return null;
    }

    private async Task<bool> HoldsAsync(Criterion criterion, string path, CancellationToken cancellationToken)
    {
        switch (criterion)
        {
            case AllOf all:
                return await GroupAsync(all.Items, $"{path}.all", isAll: true, cancellationToken).ConfigureAwait(false);
            case AnyOf any:
                return await GroupAsync(any.Items, $"{path}.any", isAll: false, cancellationToken).ConfigureAwait(false);
            case NotOf not:
                return !await HoldsAsync(not.Item, $"{path}.not", cancellationToken).ConfigureAwait(false);
            default:
                var condition = (Condition)criterion;
                var holds = await AskAsync(RuleLeaf.Of(condition, path), cancellationToken).ConfigureAwait(false);
                _asked.Add(new ConditionOutcome(path, condition.Field, condition.Operator, holds));
                return holds;
        }
    }

    private async Task<bool> GroupAsync(IReadOnlyList<Criterion> items, string path, bool isAll, CancellationToken cancellationToken)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (await HoldsAsync(items[i], $"{path}[{i}]", cancellationToken).ConfigureAwait(false) != isAll)
            {
                return !isAll;
            }
        }

        return isAll;
    }

    private async Task<bool> AskAsync(RuleLeaf leaf, CancellationToken cancellationToken)
    {
        if (leaf.Kind == RuleLeaf.Event)
        {
            return happened.Catalogue.Compile(leaf.Condition, moment).Value.Compile(preferInterpretation: true)(_values);
        }

        return await RecordAsync(leaf.Kind, cancellationToken).ConfigureAwait(false) is { } record
            ? (await record.Asks(leaf.Condition, moment, cancellationToken).ConfigureAwait(false)).Value
            : CriteriaOperators.Positive(leaf.Condition.Operator).IsNegated;
    }
}
